"""All pages that only the team has, but for those of each learner."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.team.cohorts import cohorts
from bekwaam.site.team.overview import overview
from bekwaam.site.team.people import people
from bekwaam.site.team.school import about_the_school
from bekwaam.views.team.view import TeamView


def team_pages(press: Press, team: TeamView) -> Iterator[Page]:
    """The pages below `team/`."""
    yield overview(press, team)
    yield from people(press, team)
    yield from cohorts(press, team)
    yield from about_the_school(press, team)
