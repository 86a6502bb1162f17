"""What a receiver hears of what is held back: the kind and why, never what it says or when."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.audience.holding_back import held_back
from bekwaam.model.audience import Audience
from bekwaam.project import Loaded

DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def loaded(example: Path) -> Loaded:
    return project.load(example, as_of=DAY)


def told(loaded: Loaded, learner: str) -> dict[str, str]:
    gated = restrict(loaded.project, loaded.statuses, Audience.HANDOVER, DAY, (learner,), moving_on=True)
    folder = loaded.project.learners[learner]
    found = held_back(folder, loaded.statuses[learner], gated)
    return {one.what.render(): one.why.render() for one in found}


def test_without_consent_to_the_portfolio(loaded: Loaded) -> None:
    found = told(loaded, "ilyas-bouzid")
    assert found["the portfolio, the evidence and the advice of the school"] == "the consent was withdrawn"
    assert "part of the evidence" not in found


def test_with_consent_to_everything(loaded: Loaded) -> None:
    found = told(loaded, "anna-peeters")
    assert "the competence description" not in found
    assert found["part of the evidence"] == "it is for the team only"
    assert "the goals that are still being worked on" not in found


def test_goals_that_the_learner_does_not_show(loaded: Loaded) -> None:
    assert "the goals that are still being worked on" in told(loaded, "zoe-lievens")


def test_no_day_no_name_and_no_number_is_told(loaded: Loaded) -> None:
    for learner in loaded.project.learners:
        for what, why in told(loaded, learner).items():
            assert not re.search(r"\d|/", f"{what} {why}"), learner
