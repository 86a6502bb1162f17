"""Rule 1: which evidence counts for a competence."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable

from bekwaam.model.evidence import Evidence, Visibility
from bekwaam.model.project import Record
from bekwaam.model.school import EvidenceRules


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of the month, or the month's last day where that month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, dt.MAXYEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def is_young(evidence: Evidence, reference: dt.date, rules: EvidenceRules) -> bool:
    """Whether evidence is at most ``max_age_months`` old on a day."""
    return months_later(evidence.date, rules.max_age_months) >= reference


def is_confirmed(evidence: Record[Evidence], cited: frozenset[str], day: dt.date) -> bool:
    """Whether someone other than the learner stands behind it by then."""
    return evidence.id in cited or any(one.date <= day for one in evidence.data.verified)


def counting_evidence(
    candidates: Iterable[Record[Evidence]],
    cited: frozenset[str],
    day: dt.date,
    reference: dt.date,
    rules: EvidenceRules,
) -> tuple[Record[Evidence], ...]:
    """The evidence of one competence that counts on ``day``, in the order given.

    Age is taken at ``reference``: the day itself, or that of the later of both summatives.
    """
    return tuple(
        one
        for one in candidates
        if one.data.date <= day
        and one.data.visibility is not Visibility.PRIVATE
        and is_confirmed(one, cited, day)
        and is_young(one.data, reference, rules)
    )


def is_enough(evidence: Iterable[Record[Evidence]], rules: EvidenceRules) -> bool:
    """Whether there are enough items of enough types."""
    types = [one.data.type for one in evidence]
    return len(types) >= rules.min_items and len(set(types)) >= rules.min_types
