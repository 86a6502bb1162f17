"""What a school may tell others about a year: totals in which nobody can be found, and what it improves."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bekwaam.diagnostics import Message
from bekwaam.figures import Figure, Number, compute
from bekwaam.figures.figure import Label
from bekwaam.figures.protection import shareable
from bekwaam.figures.trends import Year, closed_years
from bekwaam.guide import guide
from bekwaam.model.quality import ActionStatus
from bekwaam.views.context import Context
from bekwaam.views.cycles import TrendView, YearView, trends, year_view
from bekwaam.views.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalView:
    """A total; ``groups`` are those of its whole that may be told: label, code and number."""

    title: Message
    number: Number | None
    groups: tuple[tuple[Label, str, Number], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementView:
    """How many actions there were on a subject, and how many are done; ``title`` None for all others."""

    title: Words | None
    actions: int
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """The report about one closed cycle; nothing in it is about a person or a small group."""

    year: YearView
    totals: tuple[TotalView, ...]
    trends: tuple[TrendView, ...]
    improvements: tuple[ImprovementView, ...]
    as_of: dt.date


def latest_report(context: Context) -> ReportView | None:
    """The report about the last cycle that was closed, for the team to share or not."""
    if not context.for_team:
        return None
    closed = closed_years(context.project)
    return report_view(context, closed[-1].cycle.id) if closed else None


def report_view(context: Context, cycle: str) -> ReportView:
    """The report about a cycle that is closed, from what was kept of it and nothing else.

    Actions are told by the subject that they are about, in the guide's words: a title that somebody
    wrote may name people.
    """
    # Only what the figures are called is asked here, so nobody needs counting.
    nobody = replace(context.project, learners={})
    definitions = {one.id: one for one in compute(nobody, {}, context.as_of) if one.kept}
    closed = [
        replace(one, counts=shareable(one.counts, definitions.values()))
        for one in closed_years(context.project)
    ]
    year = next(one for one in closed if one.cycle.id == cycle)
    earlier = tuple(one for one in closed if one.cycle.data.start <= year.cycle.data.start)
    return ReportView(
        year=year_view(context, year),
        totals=tuple(_totals(year, definitions)),
        trends=tuple(trends(context, earlier[-5:])),
        improvements=tuple(_improvements(context, year)),
        as_of=context.as_of,
    )


def _totals(year: Year, definitions: Mapping[str, Figure]) -> Iterator[TotalView]:
    for name, one in definitions.items():
        if one.whole is not None:
            continue
        value = year.counts.get(name)
        number = None if isinstance(value, Mapping) else value
        parts = [other for other in definitions.values() if other.whole == name]
        told = [(part, groups) for part in parts if (groups := _groups(part, year))]
        # One breakdown of its own stands beside the total; where there are more, each has its title.
        beside = len(told) == 1 and told[0][0].id.startswith(f"{name}_by_")
        if number is not None:
            yield TotalView(title=one.title, number=number, groups=told[0][1] if beside else ())
        if not beside:
            for part, groups in told:
                yield TotalView(title=part.title, number=None, groups=groups)


def _groups(part: Figure, year: Year) -> tuple[tuple[Label, str, Number], ...]:
    shown = year.counts.get(part.id)
    if not isinstance(shown, Mapping):
        return ()
    labels = {group.code: group.label for group in part.groups}
    return tuple(
        (labels[code], code, number)
        for code, number in shown.items()
        if code in labels and not isinstance(number, Mapping) and number
    )


def _improvements(context: Context, year: Year) -> Iterator[ImprovementView]:
    data = year.cycle.data
    titles = {point.code: point.title for point in guide().points}
    found, done = Counter[str](), Counter[str]()
    for action in context.project.actions.values():
        if not data.start <= action.data.due <= data.end:
            continue
        subject = action.data.origin if action.data.origin in titles else ""
        found[subject] += 1
        done[subject] += action.data.status is ActionStatus.DONE
    for subject in sorted(found, key=lambda one: (not one, one)):
        yield ImprovementView(
            title=context.words(titles[subject]) if subject else None,
            actions=found[subject],
            done=done[subject],
        )
