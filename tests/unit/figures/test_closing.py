"""Totals that replace earlier ones, attacked by whoever kept the earlier ones."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from bekwaam.diagnostics import say
from bekwaam.figures.closing import lines_of, overlapping, totals_again
from bekwaam.figures.figure import About, Figure, count, split
from bekwaam.figures.protection import LEAST, Totals, protect
from bekwaam.model.kinds import Kind
from bekwaam.model.project import Project, Record
from bekwaam.model.quality import Cycle
from bekwaam.model.school import School
from bekwaam.model.text import UNMARKED, Text
from bekwaam.source import parse

NAME = say("x")


def school(stands: dict[str, int], evidence: int = 3, actions: int = 4) -> list[Figure]:
    """Figures of a school with so many learners in each stand; each has ``evidence`` pieces."""
    people = [(code, f"{code}{place}") for code, number in stands.items() for place in range(number)]
    learners = count("learners", NAME, NAME, ((who, 1) for _, who in people), unit="learners", kept=True)
    pieces = count("evidence", NAME, NAME, ((who, evidence) for _, who in people), unit="evidence", kept=True)
    return [
        learners,
        split(
            learners,
            "status",
            NAME,
            NAME,
            dict.fromkeys(("active", "completed", "stopped")),
            ((code, who, 1) for code, who in people),
            kept=True,
        ),
        pieces,
        count("actions", NAME, NAME, [("a", actions)], unit="actions", about=About.SCHOOL, kept=True),
    ]


def stands(*numbers: int) -> dict[str, int]:
    return dict(zip(("active", "completed", "stopped"), numbers, strict=True))


def test_one_learner_more_or_less_changes_nothing_that_can_be_read() -> None:
    """Whatever there was before: with up to four learners more, no total may be another one."""
    for numbers in product(range(0, 13, 2), repeat=3):
        earlier = protect(school(stands(*numbers)))
        for place, more in product(range(3), range(1, LEAST)):
            changed = list(numbers)
            changed[place] += more
            again = totals_again(school(stands(*changed)), earlier)
            assert again is None or again == earlier


def test_what_one_learner_did_cannot_be_found_either() -> None:
    earlier = protect(school(stands(8, 6, 0)))
    assert totals_again(school(stands(8, 6, 0), evidence=4), earlier) is None
    assert totals_again(school(stands(7, 7, 0)), earlier) is None


def test_what_was_left_out_stays_out() -> None:
    earlier = protect(school(stands(12, 4, 6)))
    assert earlier["learners_by_status"] == {"active": 12}
    many = totals_again(school(stands(17, 9, 11)), earlier)
    assert many is not None
    assert many["learners_by_status"] == {"active": 17}


def test_a_group_of_five_may_change_them() -> None:
    earlier = protect(school(stands(10, 8, 0)))
    again = totals_again(school(stands(15, 8, 0)), earlier)
    assert again is not None
    assert again["learners"] == 23
    assert again["learners_by_status"] == {"active": 15, "completed": 8, "stopped": 0}
    # Six came, and one of them completed: that one would be a difference of one.
    assert totals_again(school(stands(15, 9, 0)), earlier) is None


def test_what_is_about_nobody_may_always_change() -> None:
    earlier = protect(school(stands(10, 8, 0)))
    again = totals_again(school(stands(10, 8, 0), actions=5), earlier)
    assert again == {**earlier, "actions": 5}


def test_totals_that_somebody_wrote_by_hand_are_not_compared() -> None:
    assert totals_again(school(stands(10, 8, 0)), {"leerlingen": 18}) is None


def test_a_school_that_was_too_small_stays_silent() -> None:
    earlier = protect(school(stands(3, 1, 0)))
    assert earlier == {"actions": 4}
    assert totals_again(school(stands(30, 9, 9)), earlier) == {"actions": 4}


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2025-09-01", "2026-01-31", "year"),
        ("2026-08-31", "2026-12-31", "year"),
        ("2026-09-01", "2027-08-31", None),
        ("2024-09-01", "2025-08-31", None),
    ],
)
def test_a_cycle_that_shares_days_with_a_closed_one(start: str, end: str, found: str | None) -> None:
    text = Text(((UNMARKED, "x"),))

    def cycle(one: str, first: str, last: str, counts: dict[str, int]) -> Record[Cycle]:
        data = Cycle(
            title=text, start=dt.date.fromisoformat(first), end=dt.date.fromisoformat(last), counts=counts
        )
        return Record(id=one, path=f"quality/cycles/{one}.yml", kind=Kind.CYCLE, data=data)

    data = School(name=text, languages=("nl",), responsible="x", levels=())
    project = Project(
        school=Record(id="school", path="school.yml", kind=Kind.SCHOOL, data=data),
        cycles={
            "year": cycle("year", "2025-09-01", "2026-08-31", {"learners": 20}),
            "half": cycle("half", start, end, {}),
            "open": cycle("open", start, end, {}),
        },
    )
    assert overlapping(project, "half") == found


def test_lines_say_what_the_totals_say() -> None:
    totals: Totals = {"learners": 12, "ratings": {"1": 5, "yes": 6.5, "no": 0}, "next": {"job": 7}}
    data, _ = parse("\n".join(lines_of(totals)) + "\n", "")
    assert data == {"counts": totals}
    assert lines_of({}) == ["counts: {}"]
