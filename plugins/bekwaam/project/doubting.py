"""Which errors hide what mentor and coach proposed, so that no status can be held against a decision."""

from __future__ import annotations

from bekwaam.diagnostics import Diagnostic, Severity

_STATUS_RESTS_ON = ("agreements", "plans", "evidence", "assessments", "decisions")
_HIDE_NOTHING = ("E321", "E322", "E323", "E402", "E403", "E404")
"""Errors about files, and about who may do what: a status is the same with and without them."""


def is_unsure(one: Diagnostic) -> bool:
    """Whether a finding hides something: of its learner, or of everybody where it is the school's.

    What a status then says of a decision could be wrong: it is said once the error is mended.
    """
    if one.severity is not Severity.ERROR or one.code in _HIDE_NOTHING:
        return False
    parts = one.path.split("/")
    if parts[0] == "learners":
        return len(parts) == 4 and parts[2] in _STATUS_RESTS_ON
    return parts[0] in ("school.yml", "school.yaml", "frameworks")
