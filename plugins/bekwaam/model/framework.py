"""A competence framework: competences and their criteria."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bekwaam.model.text import Text


class QualificationSystem(Enum):
    """The scale of qualification levels."""

    VKS = "vks"
    EQF = "eqf"
    NLQF = "nlqf"
    OTHER = "other"


class CompetenceKind(Enum):
    """What sort of competence it is."""

    TECHNICAL = "technical"
    TRANSVERSAL = "transversal"
    ATTITUDE = "attitude"


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """The level of the qualification that a programme leads to."""

    system: QualificationSystem | None = None
    level: int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a framework was taken from."""

    label: Text | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """An observable part of a competence."""

    code: str
    text: Text
    critical: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The same competence in a register of others."""

    scheme: str
    label: Text
    uri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Competence:
    """What someone can do; its title reads after "can ..."."""

    code: str
    title: Text
    description: Text | None = None
    kind: CompetenceKind | None = None
    criteria: tuple[Criterion, ...] = ()
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A set of competences for an occupation or programme."""

    title: Text
    version: str
    competences: tuple[Competence, ...]
    sector: Text | None = None
    qualification: Qualification | None = None
    source: Source | None = None
    leads_to: tuple[Text, ...] = ()
