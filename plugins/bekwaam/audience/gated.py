"""What came through the gate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from bekwaam.diagnostics import Diagnostic
from bekwaam.model.audience import Audience
from bekwaam.model.project import Project
from bekwaam.model.status import CompetenceStatus, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How one learner may be shown.

    ``name`` is the name or the pseudonym; ``pages`` whether there are pages and a portfolio,
    ``description`` whether there is a competence description, ``contact`` whether the learner's
    e-mail address may stand on them.
    """

    name: str
    pseudonymous: bool
    pages: bool
    description: bool
    contact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gated:
    """A project for one audience.

    Learners are keyed by what stands in their address: the id, or the slug of their pseudonym.
    ``shown`` and ``statuses`` have the same keys. ``findings`` are for the team alone, and so are
    ``remarks``: what git says about all records.
    """

    audience: Audience
    as_of: dt.date
    project: Project
    statuses: Mapping[str, Mapping[str, CompetenceStatus]]
    shown: Mapping[str, Shown]
    findings: tuple[Diagnostic, ...] = ()
    remarks: tuple[Reason, ...] = ()
