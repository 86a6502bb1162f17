"""The lists of rules, in the order in which they are tried, and what is ready for all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from bekwaam.diagnostics import Diagnostic
from bekwaam.model.project import LearnerFolder, Project
from bekwaam.rules import (
    agreements,
    assessing,
    citations,
    consents,
    criteria,
    cycles,
    dates,
    duplicates,
    files,
    goals,
    identities,
    missing,
    origins,
    plans,
    quality,
    references,
    roles,
    talking,
    visits,
)

OF_SCHOOL: tuple[Callable[[Project, dt.date], Iterator[Diagnostic]], ...] = (
    origins.of_school,
    files.of_school,
    duplicates.of_school,
    identities.of_school,
    dates.of_school,
    quality.of_school,
    cycles.of_school,
)
"""Each looks at a whole project on a day, and yields what it finds in the school's own records."""

OF_LEARNER: tuple[Callable[[Project, LearnerFolder, dt.date], Iterator[Diagnostic]], ...] = (
    criteria.of_learner,
    citations.of_learner,
    files.of_learner,
    duplicates.of_learner,
    roles.of_learner,
    identities.of_learner,
    dates.of_learner,
    consents.of_learner,
    plans.of_learner,
    goals.of_learner,
    agreements.of_learner,
    visits.of_learner,
    talking.of_learner,
    assessing.of_learner,
    quality.of_learner,
)
"""Each looks at one learner's folder in a school on a day, and yields what it finds in there.

Nothing of another learner may change what that is: the project may hold nobody else.
"""


class Rules:
    """Every rule, ready for the records of one school."""

    def __init__(self, school: Project) -> None:
        """List what the school's own records have: once, and not again for every learner."""
        self._names = references.shared(school)

    def of_school(self, project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
        """Everything that any rule finds in the school's own records, given everybody's."""
        yield from missing.of_school(project, as_of)
        yield from references.of_school(project, self._names)
        for rule in OF_SCHOOL:
            yield from rule(project, as_of)

    def of_learner(self, project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
        """Everything that any rule finds in one learner's records, given the school's own."""
        yield from missing.of_learner(project, folder, as_of)
        yield from references.of_learner(project, folder, self._names)
        for rule in OF_LEARNER:
            yield from rule(project, folder, as_of)


def check(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Everything that any rule finds in a school, given all of it."""
    rules = Rules(project)
    yield from rules.of_school(project, as_of)
    for folder in project.learners.values():
        yield from rules.of_learner(project, folder, as_of)
