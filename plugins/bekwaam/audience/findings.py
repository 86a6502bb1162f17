"""Which findings an audience may hear of: only those about what it may see as it stands in the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bekwaam.audience.gated import Gated
from bekwaam.diagnostics import Diagnostic
from bekwaam.model.audience import Audience
from bekwaam.model.project import LearnerFolder, Project, Record

_SEVERAL = ("agreements", "plans", "evidence", "assessments", "decisions", "contacts", "feedback")
_OF_THE_SCHOOL = (
    "frameworks", "organisations", "people", "contacts", "self_evaluations", "actions", "cycles",
)  # fmt: skip


def heard(diagnostics: Iterable[Diagnostic], project: Project, gated: Gated) -> tuple[Diagnostic, ...]:
    """The findings that tell this audience nothing that the gate took out.

    A finding is kept where the value it points at came through the gate unchanged. A learner who
    goes by a pseudonym stays unheard of, because a path would tell the id. Of files that cannot be
    read only the team hears, and not of evidence, which might be private.
    """
    whole, narrowed = _by_path(project), _by_path(gated.project)
    team = gated.audience is Audience.TEAM

    def hears(one: Diagnostic) -> bool:
        before, after = whole.get(one.path), narrowed.get(one.path)
        if before is None:
            return team and "/evidence/" not in one.path
        return after is not None and _unchanged(one, before, after)

    return tuple(filter(hears, diagnostics))


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
