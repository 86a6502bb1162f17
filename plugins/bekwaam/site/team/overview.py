"""Where the team starts on a Monday: who has to do something now, and for which learners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.team.menu import menu
from bekwaam.views.parts import Link
from bekwaam.views.team.maker import follow_up_uri
from bekwaam.views.team.task import Task, When
from bekwaam.views.team.view import PersonPage, TeamView

_MOST_LEARNERS = 12
_MOST_TASKS = 8
_NOW = (When.OVERDUE, When.WEEK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Somebody with how much there is to do, by when, and the first of it."""

    person: PersonPage
    counts: Mapping[str, int]
    first: Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Needing:
    """A learner with what is overdue or due this week."""

    learner: Link
    follow_up: str
    tasks: tuple[Task, ...]
    overdue: int


def overview(press: Press, team: TeamView) -> Page:
    """The page `team/`; it lists people and cohorts, and no more than a few learners."""
    as_of = press.school.as_of
    rows = [_row(press, one) for one in team.people if one.tasks]
    needing = _needing(press, team)
    own = [one for one in team.tasks if one.key is None and one.when(as_of) in _NOW]
    return press.page(
        "team/index",
        "team/",
        title=press.say("Follow-up"),
        search=False,
        menu=menu(press),
        counts=_counts(press, team.tasks),
        rows=sorted(rows, key=_busiest),
        idle=[one for one in team.people if not one.tasks],
        needing=needing[:_MOST_LEARNERS],
        all_needing=len(needing),
        cohorts=team.cohorts,
        own=own[:_MOST_TASKS],
        all_own=len(own),
        names=team.names,
    )


def _row(press: Press, person: PersonPage) -> Row:
    return Row(person=person, counts=_counts(press, person.tasks), first=person.tasks[0])


def _counts(press: Press, tasks: Iterable[Task]) -> Mapping[str, int]:
    """How many there are of each sort of :class:`When`, by its value."""
    counts = Counter(one.when(press.school.as_of) for one in tasks)
    return {when.value: counts[when] for when in When}


def _busiest(row: Row) -> tuple[int, int, str]:
    return -row.counts[When.OVERDUE.value], -row.counts[When.WEEK.value], str(row.person.name).casefold()


def _needing(press: Press, team: TeamView) -> list[Needing]:
    """The learners for whom something is overdue or due this week, those with most of it first."""
    as_of = press.school.as_of
    by_learner: dict[str, list[Task]] = {}
    for task in team.tasks:
        if task.key is not None and task.when(as_of) in _NOW:
            by_learner.setdefault(task.key, []).append(task)
    found = [
        Needing(
            learner=tasks[0].learner,
            follow_up=follow_up_uri(key),
            tasks=tuple(tasks),
            overdue=sum(one.when(as_of) is When.OVERDUE for one in tasks),
        )
        for key, tasks in by_learner.items()
        if tasks[0].learner is not None
    ]
    return sorted(found, key=lambda one: (-one.overdue, -len(one.tasks), str(one.learner.title).casefold()))
