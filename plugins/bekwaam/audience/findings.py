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
from bekwaam.source import learner_of

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
    shown = gated.project.learners
    same = {one for one, folder in project.learners.items() if shown.get(one) is folder}
    whole, narrowed = _by_path(project, same), _by_path(gated.project, same)
    team = gated.audience is Audience.TEAM
    unseen = {record.id for path, record in whole.items() if path not in narrowed}
    unseen |= (
        project.people.keys() - gated.project.people.keys() | project.learners.keys() - gated.shown.keys()
    )
    evidence = _EvidenceOf(project)

    def hears(one: Diagnostic) -> bool:
        if not team and not one.code.startswith(_OUTSIDE):
            return False
        learner = learner_of(one.path)
        if learner is not None and learner in same:
            return "/evidence/" not in one.path or one.path in evidence[learner]
        before, after = whole.get(one.path), narrowed.get(one.path)
        if before is None:
            return team and "/evidence/" not in one.path
        return after is not None and _unchanged(one, before, after)

    kept = filter(hears, diagnostics)
    return tuple(one if team else replace(one, who=(), due=None) for one in _without(kept, unseen))


class _EvidenceOf(dict[str, frozenset[str]]):
    """The paths of the evidence of those learners who were asked about."""

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._learners = project.learners

    def __missing__(self, learner: str) -> frozenset[str]:
        paths = frozenset(record.path for record in self._learners[learner].evidence.values())
        self[learner] = paths
        return paths


def _without(diagnostics: Iterable[Diagnostic], unseen: Collection[str]) -> Iterator[Diagnostic]:
    if not unseen:
        yield from diagnostics
        return
    for one in diagnostics:
        words = set(_WORDS.findall(one.hint.render())) if one.hint else set()
        yield one if words.isdisjoint(unseen) else replace(one, hint=None)


def _unchanged(one: Diagnostic, before: Record[Any], after: Record[Any]) -> bool:
    field = str(one.pointer[0]) if one.pointer else ""
    if not hasattr(before.data, field):
        return bool(before.data == after.data)
    return bool(getattr(before.data, field) == getattr(after.data, field))


def _by_path(project: Project, but_not: Collection[str]) -> Mapping[str, Record[Any]]:
    return {record.path: record for record in records(project, but_not)}


def records(project: Project, but_not: Collection[str] = ()) -> Iterator[Record[Any]]:
    """Every record of a project, but for those of some learners."""
    yield project.school
    for name in _OF_THE_SCHOOL:
        yield from getattr(project, name).values()
    for key, folder in project.learners.items():
        if key not in but_not:
            yield from records_of(folder)


def records_of(folder: LearnerFolder) -> Iterator[Record[Any]]:
    """Every record of one learner."""
    yield folder.learner
    for name in _SEVERAL:
        yield from getattr(folder, name).values()
    if folder.next_step is not None:
        yield folder.next_step
