"""A school over the years: what each cycle came to, what got better, what goes on in the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bekwaam.diagnostics import Message
from bekwaam.figures.figure import Number
from bekwaam.figures.trends import MEASURES, Change, Form, Measure, State, Year, years
from bekwaam.model.project import Record
from bekwaam.model.quality import Action, ActionStatus
from bekwaam.views.context import Context
from bekwaam.views.parts import PersonView
from bekwaam.views.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """A cycle and how far it is."""

    id: str
    title: Words
    start: dt.date
    end: dt.date
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """A measure in one cycle; ``value`` is None where it is not known or was left out."""

    year: YearView
    value: Number | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendView:
    """A measure over the cycles, and how its last two known values compare."""

    id: str
    title: Message
    how: Message
    form: Form
    points: tuple[TrendPoint, ...]
    change: Change | None
    before: TrendPoint | None
    after: TrendPoint | None

    @property
    def top(self) -> Number:
        """Where the scale of a chart ends: 1 for a share, 5 for a rating, else the largest value."""
        if self.form is Form.SHARE:
            return 1
        if self.form is Form.RATING:
            return 5
        return max((one.value for one in self.points if one.value is not None), default=0) or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """Something to improve; ``late`` where it should have been done by now."""

    id: str
    title: Words
    owner: PersonView
    due: dt.date
    status: ActionStatus
    effect: Words | None
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CyclesView:
    """All cycles side by side. ``carried`` goes on; ``helped`` is done, with its effect."""

    years: tuple[YearView, ...]
    trends: tuple[TrendView, ...]
    carried: tuple[ActionView, ...]
    helped: tuple[ActionView, ...]


def cycles_view(context: Context) -> CyclesView | None:
    """The years of a school, for its team only."""
    if not context.for_team:
        return None
    found = years(context.project, context.as_of)
    actions = [_action(context, one) for one in context.project.actions.values()]
    unfinished = (ActionStatus.OPEN, ActionStatus.DOING)
    return CyclesView(
        years=tuple(year_view(context, one) for one in found),
        trends=tuple(trends(context, found)),
        carried=tuple(
            sorted((one for one in actions if one.status in unfinished), key=lambda one: (one.due, one.id))
        ),
        helped=tuple(
            sorted(
                (one for one in actions if one.status is ActionStatus.DONE and one.effect),
                key=lambda one: (one.due, one.id),
                reverse=True,
            )
        ),
    )


def year_view(context: Context, year: Year) -> YearView:
    """A cycle as it is named."""
    data = year.cycle.data
    return YearView(
        id=year.cycle.id,
        title=context.words(data.title),
        start=data.start,
        end=data.end,
        state=year.state,
    )


def trends(context: Context, found: tuple[Year, ...]) -> Iterator[TrendView]:
    """The measures of which at least one cycle knows the value."""
    shown = [(year_view(context, one), one.counts) for one in found if one.state is not State.COMING]
    for measure in MEASURES:
        points = tuple(TrendPoint(year=year, value=measure.of(counts)) for year, counts in shown)
        known = [one for one in points if one.value is not None]
        if known:
            yield _trend(measure, points, known)


def _trend(measure: Measure, points: tuple[TrendPoint, ...], known: list[TrendPoint]) -> TrendView:
    before, after = next(pairwise(known[-2:]), (None, None))
    change = None
    if before is not None and after is not None:
        assert before.value is not None and after.value is not None
        change = measure.change(before.value, after.value)
    return TrendView(
        id=measure.id,
        title=measure.title,
        how=measure.how,
        form=measure.form,
        points=points,
        change=change,
        before=before,
        after=after,
    )


def _action(context: Context, record: Record[Action]) -> ActionView:
    data = record.data
    return ActionView(
        id=record.id,
        title=context.words(data.title),
        owner=context.person(data.owner, None, context.as_of),
        due=data.due,
        status=data.status,
        effect=context.words_or_none(data.effect),
        late=data.status in (ActionStatus.OPEN, ActionStatus.DOING) and data.due < context.as_of,
    )
