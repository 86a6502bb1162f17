"""The cover of a pack: goals that remain, advice with the levels at the start, an index."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.model.audience import Audience
from bekwaam.model.status import Status
from bekwaam.project import Loaded
from bekwaam.views.context import Context
from bekwaam.views.handover import HandoverView, handover_view

DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def loaded(example: Path) -> Loaded:
    return project.load(example, as_of=DAY)


def cover(loaded: Loaded, learner: str, *, moving_on: bool = True) -> HandoverView:
    gated = restrict(loaded.project, loaded.statuses, Audience.HANDOVER, DAY, (learner,), moving_on=moving_on)
    (key,) = gated.shown
    return handover_view(Context(gated, "en"), key, (), ())


def test_goals_and_advice_of_somebody_who_shows_them(loaded: Loaded) -> None:
    view = cover(loaded, "anna-peeters")
    assert view.advice is not None
    assert view.advice.startswith("At the start Anna chose bread")
    assert view.has_start
    assert {one.status for one in view.goals} == {Status.IN_PROGRESS}
    assert {one.status for one in view.reached} <= {Status.ACHIEVED, Status.EXEMPT}
    plan = loaded.project.learners["anna-peeters"].plan_on(DAY)
    assert plan is not None
    assert len(view.goals) + len(view.reached) == len(plan.data.goals)
    assert [one.date for one in view.evidence] == sorted(one.date for one in view.evidence)


def test_without_consent_to_the_portfolio_there_is_no_advice_and_no_evidence(loaded: Loaded) -> None:
    for learner, folder in loaded.project.learners.items():
        gated = restrict(loaded.project, loaded.statuses, Audience.HANDOVER, DAY, (learner,), moving_on=True)
        for key, shown in gated.shown.items():
            if shown.pages:
                continue
            view = handover_view(Context(gated, "en"), key, (), ())
            assert view.advice is None, folder.id
            assert not view.has_start
            assert not view.evidence


def test_an_ordinary_handover_has_no_advice(loaded: Loaded) -> None:
    view = cover(loaded, "anna-peeters", moving_on=False)
    assert view.advice is None
    assert not view.has_start
