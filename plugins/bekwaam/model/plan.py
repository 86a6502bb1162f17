"""What will be learned, where and by when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from bekwaam.model.references import AgreementId, CompetenceRef, LevelCode
from bekwaam.model.roles import Agreed, Role
from bekwaam.model.text import Text


class BaselineSource(Enum):
    """How the starting level is known."""

    INTAKE = "intake"
    PORTFOLIO = "portfolio"
    TEST = "test"
    CERTIFICATE = "certificate"


class LearningPlace(Enum):
    """Where a goal is learned."""

    WORKPLACE = "workplace"
    SCHOOL = "school"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A part of the programme; a plain text stands for one without a code."""

    SHORTHAND: ClassVar[str] = "title"

    title: Text
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """What the learner brings along for one competence."""

    competence: CompetenceRef
    level: LevelCode
    source: BaselineSource | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """The level to reach for one competence, and by when."""

    competence: CompetenceRef
    target: LevelCode
    learned_at: tuple[LearningPlace, ...]
    due: dt.date
    module: str | None = None
    proposed_by: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A change of plan, and why."""

    date: dt.date
    reason: Text
    change: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One version of a learner's training plan."""

    version: int | float
    agreement: AgreementId
    baseline: tuple[Baseline, ...]
    goals: tuple[Goal, ...]
    modules: tuple[Module, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()

    def agreed_on(self) -> dt.date | None:
        """The day on which the last party agreed, or None while nobody has."""
        return max((party.date for party in self.agreed), default=None)

    def target(self, competence: str) -> str | None:
        """The agreed level for a competence."""
        return next((goal.target for goal in self.goals if goal.competence == competence), None)
