"""The figures of the example school, against numbers counted from its files by other means."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bekwaam import project
from bekwaam.figures import Figure, compute
from bekwaam.project import Loaded

DAY = dt.date(2026, 6, 30)
YEAR = (dt.date(2025, 9, 1), DAY)

Files = list[tuple[str, dict[str, Any]]]


@pytest.fixture(scope="module")
def loaded(example: Path) -> Loaded:
    return project.load(example, as_of=DAY)


@pytest.fixture(scope="module")
def figures(loaded: Loaded) -> Mapping[str, Figure]:
    return {one.id: one for one in compute(loaded.project, loaded.statuses, DAY)}


@pytest.fixture(scope="module")
def in_cycle(loaded: Loaded) -> Mapping[str, Figure]:
    cycle = loaded.project.cycles["2025-2026"].data
    return {one.id: one for one in compute(loaded.project, loaded.statuses, DAY, cycle)}


def files(example: Path, pattern: str) -> Files:
    """Records as a plain YAML reader sees them, each with its learner."""
    return [
        (path.relative_to(example).parts[1], yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted(example.glob(pattern))
    ]


def shown(example: Path, pattern: str) -> Files:
    return [(who, one) for who, one in files(example, pattern) if one.get("visibility") != "private"]


def many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def test_groups_add_up_to_their_whole(figures: Mapping[str, Figure], in_cycle: Mapping[str, Figure]) -> None:
    for found in (figures, in_cycle):
        for one in found.values():
            if one.whole is not None:
                assert found[one.whole].number == one.number, one.id
                assert sum(group.number for group in one.groups) == one.number, one.id
                assert frozenset[str]().union(*(group.behind for group in one.groups)) == one.behind


def test_evidence_as_counted_from_the_files(example: Path, figures: Mapping[str, Figure]) -> None:
    found = [one for _, one in shown(example, "learners/*/evidence/*.yml") if one["date"] <= DAY]
    assert figures["evidence"].number == len(found)
    types = Counter(one["type"] for one in found)
    assert {code: number for code, number in numbers(figures, "evidence_by_type").items() if number} == types
    confirmed = sum(any(by["date"] <= DAY for by in many(one.get("verified"))) for one in found)
    assert figures["evidence_by_confirmation"].group("yes") == confirmed
    assert figures["reflections"].number == sum("reflection" in one for one in found)


def test_assessments_in_the_cycle(example: Path, in_cycle: Mapping[str, Figure]) -> None:
    found = [
        (who, one)
        for who, one in files(example, "learners/*/assessments/*.yml")
        if YEAR[0] <= one["date"] <= YEAR[1]
    ]
    assert in_cycle["assessments"].number == len(found)
    assert numbers(in_cycle, "assessments_by_moment") == Counter(one["moment"] for _, one in found)
    assert numbers(in_cycle, "assessments_by_phase") == Counter(one["phase"] for _, one in found)
    own = [who for who, one in found if one["assessor"] == "self"]
    assert in_cycle["assessments_by_assessor"].group("learner") == len(own)
    assert in_cycle["learners_self_assessed"].number == len(set(own))


def test_contacts_visits_and_feedback(example: Path, in_cycle: Mapping[str, Figure]) -> None:
    contacts = [
        one
        for _, one in files(example, "learners/*/contacts/*.yml")
        if YEAR[0] <= one["date"] <= YEAR[1] and not one.get("planned")
    ]
    visits = [one for one in contacts if one["kind"] == "visit"]
    assert in_cycle["visits_by_state"].group("done") == len(visits)
    assert in_cycle["contacts"].number == len(contacts) - len(visits)
    feedback = [
        one for _, one in files(example, "learners/*/feedback/*.yml") if YEAR[0] <= one["date"] <= YEAR[1]
    ]
    ratings = Counter(str(one.get("rating", "none")) for one in feedback)
    assert {code: n for code, n in numbers(in_cycle, "feedback_by_rating").items() if n} == ratings


def test_learners_statuses_and_decisions(
    example: Path, figures: Mapping[str, Figure], loaded: Loaded
) -> None:
    learners = files(example, "learners/*/learner.yml")
    stands = Counter(one.get("status", "active") for _, one in learners)
    assert numbers(figures, "learners_by_status") == stands
    rulings = [
        ruling["result"]
        for _, one in files(example, "learners/*/decisions/*.yml")
        if one["date"] <= DAY
        for ruling in many(one["results"])
    ]
    assert numbers(figures, "decisions_by_result") == Counter(rulings)
    statuses = Counter(one.status.value for found in loaded.statuses.values() for one in found.values())
    assert numbers(figures, "competences_by_status") == statuses


def test_hours_goals_and_next_steps(example: Path, figures: Mapping[str, Figure]) -> None:
    agreements = [one for _, one in files(example, "learners/*/agreements/*.yml") if one["start"] <= DAY]
    assert figures["hours_agreed"].number == sum(one.get("hours", 0) for one in agreements)
    assert figures["hours_missed"].number == sum(
        one.get("attendance", {}).get("absent", 0) for one in agreements
    )
    steps = [one for _, one in files(example, "learners/*/next-step.yml")]
    assert {c: n for c, n in numbers(figures, "next_steps_by_type").items() if n} == Counter(
        one["type"] for one in steps
    )
    assert figures["follow_ups_by_state"].group("known") == sum("outcome" in one for one in steps)
    assert figures["follow_ups_by_state"].group("unplanned") == sum(
        "outcome" not in one and "follow_up" not in one for one in steps
    )


def test_actions_and_answers(example: Path, figures: Mapping[str, Figure]) -> None:
    actions = [one for _, one in files(example, "quality/actions/*.yml")]
    late = [one for one in actions if one["status"] in ("open", "doing") and one["due"] < DAY]
    assert figures["actions"].number == len(actions)
    assert figures["actions_by_state"].group("overdue") == len(late) > 0
    answers = [
        answer["answer"]
        for _, one in files(example, "quality/self-evaluations/*.yml")
        for answer in one["answers"].values()
    ]
    # A plain YAML reader takes `no` for false, which our own does not.
    told = Counter({True: "yes", False: "no"}.get(one, one) for one in answers)
    assert numbers(figures, "answers_by_answer") == told


def test_what_is_private_is_in_no_figure(example: Path, figures: Mapping[str, Figure]) -> None:
    everything = len(files(example, "learners/*/evidence/*.yml"))
    assert figures["evidence"].number < everything


def numbers(figures: Mapping[str, Figure], name: str) -> dict[str, int | float]:
    value = figures[name].value
    assert isinstance(value, dict)
    return value
