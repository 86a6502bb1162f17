"""Each rule of the statuses, on the smallest school that shows it."""

from __future__ import annotations

import pytest

from bekwaam.model.status import Flag, Status
from tests.unit.status.builders import Case


def test_nothing_yet() -> None:
    assert Case().status().status is Status.NOT_STARTED


def test_evidence_that_nobody_confirmed_does_not_count() -> None:
    assert Case().evidence("e1", verified=None).status().status is Status.NOT_STARTED


def test_evidence_that_an_assessment_cites_counts() -> None:
    case = Case().evidence("e1", verified=None)
    case.assessment("a1", "jan", "with_help", "2026-03-05", "formative", evidence=["e1"])
    assert case.status().counting == ("e1",)


def test_citing_ones_own_evidence_does_not_make_it_count() -> None:
    case = Case().evidence("e1", verified=None)
    case.assessment("a1", "self", "with_help", "2026-03-05", "formative", evidence=["e1"])
    assert case.status().status is Status.NOT_STARTED


def test_private_evidence_does_not_count() -> None:
    assert Case().evidence("e1", visibility="private").status().status is Status.NOT_STARTED


def test_an_assessment_by_someone_else_starts_it() -> None:
    case = Case().assessment("a1", "jan", "not_yet", "2026-03-05", "formative")
    assert case.status().status is Status.IN_PROGRESS


def test_a_self_assessment_changes_nothing() -> None:
    case = Case().assessment("a1", "self", "new_situations")
    assert case.status().status is Status.NOT_STARTED
    assert case.status().level is None
    assert case.status().learner == "a1"


def test_ready_needs_items_types_and_critical_criteria() -> None:
    assert Case().evidence("e1").met().status().status is Status.IN_PROGRESS
    same_type = Case().evidence("e1").evidence("e2").met()
    assert same_type.status().status is Status.IN_PROGRESS
    assert Case().enough().status().status is Status.IN_PROGRESS
    assert Case().enough().met().status().status is Status.READY


def test_the_latest_value_of_a_critical_criterion_counts_and_not_seen_does_not() -> None:
    case = Case().enough().met("2026-03-05")
    case.assessment("a2", "sara", "supervised", "2026-04-01", "interim", {"temperature": "not_seen"})
    assert case.status().status is Status.READY
    case.assessment("a3", "sara", "supervised", "2026-04-02", "interim", {"temperature": "not_met"})
    assert case.status().status is Status.IN_PROGRESS
    case.assessment("a4", "self", "supervised", "2026-04-03", "interim", {"temperature": "met"})
    assert case.status().status is Status.IN_PROGRESS


@pytest.mark.parametrize(
    ("mentor", "coach", "expected"),
    [
        ("independent", "independent", Status.PROPOSED),
        ("new_situations", "independent", Status.PROPOSED),
        ("supervised", "independent", Status.TO_DISCUSS),
        ("independent", "supervised", Status.TO_DISCUSS),
        ("supervised", "supervised", Status.IN_PROGRESS),
        ("supervised", "with_help", Status.IN_PROGRESS),
        ("not_yet", "supervised", Status.TO_DISCUSS),
    ],
)
def test_mentor_and_coach_side_by_side(mentor: str, coach: str, expected: Status) -> None:
    case = Case().enough().met()
    case.assessment("m", "jan", mentor).assessment("c", "sara", coach)
    assert case.status().status is expected


def test_more_than_one_level_apart_though_both_reach_the_target() -> None:
    case = Case(target="supervised").enough().met()
    case.assessment("m", "jan", "supervised").assessment("c", "sara", "new_situations")
    assert case.status().status is Status.TO_DISCUSS


def test_both_reach_the_target_without_enough_evidence() -> None:
    case = Case().evidence("e1").met()
    case.assessment("m", "jan", "independent").assessment("c", "sara", "independent")
    assert case.status().status is Status.IN_PROGRESS


def test_one_side_is_not_enough_and_a_teacher_is_no_side() -> None:
    case = Case().enough().met().assessment("m", "jan", "not_yet")
    assert case.status().status is Status.READY
    case.assessment("t", "teacher", "independent")
    assert case.status().status is Status.READY


def test_the_backup_speaks_for_a_side_and_the_latest_speaks() -> None:
    case = Case().enough().met()
    case.assessment("m1", "jan", "not_yet", "2026-06-01")
    case.assessment("m2", "piet", "independent", "2026-06-02")
    case.assessment("c", "lies", "independent")
    assert case.status().status is Status.PROPOSED


def test_without_a_target_both_sides_leave_it_to_the_evidence() -> None:
    case = Case(target=None).enough().met()
    case.assessment("m", "jan", "not_yet").assessment("c", "sara", "independent")
    status = case.status()
    assert status.status is Status.READY
    assert status.level == "not_yet"
    assert status.target is None


def test_later_records_do_not_count() -> None:
    case = Case().enough().met()
    case.assessment("m", "jan", "independent", "2026-06-10")
    case.assessment("c", "sara", "independent", "2026-06-12")
    case.decision("d", "achieved", "2026-06-20")
    assert case.status("2026-06-09").status is Status.READY
    assert case.status("2026-06-12").status is Status.PROPOSED
    assert case.status("2026-06-20").status is Status.ACHIEVED
    assert case.status("2026-02-01").status is Status.NOT_STARTED


def test_evidence_confirmed_later_does_not_count_yet() -> None:
    case = Case().evidence("e1", verified={"by": "jan", "date": "2026-05-01"})
    assert case.status("2026-04-30").status is Status.NOT_STARTED
    assert case.status("2026-05-01").status is Status.IN_PROGRESS


def test_age_is_taken_at_the_later_summative_once_both_are_there() -> None:
    case = Case().evidence("e1", "2024-06-11", "photo").evidence("e2", "2024-06-12", "test").met()
    assert case.status("2026-06-11").status is Status.READY
    assert case.status("2026-06-12").status is Status.IN_PROGRESS
    case.assessment("m", "jan", "independent", "2026-06-01")
    case.assessment("c", "sara", "independent", "2026-06-11")
    assert case.status("2026-12-31").status is Status.PROPOSED


def test_the_schools_numbers() -> None:
    rules = {"evidence": {"min_items": 1, "min_types": 1, "max_age_months": 1}}
    case = Case(rules=rules).evidence("e1", "2026-01-31").met("2026-02-01")
    assert case.status("2026-02-28").status is Status.READY
    assert case.status("2026-03-01").status is Status.IN_PROGRESS


def test_the_latest_decision_stands_and_on_one_day_the_later_id() -> None:
    case = Case().decision("d1", "achieved", motivation="x").decision("d2", "not_achieved")
    assert case.status().status is Status.NOT_ACHIEVED
    case.decision("d0", "exempt", "2026-06-21")
    assert case.status().status is Status.EXEMPT


def test_a_departure_is_marked_and_wants_a_motivation() -> None:
    case = Case().decision("d1", "achieved")
    assert Flag.OVERRULED in case.status().flags
    assert case.errors() == ["E405"]
    assert Case().decision("d1", "achieved", motivation="gezien").errors() == []
    proposed = Case().enough().met()
    proposed.assessment("m", "jan", "independent").assessment("c", "sara", "independent")
    assert proposed.decision("d1", "achieved").errors() == []
    assert proposed.status().flags == ()
    proposed.decision("d2", "not_achieved", "2026-06-21")
    assert proposed.errors() == ["E405"]
    assert Flag.OVERRULED in proposed.status().flags
    assert Case().decision("d1", "not_achieved").errors() == []
    assert Case().decision("d1", "exempt").errors() == []


def test_level() -> None:
    case = Case().enough().met()
    assert case.status().level == "supervised"
    case.assessment("m", "jan", "new_situations").assessment("c", "sara", "independent")
    assert case.status().level == "independent"
    case.decision("d1", "achieved", level="new_situations")
    assert case.status().level == "new_situations"


def test_aged_evidence_asks_for_a_refresh_and_revokes_nothing() -> None:
    case = Case().evidence("e1", "2026-01-10").evidence("e2", "2026-02-10", "test").met()
    case.assessment("m", "jan", "independent").assessment("c", "sara", "independent")
    case.decision("d1", "achieved")
    assert case.status("2028-01-10").flags == ()
    status = case.status("2028-01-11")
    assert status.status is Status.ACHIEVED
    assert status.flags == (Flag.NEEDS_REFRESH,)
    case.evidence("e3", "2027-05-01")
    assert case.status("2028-01-11").flags == ()


def test_a_broken_seal_asks_for_a_refresh() -> None:
    case = Case().decision("d1", "achieved", motivation="x")
    assert Flag.NEEDS_REFRESH in case.status(broken=("decisions/d1",)).flags
    assert Flag.NEEDS_REFRESH not in case.status(broken=("decisions/other",)).flags


def test_the_broken_seal_of_a_summative_counts_also_where_the_decision_does_not_name_it() -> None:
    case = Case().enough().met().assessment("m", "jan", "independent").assessment("c", "sara", "independent")
    case.decision("d1", "achieved")
    assert Flag.NEEDS_REFRESH in case.status(broken=("assessments/m",)).flags
    assert Flag.NEEDS_REFRESH not in case.status(broken=("assessments/met-2026-03-05-jan",)).flags


def test_the_highest_plan_agreed_counts_else_the_highest() -> None:
    case = Case(target=None)
    case.plan("p1", 1, "with_help", "2025-10-01").plan("p2", 2, "independent", "2026-05-01")
    assert case.status("2026-04-30").target == "with_help"
    assert case.status("2026-05-01").target == "independent"
    assert case.status("2025-09-01").target == "independent"


def test_every_status_says_why_and_what_it_used() -> None:
    case = Case().enough().met()
    case.assessment("m", "jan", "independent").assessment("c", "sara", "independent")
    status = case.status()
    assert status.why.render().startswith("Mentor and coach agree")
    assert status.records == ("assessments/m", "assessments/c", "evidence/e1", "evidence/e2")
