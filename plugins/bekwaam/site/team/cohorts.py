"""A page per cohort: how far everyone is, and how much they differ."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.model.status import Status
from bekwaam.rendering.labels import label
from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.team.menu import menu
from bekwaam.views.team.cohorts import SMALLEST_GROUP
from bekwaam.views.team.view import HeatMap, TeamView

_MOST_TASKS = 6


def cohorts(press: Press, team: TeamView) -> Iterator[Page]:
    """The pages `team/cohorts/<slug>/`."""
    for cohort in team.cohorts:
        yield press.page(
            "team/cohort",
            cohort.uri,
            title=press.say("Cohort %(name)s") % {"name": cohort.name},
            search=False,
            menu=menu(press),
            cohort=cohort,
            statuses=_present(cohort.maps),
            levels=press.school.levels,
            tasks=sorted(cohort.tasks, key=lambda one: (one.due is None, one.due))[:_MOST_TASKS],
            smallest=SMALLEST_GROUP,
            said=lambda status: label(status, press.say),
            names=team.names,
        )


def _present(maps: tuple[HeatMap, ...]) -> list[Status]:
    """The statuses that the heat maps show, for their legend."""
    found = {cell[0] for one in maps for row in one.rows for cell in row.cells if cell}
    return [status for status in Status if status in found]
