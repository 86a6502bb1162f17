"""Assessing along the way, by the learner too, and after."""

import datetime as dt

from tests.unit.rules.conftest import Find, codes, swap

AGREEMENT = "learners/anna/agreements/bakery.yml"
JAN = "learners/anna/assessments/2026-06-10-jan.yml"


def assessment(day: str, assessor: str, phase: str = "during") -> dict[str, str]:
    text = f"date: {day}\nassessor: {assessor}\nmoment: formative\nphase: {phase}\n"
    text += "results: {competence: bakery/dough, level: independent}\n"
    return {f"learners/anna/assessments/{day}-{assessor}-2.yml": text}


def test_the_learner_has_sixty_days_to_look_at_themselves(find: Find) -> None:
    assert find({}, dt.date(2026, 7, 2)) == []
    found = find({}, dt.date(2026, 7, 3))
    assert codes(found) == ["W647"]
    assert found[0].pointer == ("start",)


def test_one_self_assessment_in_time_is_enough(find: Find) -> None:
    assert find(assessment("2026-06-01", "self"), dt.date(2026, 7, 3)) == []


def test_a_self_assessment_is_no_assessment_by_others(find: Find) -> None:
    late = dt.date(2026, 8, 20)
    found = find(assessment("2026-07-10", "self"), late)
    assert [one.message.render() for one in found if one.code == "W648"] == [
        "Nobody assessed from 2026-06-12 to 2026-08-20, which is 69 days; agreed: at most 60 (point 48)"
    ]


def test_looking_back_is_asked_for_after_a_while_only(find: Find) -> None:
    over = {AGREEMENT: swap(("end: 2026-08-28", "end: 2026-06-26"))}
    assert "W649" not in codes(find(over, dt.date(2026, 8, 24)))
    assert "W649" in codes(find(over, dt.date(2026, 8, 25)))
    looked_back = {**over, **assessment("2026-07-03", "marieke", "after")}
    assert "W649" not in codes(find(looked_back, dt.date(2026, 8, 25)))


def test_a_broken_assessment_may_be_the_one_that_is_missed(find: Find) -> None:
    assert codes(find({JAN: "date: [\n"}, dt.date(2026, 8, 20))) == ["W643", "E101"]


def test_dates_the_wrong_way_round_are_told_once(find: Find) -> None:
    found = find({AGREEMENT: swap(("end: 2026-08-28", "end: 2026-01-28"))})
    assert codes(found) == ["E251"]
