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
    """SHA-256 digests, in hexadecimal, of a record and of what it rests on."""

    format: int
    assessment: str | None = None
    decision: str | None = None
    evidence: Mapping[str, str] = field(default_factory=dict)
    assessments: Mapping[str, str] = field(default_factory=dict)
    signature: str | None = None
    history: tuple[Resealing, ...] = ()
