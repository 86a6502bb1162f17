"""Cohorts: a heat map of competences for each programme, and how much the learners of a group differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bekwaam.audience.slug import unique_slug
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.status import Status
from bekwaam.views.competences import ladder
from bekwaam.views.context import Context
from bekwaam.views.evidence import learner_uri
from bekwaam.views.learners import programme
from bekwaam.views.parts import Link
from bekwaam.views.team.maker import follow_up_uri
from bekwaam.views.team.task import Task, When
from bekwaam.views.team.view import CohortView, HeatMap, HeatRow, Spread
from bekwaam.views.words import Words

SMALLEST_GROUP = 5
"""Numbers about fewer learners would be about one of them."""

_PRESSING = (When.OVERDUE, When.WEEK)
_SHARES = ("0–24%", "25–49%", "50–74%", "75–100%")

Tasks = Mapping[str, tuple[Task, ...]]
"""What there is to do, by the key of the learner."""


def cohort_views(context: Context, keys: Sequence[str], by_learner: Tasks) -> tuple[CohortView, ...]:
    """Every cohort, the newest first; ``keys`` are the learners in order."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        groups[context.project.learners[key].learner.data.cohort].append(key)
    taken: set[str] = set()
    slugs = {name: unique_slug(name, taken) for name in sorted(groups)}
    return tuple(
        _cohort(context, name, slugs[name], groups[name], by_learner) for name in sorted(groups, reverse=True)
    )


def _cohort(context: Context, name: str, slug: str, keys: list[str], by_learner: Tasks) -> CohortView:
    programmes: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        learner = context.project.learners[key].learner.data
        if learner.status is not LearnerStatus.STOPPED:
            programmes[learner.programme].append(key)
    maps = [_map(context, one, group, by_learner) for one, group in programmes.items()]
    rows = [row for one in maps for row in one.rows]
    tasks = [task for key in keys for task in by_learner.get(key, ())]
    return CohortView(
        name=name,
        uri=f"team/cohorts/{slug}/",
        learners=len(rows),
        maps=tuple(sorted(maps, key=lambda one: str(one.programme.title).casefold())),
        tasks=tuple(one for one in tasks if one.when(context.as_of) in _PRESSING),
        shares=_shares(rows) if len(rows) >= SMALLEST_GROUP else None,
    )


def _map(context: Context, framework: str, keys: list[str], by_learner: Tasks) -> HeatMap:
    """Competences in the order in which the first learner who has them has them."""
    statuses = context.gated.statuses
    columns = list(dict.fromkeys(reference for key in keys for reference in statuses[key]))
    rows = tuple(_row(context, key, columns, by_learner.get(key, ())) for key in keys)
    return HeatMap(
        programme=programme(context, framework),
        competences=tuple(context.competence(one) for one in columns),
        rows=rows,
        spread=tuple(_spreads(context, rows, columns)) if len(rows) >= SMALLEST_GROUP else None,
    )


def _row(context: Context, key: str, columns: Iterable[str], tasks: Iterable[Task]) -> HeatRow:
    folder, statuses = context.project.learners[key], context.gated.statuses[key]
    found = [statuses.get(reference) for reference in columns]
    return HeatRow(
        learner=Link(title=Words(context.gated.shown[key].name), uri=learner_uri(key)),
        follow_up=follow_up_uri(key),
        status=folder.learner.data.status,
        achieved=sum(one.status is Status.ACHIEVED for one in statuses.values()),
        cells=tuple((one.status, ladder(context, folder, one)) if one else None for one in found),
        pressing=sum(task.when(context.as_of) in _PRESSING for task in tasks),
    )


def _spreads(context: Context, rows: Sequence[HeatRow], columns: Iterable[str]) -> Iterator[Spread]:
    for place, reference in enumerate(columns):
        cells = [cell for row in rows if (cell := row.cells[place]) is not None]
        if len(cells) < SMALLEST_GROUP:
            continue
        counts = Counter(status for status, _ in cells)
        ranks = [view.reached for _, view in cells if view.reached is not None]
        yield Spread(
            competence=context.competence(reference).title,
            statuses=tuple((status, counts[status]) for status in Status if counts[status]),
            lowest=context.levels[min(ranks)].label if ranks else None,
            highest=context.levels[max(ranks)].label if ranks else None,
            without_level=len(cells) - len(ranks),
        )


def _shares(rows: Iterable[HeatRow]) -> tuple[tuple[str, int], ...]:
    """How many learners achieved which share of their competences, in four parts."""
    counts = [0] * len(_SHARES)
    for row in rows:
        own = sum(cell is not None for cell in row.cells)
        counts[min(4 * row.achieved // own, 3) if own else 0] += 1
    return tuple(zip(_SHARES, counts, strict=True))
