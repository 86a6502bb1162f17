"""All figures of a school, in the order in which they are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from bekwaam.figures import contacts, judging, learners, learning, next_steps, placements, quality
from bekwaam.figures.figure import Figure
from bekwaam.figures.scope import Scope
from bekwaam.model.project import Project
from bekwaam.model.quality import Cycle
from bekwaam.model.status import CompetenceStatus

_THEMES: tuple[Callable[[Scope], Iterator[Figure]], ...] = (
    learners.figures,
    placements.figures,
    learning.figures,
    judging.figures,
    contacts.figures,
    next_steps.figures,
    quality.figures,
)


def compute(
    project: Project,
    statuses: Mapping[str, Mapping[str, CompetenceStatus]],
    as_of: dt.date,
    cycle: Cycle | None = None,
) -> tuple[Figure, ...]:
    """The figures of a school on a day; with one of its cycles, of what falls in that.

    ``statuses`` are those of the last day that counts: ``as_of``, or the end of the cycle where
    that is earlier.
    """
    scope = Scope(project, statuses, as_of, cycle)
    return tuple(figure for theme in _THEMES for figure in theme(scope))
