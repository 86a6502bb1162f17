"""Pages about how the school does, for its team: points, self-evaluations, actions, and where to start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bekwaam.model.quality import ActionStatus
from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.views.lazily import given
from bekwaam.views.quality.parts import Accord, ActionView, AnswerView, PointView, QualityView, Trend
from bekwaam.views.school_documents import SchoolDocumentKind

_RUNNING = (ActionStatus.OPEN, ActionStatus.DOING)
_NEXT = 8
"""Actions on the first page; the others have a page of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The figures on top of the first page; ``loose`` are weak answers that nothing follows."""

    far: int
    better: int
    worse: int
    open: int
    late: int
    loose: int


def quality(press: Press) -> Iterator[Page]:
    """The pages `quality/`, `quality/points/`, `quality/self-evaluations/` and `quality/actions/`."""
    found = given(press.school.quality)
    if found is None:
        return
    yield _start(press, found)
    yield press.page("quality_points", "quality/points/", title=press.say("All points"), quality=found)
    yield from _evaluations(press, found)
    yield _actions(press, found)


def _start(press: Press, found: QualityView) -> Page:
    points = found.points
    running = [one for one in found.actions if one.status in _RUNNING]
    answers = [(point, one) for point in points for one in point.answers]
    return press.page(
        "quality",
        "quality/",
        title=press.say("Quality"),
        quality=found,
        first=sorted((one for one in points if one.priority), key=lambda one: one.priority or 0),
        far=[one for one in points if one.accord is Accord.FAR_APART],
        changed=_changed(answers),
        next=running[:_NEXT],
        counts=Counts(
            far=sum(one.accord is Accord.FAR_APART for one in points),
            better=sum(one.trend is Trend.BETTER for _, one in answers),
            worse=sum(one.trend is Trend.WORSE for _, one in answers),
            open=len(running),
            late=sum(one.late for one in running),
            loose=sum(one.wants_action and one.action is None for _, one in answers),
        ),
        papers=[one for one in press.school.papers if one.kind.value == SchoolDocumentKind.CHECKLIST.value],
        years=press.school.cycles is not None,
    )


def _changed(answers: list[tuple[PointView, AnswerView]]) -> list[tuple[PointView, AnswerView]]:
    """What got worse first, since that asks for something; then what got better."""
    changed = [(point, one) for point, one in answers if one.trend in (Trend.BETTER, Trend.WORSE)]
    return sorted(changed, key=lambda pair: pair[1].trend is Trend.BETTER)


def _evaluations(press: Press, found: QualityView) -> Iterator[Page]:
    every = sorted((*found.evaluations, *found.earlier), key=lambda one: (one.cycle_id, one.id), reverse=True)
    groups = [(cycle, list(ones)) for cycle, ones in groupby(every, key=lambda one: one.cycle)]
    yield press.page(
        "quality_evaluations",
        "quality/self-evaluations/",
        title=press.say("Self-evaluations"),
        groups=groups,
    )
    for one in every:
        yield press.page(
            "quality_evaluation",
            one.uri,
            title=f"{one.organisation}, {one.cycle}",
            evaluation=one,
        )


def _actions(press: Press, found: QualityView) -> Page:
    def of(late: bool, *statuses: ActionStatus) -> list[ActionView]:
        return [one for one in found.actions if one.status in statuses and one.late is late]

    groups = [
        (
            press.say("Late"),
            press.say("Finish these, give them a new date, or drop them and say why."),
            of(True, *_RUNNING),
        ),
        (press.say("To do"), press.say("The first due comes first."), of(False, *_RUNNING)),
        (
            press.say("Done"),
            press.say("What it brought is what others can learn from."),
            of(False, ActionStatus.DONE),
        ),
        (
            press.say("Dropped"),
            press.say("Why it was dropped is worth knowing too."),
            of(False, ActionStatus.DROPPED),
        ),
    ]
    return press.page(
        "quality_actions",
        "quality/actions/",
        title=press.say("Actions"),
        groups=[one for one in groups if one[2]],
    )
