"""Someone's rating of competences at a moment, on evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from bekwaam.model.references import AssessorId, CompetenceRef, EvidenceId, LevelCode, PlanVersion
from bekwaam.model.seal import AssessmentSeal
from bekwaam.model.text import Text

SELF = "self"
"""The assessor of a self-assessment."""


class Moment(Enum):
    """What an assessment is for."""

    FORMATIVE = "formative"
    INTERIM = "interim"
    SUMMATIVE = "summative"


class Phase(Enum):
    """Whether the placement was still going on."""

    DURING = "during"
    AFTER = "after"


class CriterionValue(Enum):
    """Whether a criterion was met."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_SEEN = "not_seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """The level for one competence, and the criteria by their short codes."""

    competence: CompetenceRef
    level: LevelCode
    criteria: Mapping[str, CriterionValue] = field(default_factory=dict)
    comment: Text | None = None
    evidence: tuple[EvidenceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A rating by a person, or by the learner where ``assessor`` is ``self``."""

    date: dt.date
    assessor: AssessorId
    moment: Moment
    phase: Phase
    results: tuple[Rating, ...]
    plan_version: PlanVersion | None = None
    next_action: Text | None = None
    seal: AssessmentSeal | None = None

    @property
    def by_learner(self) -> bool:
        """Whether the learner rates themselves."""
        return self.assessor == SELF

    def rating(self, competence: str) -> Rating | None:
        """What is said of a competence."""
        return next((one for one in self.results if one.competence == competence), None)
