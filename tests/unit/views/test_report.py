"""The report about a year holds totals that were kept, and no words that somebody wrote about people."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.figures import compute
from bekwaam.figures.protection import protect
from bekwaam.model.audience import Audience
from bekwaam.model.project import Project
from bekwaam.model.quality import Counts
from bekwaam.project import Loaded
from bekwaam.views.context import Context
from bekwaam.views.report import ReportView, latest_report, report_view

DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def loaded(example: Path) -> Loaded:
    return project.load(example, as_of=DAY)


def context(loaded: Loaded, project: Project | None = None, audience: Audience = Audience.TEAM) -> Context:
    return Context(restrict(project or loaded.project, loaded.statuses, audience, DAY), "en")


def closed(loaded: Loaded, counts: Counts) -> Project:
    """The example school with these totals for its last year."""
    cycles = dict(loaded.project.cycles)
    last = cycles["2025-2026"]
    cycles["2025-2026"] = replace(last, data=replace(last.data, counts=counts))
    return replace(loaded.project, cycles=cycles)


def test_the_last_closed_year_with_those_before_it(loaded: Loaded) -> None:
    view = latest_report(context(loaded))
    assert view is not None
    assert view.year.id == "2024-2025"
    assert [point.value for point in view.trends[0].points] == [14, 16, 17, 19]
    earlier = report_view(context(loaded), "2022-2023")
    assert [point.value for point in earlier.trends[0].points] == [14, 16]
    assert latest_report(context(loaded, audience=Audience.PUBLIC)) is None


def test_totals_are_those_that_were_kept(loaded: Loaded) -> None:
    cycle = loaded.project.cycles["2025-2026"].data
    kept = protect(compute(loaded.project, loaded.statuses, DAY, cycle))
    view = report_view(context(loaded, closed(loaded, kept)), "2025-2026")
    numbers = {one.title.render(): one.number for one in view.totals}
    assert numbers["Learners"] == 12
    assert "Learners by status" not in numbers  # eight, three and one
    told = {number for one in view.totals for _, _, number in one.groups}
    told |= {one.number for one in view.totals if one.number}
    flat = {n for value in kept.values() for n in (value.values() if isinstance(value, dict) else [value])}
    assert told <= flat


def test_what_was_written_by_hand_may_be_too_small_to_share(loaded: Loaded) -> None:
    counts: Counts = {
        "learners": 19,
        "learners_by_status": {"active": 12, "completed": 4, "stopped": 3},
        "feedback": 2,
        "feedback_rating": 4.5,
        "somebody": 1,
    }
    view = report_view(context(loaded, closed(loaded, counts)), "2025-2026")
    assert [(one.title.render(), one.number, one.groups) for one in view.totals] == [
        ("Learners", 19, ()),
        ("Mean rating in feedback", 4.5, ()),
    ]


def test_actions_are_told_by_subject_only(loaded: Loaded) -> None:
    view = report_view(context(loaded, closed(loaded, {"learners": 12})), "2025-2026")
    due = [
        one
        for one in loaded.project.actions.values()
        if dt.date(2025, 9, 1) <= one.data.due <= dt.date(2026, 8, 31)
    ]
    assert sum(one.actions for one in view.improvements) == len(due) > 0
    assert sum(one.done for one in view.improvements) > 0
    assert view.improvements[-1].title is None
    told = words(view)
    for action in loaded.project.actions.values():
        for text in (action.data.title, action.data.effect):
            for one in text.everything if text else ():
                assert one not in told
    for person in loaded.project.people.values():
        assert person.data.name.everything[0] not in told


def words(view: ReportView) -> str:
    return repr(view)
