"""Measures over the years: from totals, with what was left out left out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.figures.trends import MEASURES, Change, State, years
from bekwaam.model.quality import Counts

BY_ID = {one.id: one for one in MEASURES}


def test_shares_and_numbers_from_totals() -> None:
    counts: Counts = {
        "learners": 20,
        "visits_by_state": {"done": 50},
        "decisions": 40,
        "decisions_by_result": {"achieved": 30},
        "hours_done": 900,
        "hours_missed": 100,
        "answers": 12,
        "answers_by_answer": {"yes": 5, "not_applicable": 2},
        "feedback_rating": 4.1,
    }
    assert BY_ID["visits"].of(counts) == 2.5
    assert BY_ID["achieved"].of(counts) == 0.75
    assert BY_ID["hours_missed"].of(counts) == 0.1
    assert BY_ID["answers_yes"].of(counts) == 0.5
    assert BY_ID["feedback_rating"].of(counts) == 4.1


def test_what_was_left_out_or_never_counted_is_unknown() -> None:
    unknown: tuple[Counts, ...] = (
        {},
        {"learners": 19, "decisions": 12},
        {"decisions_by_result": {"achieved": 9}},
    )
    for counts in unknown:
        assert BY_ID["achieved"].of(counts) is None
    assert BY_ID["visits"].of({"visits_by_state": {"done": 9}}) is None
    assert BY_ID["actions_done"].of({"actions": 0, "actions_by_state": {"done": 0}}) is None


@pytest.mark.parametrize(
    ("measure", "before", "after", "change"),
    [
        ("achieved", 0.7, 0.8, Change.BETTER),
        ("achieved", 0.8, 0.7, Change.WORSE),
        ("achieved", 0.8, 0.81, Change.SAME),
        ("hours_missed", 0.1, 0.05, Change.BETTER),
        ("hours_missed", 0.05, 0.1, Change.WORSE),
        ("learners", 12, 19, Change.OTHER),
        ("feedback_rating", 3.9, 3.9, Change.SAME),
        ("visits", 0, 0, Change.SAME),
    ],
)
def test_better_or_worse(measure: str, before: float, after: float, change: Change) -> None:
    assert BY_ID[measure].change(before, after) is change


def test_closed_years_keep_their_totals_and_others_are_counted_now(example: Path) -> None:
    day = dt.date(2026, 6, 30)
    loaded = project.load(example, as_of=day)
    found = {one.cycle.id: one for one in years(loaded.project, day)}
    assert list(found) == sorted(found)
    assert found["2024-2025"].state is State.CLOSED
    assert found["2024-2025"].counts["learners"] == 19
    assert found["2025-2026"].state is State.RUNNING
    assert found["2025-2026"].counts["learners"] == 12
    later = {one.cycle.id: one.state for one in years(loaded.project, dt.date(2026, 9, 1))}
    assert later["2025-2026"] is State.WAITING
    earlier = {one.cycle.id: one for one in years(loaded.project, dt.date(2025, 6, 30))}
    assert earlier["2025-2026"].state is State.COMING
    assert not earlier["2025-2026"].counts
