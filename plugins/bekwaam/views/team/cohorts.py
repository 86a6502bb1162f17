"""Cohorts: a heat map of competences for each programme, and how much the learners of a group differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from bekwaam.audience.slug import unique_slug
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.status import Status
from bekwaam.views.context import Context
from bekwaam.views.learner import CompetenceView, LearnerView
from bekwaam.views.parts import Link
from bekwaam.views.team.maker import follow_up_uri
from bekwaam.views.team.task import Task, When
from bekwaam.views.team.view import CohortView, HeatMap, HeatRow, Spread
from bekwaam.views.words import Words

SMALLEST_GROUP = 5
"""Numbers about fewer learners would be about one of them."""

_PRESSING = (When.OVERDUE, When.WEEK)
_SHARES = ("0–24%", "25–49%", "50–74%", "75–100%")


def cohort_views(
    context: Context, learners: Mapping[str, LearnerView], by_learner: Mapping[str, tuple[Task, ...]]
) -> tuple[CohortView, ...]:
    """Every cohort, the newest first."""
    groups: dict[str, list[LearnerView]] = defaultdict(list)
    for view in learners.values():
        groups[view.cohort].append(view)
    taken: set[str] = set()
    slugs = {name: unique_slug(name, taken) for name in sorted(groups)}
    return tuple(
        _cohort(context, name, slugs[name], groups[name], by_learner) for name in sorted(groups, reverse=True)
    )


def _cohort(
    context: Context,
    name: str,
    slug: str,
    learners: list[LearnerView],
    by_learner: Mapping[str, tuple[Task, ...]],
) -> CohortView:
    still = [one for one in learners if one.status is not LearnerStatus.STOPPED]
    programmes: dict[str, list[LearnerView]] = defaultdict(list)
    for one in still:
        programmes[one.programme_id].append(one)
    tasks = [task for one in learners for task in by_learner.get(one.key, ())]
    enough = len(still) >= SMALLEST_GROUP
    return CohortView(
        name=name,
        uri=f"team/cohorts/{slug}/",
        learners=len(still),
        maps=tuple(
            _map(context, group, by_learner)
            for _, group in sorted(programmes.items(), key=lambda one: str(one[1][0].programme.title))
        ),
        tasks=tuple(one for one in tasks if one.when(context.as_of) in _PRESSING),
        shares=_shares(still) if enough else None,
    )


def _map(
    context: Context, learners: list[LearnerView], by_learner: Mapping[str, tuple[Task, ...]]
) -> HeatMap:
    """Competences in the order in which most of the learners have them."""
    columns = list(dict.fromkeys(one.reference for view in learners for one in view.competences))
    rows = []
    for view in learners:
        own = {one.reference: one for one in view.competences}
        cells = [own.get(reference) for reference in columns]
        rows.append(
            HeatRow(
                learner=Link(title=Words(view.name), uri=view.uri),
                follow_up=follow_up_uri(view.key),
                status=view.status,
                achieved=view.achieved,
                cells=tuple((one.status, one.ladder) if one else None for one in cells),
                pressing=sum(task.when(context.as_of) in _PRESSING for task in by_learner.get(view.key, ())),
            )
        )
    enough = len(learners) >= SMALLEST_GROUP
    return HeatMap(
        programme=learners[0].programme,
        competences=tuple(context.competence(one) for one in columns),
        rows=tuple(rows),
        spread=tuple(_spreads(context, learners, columns)) if enough else None,
    )


def _spreads(context: Context, learners: list[LearnerView], columns: Iterable[str]) -> Iterable[Spread]:
    by_reference: dict[str, list[CompetenceView]] = defaultdict(list)
    for view in learners:
        for one in view.competences:
            by_reference[one.reference].append(one)
    for reference in columns:
        found = by_reference[reference]
        if len(found) < SMALLEST_GROUP:
            continue
        counts = Counter(one.status for one in found)
        ranks = [one.ladder.reached for one in found if one.ladder.reached is not None]
        steps = context.levels
        yield Spread(
            competence=context.competence(reference).title,
            statuses=tuple((status, counts[status]) for status in Status if counts[status]),
            lowest=steps[min(ranks)].label if ranks else None,
            highest=steps[max(ranks)].label if ranks else None,
            without_level=len(found) - len(ranks),
        )


def _shares(learners: list[LearnerView]) -> tuple[tuple[str, int], ...]:
    counts = [0] * len(_SHARES)
    for view in learners:
        share = view.achieved / len(view.competences) if view.competences else 0
        counts[min(int(share * 4), 3)] += 1
    return tuple(zip(_SHARES, counts, strict=True))
