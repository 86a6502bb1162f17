"""The school's final word on a competence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from bekwaam.model.references import AssessmentId, CompetenceRef, LevelCode, PersonId
from bekwaam.model.seal import DecisionSeal
from bekwaam.model.text import Text


class Verdict(Enum):
    """What the school decided."""

    ACHIEVED = "achieved"
    NOT_ACHIEVED = "not_achieved"
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The decision on one competence, and the assessments it rests on."""

    competence: CompetenceRef
    result: Verdict
    level: LevelCode | None = None
    motivation: Text | None = None
    assessments: tuple[AssessmentId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a school responsible decided on a date."""

    date: dt.date
    by: PersonId
    results: tuple[Ruling, ...]
    seal: DecisionSeal | None = None
