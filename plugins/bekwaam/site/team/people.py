"""Everybody's own list."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.team.menu import menu
from bekwaam.views.team.task import Task, TaskKind, When
from bekwaam.views.team.view import PersonPage, TeamView


def people(press: Press, team: TeamView) -> Iterator[Page]:
    """The pages `team/people/<id>/`."""
    for person in team.people:
        yield press.page(
            "team/person",
            person.uri,
            title=str(person.name),
            search=False,
            menu=menu(press),
            person=person,
            parts=_parts(press, person),
            past=[one for one in person.tasks if one.kind is TaskKind.LOOK_BACK],
            seals=[one for one in person.tasks if one.kind is TaskKind.SEAL],
            names=team.names,
        )


def _parts(press: Press, person: PersonPage) -> list[tuple[When, list[Task]]]:
    """What there is to do, by how pressing it is; seals and what is past stand apart."""
    apart = (TaskKind.LOOK_BACK, TaskKind.SEAL)
    found: dict[When, list[Task]] = {when: [] for when in When}
    for task in person.tasks:
        if task.kind not in apart:
            found[task.when(press.school.as_of)].append(task)
    return list(found.items())
