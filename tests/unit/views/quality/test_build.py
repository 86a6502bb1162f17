"""What the team sees of quality: answers side by side, what changed, and what goes along."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bekwaam import project
from bekwaam.audience.gate import restrict
from bekwaam.model.audience import Audience
from bekwaam.model.quality import AnswerValue
from bekwaam.views.context import Context
from bekwaam.views.quality.build import quality_view
from bekwaam.views.quality.parts import Accord, PointView, QualityView, Trend
from tests.conftest import ROOT

AS_OF = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def loaded() -> project.Loaded:
    return project.load(ROOT / "portfolios", AS_OF)


@pytest.fixture(scope="module")
def quality(loaded: project.Loaded) -> QualityView:
    view = view_of(loaded)
    assert view is not None
    return view


@pytest.fixture(scope="module")
def points(quality: QualityView) -> dict[str, PointView]:
    return {one.code: one for one in quality.points}


def view_of(loaded: project.Loaded, audience: Audience = Audience.TEAM) -> QualityView | None:
    return quality_view(Context(restrict(loaded.project, loaded.statuses, audience, AS_OF), "nl"))


@pytest.mark.parametrize("audience", [Audience.HANDOVER, Audience.PUBLIC])
def test_only_the_team_sees_it(loaded: project.Loaded, audience: Audience) -> None:
    assert view_of(loaded, audience) is None


def test_all_points_are_there_with_the_schools_own(points: dict[str, PointView]) -> None:
    assert list(points) == [f"{number:02}" for number in range(1, 60)]
    assert [one.code for one in points.values() if one.records is None] == ["14", "56", "58", "59"]


def test_answers_stand_side_by_side(points: dict[str, PointView]) -> None:
    # 41: no (school), yes (De Gist), no (learners), yes (mentors at Lindehof); half of the records: partly.
    reach = points["41"]
    assert [one.value.value for one in reach.of_organisations] == ["no", "yes"]
    assert [one.value.value for one in reach.of_people] == ["no", "yes"]
    assert reach.records and reach.records.answer is AnswerValue.PARTLY
    assert reach.accord is Accord.FAR_APART
    assert [one.id for one in reach.actions] == ["2026-05-vervanging-coach"]
    assert reach.priority == 1


@pytest.mark.parametrize(
    ("code", "accord"),
    [
        ("18", Accord.FAR_APART),  # both say yes, the records no
        ("09", Accord.AGREED),  # yes, yes, yes (mentors), and the records
        ("59", Accord.ALONE),  # only the school
        ("31", Accord.APART),  # partly, yes, partly, partly
    ],
)
def test_where_they_disagree_is_told(points: dict[str, PointView], code: str, accord: Accord) -> None:
    assert points[code].accord is accord


@pytest.mark.parametrize(
    ("code", "trend"),
    [
        ("02", Trend.BETTER),  # no, then partly
        ("06", Trend.WORSE),  # partly, then no
        ("01", Trend.SAME),
        ("03", None),  # not asked last year
    ],
)
def test_the_school_sees_whether_it_got_better(
    points: dict[str, PointView], code: str, trend: Trend | None
) -> None:
    assert points[code].of_organisations[0].trend is trend


def test_actions_come_in_the_order_in_which_they_press(quality: QualityView) -> None:
    late = [one.id for one in quality.actions if one.late]
    assert late == ["2026-02-vervanger-nabij", "2026-03-opleidingen-bijwerken", "2026-06-temperatuurlijsten"]
    assert [one.id for one in quality.actions[:3]] == late
    # Due after 31 August 2026: they go along to the next cycle.
    onward = {one.id for one in quality.actions if one.onward}
    assert "2026-02-beoordelen-na-afloop" in onward
    assert "2026-06-erkenning-verlengen" not in onward, "due on 28 August"
    assert not any(one.onward for one in quality.actions if one.effect), "what is finished goes nowhere"


def test_an_action_from_an_earlier_cycle_is_called_so(loaded: project.Loaded) -> None:
    actions = dict(loaded.project.actions)
    record = actions["2026-06-verslag-delen"]
    actions["2025-03-oud"] = replace(record, id="2025-03-oud")
    view = view_of(replace(loaded, project=replace(loaded.project, actions=actions)))
    assert view is not None
    assert [one.id for one in view.actions if one.from_before] == ["2025-03-oud"]


def test_a_self_evaluation_tells_what_was_not_answered(quality: QualityView) -> None:
    by_id = {one.id: one for one in (*quality.evaluations, *quality.earlier)}
    learners = by_id["2026-05-leerlingen-duaal"]
    assert len(learners.answers) == 12
    assert "43" in {one.code for one in learners.open}
    assert "09" not in {one.code for one in learners.open}, "learners are not asked about it"
    assert [one.id for one in quality.earlier] == ["2025-06-atelierschool-alternerend"]
    assert dict(by_id["2025-06-atelierschool-alternerend"].counts)[AnswerValue.NO] == 6


def test_records_that_fall_short_are_named_and_linked(points: dict[str, PointView]) -> None:
    records = points["10"].records
    assert records is not None
    assert [one.record.uri for one in records.short] == ["learners/stan-verlinden/"]


def test_without_self_evaluations_there_is_still_a_page(loaded: project.Loaded) -> None:
    bare = replace(loaded.project, self_evaluations={}, actions={}, cycles={})
    view = view_of(replace(loaded, project=bare))
    assert view is not None
    assert view.cycle is None
    assert not view.evaluations and not view.actions
    assert all(not one.answers for one in view.points)
