"""The digests that tie a sign-off to what was signed off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from bekwaam.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Resealing:
    """Why a record was sealed again."""

    date: dt.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What every seal has; digests are SHA-256 in hexadecimal."""

    format: int
    signature: str | None = None
    history: tuple[Resealing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentSeal(Seal):
    """Digests of an assessment and of each piece of evidence that it cites."""

    assessment: str | None = None
    evidence: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSeal(Seal):
    """Digests of a decision and of each assessment that it rests on."""

    decision: str | None = None
    assessments: Mapping[str, str] = field(default_factory=dict)
