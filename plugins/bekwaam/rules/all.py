"""The list of rules, in the order in which they are tried."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from bekwaam.diagnostics import Diagnostic
from bekwaam.model.project import Project
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

Rule = Callable[[Project, dt.date], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    missing.check,
    references.check,
    criteria.check,
    citations.check,
    origins.check,
    files.check,
    duplicates.check,
    roles.check,
    identities.check,
    dates.check,
    consents.check,
    plans.check,
    goals.check,
    agreements.check,
    visits.check,
    talking.check,
    assessing.check,
    quality.check,
    cycles.check,
)
"""Every rule looks at a whole project on a day and yields what it finds."""


def check(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Everything that any rule finds."""
    for rule in RULES:
        yield from rule(project, as_of)
