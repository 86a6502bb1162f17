"""A school over the years, for its team."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.figures import compute
from bekwaam.figures.trends import Change, State
from bekwaam.model.audience import Audience
from bekwaam.project import Loaded
from bekwaam.views.context import Context
from bekwaam.views.cycles import cycles_view

DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def loaded(example: Path) -> Loaded:
    return project.load(example, as_of=DAY)


def context(loaded: Loaded, audience: Audience) -> Context:
    return Context(restrict(loaded.project, loaded.statuses, audience, DAY), "en")


def test_the_team_sees_trends_with_the_year_that_is_not_closed(loaded: Loaded) -> None:
    view = cycles_view(context(loaded, Audience.TEAM))
    assert view is not None
    assert [one.state for one in view.years] == [*[State.CLOSED] * 4, State.RUNNING]
    trends = {one.id: one for one in view.trends}
    learners = trends["learners"]
    assert [one.value for one in learners.points] == [14, 16, 17, 19, 12]
    assert learners.change is Change.OTHER
    assert learners.top == 19
    assert trends["confirmed"].top == 1
    assert trends["confirmed"].change is Change.BETTER
    assert trends["confirmed"].after is trends["confirmed"].points[-1]


def test_the_page_says_what_stats_says(loaded: Loaded) -> None:
    view = cycles_view(context(loaded, Audience.TEAM))
    assert view is not None
    cycle = loaded.project.cycles["2025-2026"].data
    figures = {one.id: one for one in compute(loaded.project, loaded.statuses, DAY, cycle)}
    achieved = figures["decisions_by_result"].group("achieved") / figures["decisions"].number
    assert next(one for one in view.trends if one.id == "achieved").points[-1].value == achieved


def test_what_goes_on_and_what_helped(loaded: Loaded) -> None:
    view = cycles_view(context(loaded, Audience.TEAM))
    assert view is not None
    actions = loaded.project.actions
    assert len(view.carried) == sum(one.data.status.value in ("open", "doing") for one in actions.values())
    assert [one.due for one in view.carried] == sorted(one.due for one in view.carried)
    assert any(one.late for one in view.carried)
    assert all(one.effect for one in view.helped)


@pytest.mark.parametrize("audience", [Audience.HANDOVER, Audience.PUBLIC])
def test_nobody_else_sees_them(loaded: Loaded, audience: Audience) -> None:
    assert cycles_view(context(loaded, audience)) is None
