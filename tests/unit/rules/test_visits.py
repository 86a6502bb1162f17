"""Visits: how many, how long between them, and which of them count."""

import datetime as dt

from tests.unit.rules.conftest import Find, codes, swap

AGREEMENT = "learners/anna/agreements/bakery.yml"
VISIT = "learners/anna/contacts/2026-05-28-visit.yml"
GUIDANCE = "{text: Jan works beside Anna.}"


def visit(day: str, more: str = "") -> dict[str, str]:
    text = f"date: {day}\nkind: visit\nparticipants: {{role: learner}}\n{more}"
    return {f"learners/anna/contacts/{day}-visit-2.yml": text}


def test_an_interval_may_be_just_as_long_as_agreed(find: Find) -> None:
    changes = {AGREEMENT: swap((GUIDANCE, "{max_interval_days: 33}"))}
    assert find(changes) == []  # from 28 May to 30 June
    found = find({AGREEMENT: swap((GUIDANCE, "{max_interval_days: 32}"))})
    assert codes(found) == ["W643"]
    assert found[0].message.render() == (
        "No visit from 2026-05-28 to 2026-06-30, which is 33 days; agreed: at most 32 (point 43)"
    )
    assert found[0].pointer == ("guidance", "max_interval_days")


def test_every_gap_is_told(find: Find) -> None:
    found = find({AGREEMENT: swap((GUIDANCE, "{max_interval_days: 20}"))})
    assert [one.message.render()[:36] for one in found] == [
        "No visit from 2026-05-04 to 2026-05-",
        "No visit from 2026-05-28 to 2026-06-",
    ]


def test_the_number_is_asked_for_only_when_the_placement_is_over(find: Find) -> None:
    changes = {AGREEMENT: swap((GUIDANCE, "{min_visits: 2}"))}
    assert find(changes, dt.date(2026, 6, 30)) == []
    over = {AGREEMENT: swap((GUIDANCE, "{min_visits: 2}"), ("end: 2026-08-28", "end: 2026-06-30"))}
    found = find(over, dt.date(2026, 6, 30))
    assert [one.message.render() for one in found if one.code == "W643"] == [
        "Visits done: 1; agreed: at least 2 (point 43)"
    ]


def test_a_call_and_a_planned_visit_do_not_count(find: Find) -> None:
    day = dt.date(2026, 7, 8)
    assert "W643" not in codes(find({}, day))
    assert "W643" in codes(find({VISIT: swap(("kind: visit", "kind: call"))}, day))
    planned = {VISIT: lambda text: text + "planned: true\n"}
    assert "W643" in codes(find(planned, day))


def test_a_placement_that_is_still_to_come_asks_for_nothing(find: Find) -> None:
    later = {
        AGREEMENT: swap(
            ("start: 2026-05-04", "start: 2026-07-06"),
            ("induction: {date: 2026-05-04", "induction: {date: 2026-07-06"),
            (GUIDANCE, "{min_visits: 9, max_interval_days: 1}"),
        )
    }
    assert find(later) == []


def test_a_broken_contact_may_be_the_visit(find: Find) -> None:
    strict = swap((GUIDANCE, "{max_interval_days: 5}"))
    assert codes(find({AGREEMENT: strict, VISIT: "date: [\n"})) == ["E101"]


def test_a_planned_contact_of_today_is_not_past(find: Find) -> None:
    planned = visit("2026-06-30", "planned: true\n")
    assert find(planned) == []
    assert codes(find(planned, dt.date(2026, 7, 1))) == ["W252"]


def test_only_a_visit_that_can_still_be_made_is_due(find: Find) -> None:
    found = find({AGREEMENT: swap((GUIDANCE, "{max_interval_days: 20}"))})
    assert [(one.who, one.due) for one in found] == [
        (("marieke",), None),
        (("marieke",), dt.date(2026, 6, 17)),
    ]
