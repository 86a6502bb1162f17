"""Which findings an audience may hear of: only those about what it may see as it stands in the record."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from bekwaam.audience.gated import Gated
from bekwaam.diagnostics import Diagnostic
from bekwaam.model.audience import Audience
from bekwaam.model.project import LearnerFolder, Project, Record

_OUTSIDE = ("E", "W2", "W3")
"""Which findings people outside the team may hear of: those about shape and files."""

_WORDS = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_SEVERAL = ("agreements", "plans", "evidence", "assessments", "decisions", "contacts", "feedback")
_OF_THE_SCHOOL = (
    "frameworks", "organisations", "people", "contacts", "self_evaluations", "actions", "cycles",
)  # fmt: skip


def heard(diagnostics: Iterable[Diagnostic], project: Project, gated: Gated) -> tuple[Diagnostic, ...]:
    """The findings that tell this audience nothing that the gate took out.

    A finding is kept where the value it points at came through the gate unchanged. A learner who
    goes by a pseudonym stays unheard of, because a path would tell the id. Of files that cannot be
    read only the team hears, and not of evidence, which might be private. How somebody is guided, what
    is consented and what is sealed is the team's too. A hint that names what was taken out is left
    out, as one can that proposes the name of another record.
    """
    whole, narrowed = _by_path(project), _by_path(gated.project)
    team = gated.audience is Audience.TEAM
    unseen = {record.id for path, record in whole.items() if path not in narrowed}
    unseen |= (
        project.people.keys() - gated.project.people.keys() | project.learners.keys() - gated.shown.keys()
    )

    def hears(one: Diagnostic) -> bool:
        before, after = whole.get(one.path), narrowed.get(one.path)
        if not team and not one.code.startswith(_OUTSIDE):
            return False
        if before is None:
            return team and "/evidence/" not in one.path
        return after is not None and _unchanged(one, before, after)

    kept = filter(hears, diagnostics)
    return tuple(one if team else replace(one, who=(), due=None) for one in _without(kept, unseen))


def _without(diagnostics: Iterable[Diagnostic], unseen: Collection[str]) -> Iterator[Diagnostic]:
    for one in diagnostics:
        words = set(_WORDS.findall(one.hint.render())) if one.hint else set()
        yield one if words.isdisjoint(unseen) else replace(one, hint=None)


def _unchanged(one: Diagnostic, before: Record[Any], after: Record[Any]) -> bool:
    field = str(one.pointer[0]) if one.pointer else ""
    if not hasattr(before.data, field):
        return bool(before.data == after.data)
    return bool(getattr(before.data, field) == getattr(after.data, field))


def _by_path(project: Project) -> Mapping[str, Record[Any]]:
    return {record.path: record for record in records(project)}


def records(project: Project) -> Iterator[Record[Any]]:
    """Every record of a project."""
    yield project.school
    for name in _OF_THE_SCHOOL:
        yield from getattr(project, name).values()
    for folder in project.learners.values():
        yield from records_of(folder)


def records_of(folder: LearnerFolder) -> Iterator[Record[Any]]:
    """Every record of one learner."""
    yield folder.learner
    for name in _SEVERAL:
        yield from getattr(folder, name).values()
    if folder.next_step is not None:
        yield folder.next_step
