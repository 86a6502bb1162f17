"""Dates that contradict each other, and dates that are still to come."""

import datetime as dt

from tests.unit.rules.conftest import Find, codes, swap

AGREEMENT = "learners/anna/agreements/bakery.yml"
PLAN = "learners/anna/plans/1.yml"
LEARNER = "learners/anna/learner.yml"
DECISION = "learners/anna/decisions/2026-06-20-dough.yml"


def test_one_day_is_a_period(find: Find) -> None:
    one_day = swap(("from: 2020-09-01", "from: 2026-05-04, to: 2026-05-04"))
    assert "E251" not in codes(find({"people/marieke.yml": one_day}))


def test_a_role_that_ends_before_it_starts(find: Find) -> None:
    teacher = "name: T\nroles: {role: teacher, organisation: south, from: 2026-01-01, to: 2025-01-01}\n"
    found = find({"people/t.yml": teacher})
    assert [(one.code, one.pointer) for one in found] == [("E251", ("roles", 0, "to"))]
    assert found[0].location is not None
    assert found[0].location.column == 67


def test_a_consent_that_was_withdrawn_before_it_was_given(find: Find) -> None:
    held = "{scope: name, audience: public, given_by: learner, date: 2026-06-02, withdrawn: 2026-06-01}"
    assert codes(find({LEARNER: lambda text: f"{text}consents: {held}\n"})) == ["E251"]


def test_a_permission_that_ends_before_it_was_given_is_told_once(find: Find) -> None:
    permission = "approvals: {by: Fund, date: 2026-05-01, expires: 2025-05-01}\n"
    assert codes(find({AGREEMENT: lambda text: text + permission})) == ["E251"]


def test_an_agreement_the_wrong_way_round_makes_no_goal_too_early(find: Find) -> None:
    assert codes(find({AGREEMENT: swap(("start: 2026-05-04", "start: 2027-05-04"))})) == ["E251"]


def test_hours_until_a_day_before_the_start(find: Find) -> None:
    hours = {AGREEMENT: lambda text: text + "attendance: {until: 2026-05-03, hours: 8}\n"}
    assert codes(find(hours)) == ["E252"]


def test_a_goal_may_be_due_on_the_first_day(find: Find) -> None:
    assert find({PLAN: swap(("due: 2026-08-28", "due: 2026-05-04"))}) == []


def test_a_decision_does_not_rest_on_what_came_later(find: Find) -> None:
    found = find({DECISION: swap(("date: 2026-06-20", "date: 2026-06-11"))})
    assert "E253" in codes(found)
    assert found[-1].pointer == ("results", 0, "assessments", 1)


def test_what_is_dated_today_counts(find: Find) -> None:
    assert find({}, dt.date(2026, 6, 20)) == []
    assert codes(find({}, dt.date(2026, 6, 19))) == ["W251"]
