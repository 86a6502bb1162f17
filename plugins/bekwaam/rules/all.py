"""The list of rules, in the order in which they are tried."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from bekwaam.diagnostics import Diagnostic
from bekwaam.model.project import Project
from bekwaam.rules import (
    agreements,
    assessing,
    consents,
    criteria,
    dates,
    duplicates,
    files,
    origins,
    plans,
    quality,
    references,
    roles,
    visits,
)

Rule = Callable[[Project, dt.date], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    references.check,
    criteria.check,
    origins.check,
    files.check,
    duplicates.check,
    roles.check,
    dates.check,
    consents.check,
    plans.check,
    agreements.check,
    visits.check,
    assessing.check,
    quality.check,
)
"""Every rule looks at a whole project on a day and yields what it finds."""


def check(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Everything that any rule finds."""
    for rule in RULES:
        yield from rule(project, as_of)
