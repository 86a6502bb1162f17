"""What may stand in a list only once: E331."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from bekwaam.diagnostics import Diagnostic, Message, Pointer, say
from bekwaam.model.project import LearnerFolder, Project, Record


def of_school(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Report codes and ids that stand twice in one list."""
    yield from _doubles(project.school, ("levels",), (one.code for one in project.school.data.levels), _CODE)
    yield from _doubles(project.school, ("points",), (one.code for one in project.school.data.points), _CODE)
    for framework in project.frameworks.values():
        competences = framework.data.competences
        yield from _doubles(framework, ("competences",), (one.code for one in competences), _CODE)
        for position, one in enumerate(competences):
            pointer = ("competences", position, "criteria")
            yield from _doubles(framework, pointer, (each.code for each in one.criteria), _CODE)
    for organisation in project.organisations.values():
        ids = (one.id for one in organisation.data.workplaces)
        yield from _doubles(organisation, ("workplaces",), ids, _ID)


_CODE = ("code", say("code"))
_ID = ("id", say("id"))
_COMPETENCE = ("competence", say("competence"))


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Report competences that stand twice in one list, and versions of plans that do."""
    for plan in folder.plans.values():
        for key, listed in (("goals", plan.data.goals), ("baseline", plan.data.baseline)):
            yield from _doubles(plan, (key,), (one.competence for one in listed), _COMPETENCE)
    signed_off: list[Record[Any]] = [*folder.assessments.values(), *folder.decisions.values()]
    for rated in signed_off:
        results = (one.competence for one in rated.data.results)
        yield from _doubles(rated, ("results",), results, _COMPETENCE)
    versions: dict[float, str] = {}
    for plan in folder.plans.values():
        first = versions.setdefault(plan.data.version, plan.id)
        if first != plan.id:
            yield Diagnostic(
                code="E331",
                path=plan.path,
                message=say(
                    "Plan `{first}` has version {version} already.",
                    first=first,
                    version=f"{plan.data.version:g}",
                ),
                hint=say("Give this plan a higher version."),
                pointer=("version",),
            )


def _doubles(
    record: Record[Any], pointer: Pointer, values: Iterable[str], what: tuple[str, Message]
) -> Iterator[Diagnostic]:
    key, name = what
    seen: set[str] = set()
    for position, value in enumerate(values):
        if value in seen:
            yield Diagnostic(
                code="E331",
                path=record.path,
                message=say("The {what} `{value}` stands here twice.", what=name, value=value),
                hint=say("Keep one of the two, or give the other its own {what}.", what=name),
                pointer=(*pointer, position, key),
            )
        seen.add(value)
