"""A page per cohort, in parts where it is large: how far everyone is, and how much they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from bekwaam.model.status import Status
from bekwaam.rendering.labels import label
from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.team.menu import menu
from bekwaam.views.team.cohorts import SMALLEST_GROUP
from bekwaam.views.team.view import CohortView, HeatMap, TeamView

_MOST_TASKS = 6
_MOST_ROWS = 60
"""Learners on one page: more of them nobody looks at together, and a phone would wait for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a large cohort, of one programme, with a page of its own."""

    uri: str
    map: HeatMap
    pressing: int


def cohorts(press: Press, team: TeamView) -> Iterator[Page]:
    """The pages `team/cohorts/<slug>/`, and `team/cohorts/<slug>/<number>/` for the parts of large ones."""
    for cohort in team.cohorts:
        parts = _parts(cohort)
        yield press.page(
            "team/cohort",
            cohort.uri,
            title=press.say("Cohort %(name)s") % {"name": cohort.name},
            search=False,
            menu=menu(press),
            cohort=cohort,
            maps=() if parts else cohort.maps,
            sheets=parts,
            statuses=_present(cohort.maps),
            levels=press.school.levels,
            tasks=sorted(cohort.tasks, key=lambda one: (one.due is None, one.due))[:_MOST_TASKS],
            smallest=SMALLEST_GROUP,
            said=_said(press),
            names=team.names,
        )
        uris = [None, *(one.uri for one in parts), None]
        for number, one in enumerate(parts):
            yield press.page(
                "team/sheet",
                one.uri,
                title=str(one.map.programme.title),
                search=False,
                menu=menu(press),
                cohort=cohort,
                map=one.map,
                before=uris[number],
                after=uris[number + 2],
                statuses=_present([one.map]),
                levels=press.school.levels,
                said=_said(press),
            )


def _parts(cohort: CohortView) -> list[Part]:
    """The parts of a large cohort; none where everybody fits on one page."""
    if sum(len(one.rows) for one in cohort.maps) <= _MOST_ROWS:
        return []
    maps = [
        replace(one, rows=one.rows[start : start + _MOST_ROWS])
        for one in cohort.maps
        for start in range(0, len(one.rows), _MOST_ROWS)
    ]
    return [
        Part(uri=f"{cohort.uri}{number}/", map=one, pressing=sum(row.pressing for row in one.rows))
        for number, one in enumerate(maps, 1)
    ]


def _said(press: Press) -> Callable[[Status], str]:
    return {status: label(status, press.say) for status in Status}.__getitem__


def _present(maps: Iterable[HeatMap]) -> list[Status]:
    """The statuses that the heat maps show, for their legend."""
    found = {cell[0] for one in maps for row in one.rows for cell in row.cells if cell}
    return [status for status in Status if status in found]
