"""The school: its levels, its rules and what it offers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from bekwaam.model.agreement import LearningForm
from bekwaam.model.references import FilePath, PersonId, PointCode
from bekwaam.model.roles import Role
from bekwaam.model.text import Markdown, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A step on the school's proficiency scale."""

    code: str
    label: Text
    description: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRules:
    """How much evidence, of how many types, and how old at most (in months)."""

    min_items: int = 2
    min_types: int = 2
    max_age_months: int = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRules:
    """How many visits a placement has at least, and how many days lie between them at most."""

    min: int = 2
    max_interval_days: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The numbers that a school may change."""

    evidence: EvidenceRules = field(default_factory=EvidenceRules)
    visits: VisitRules = field(default_factory=VisitRules)
    formative_interval_days: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDetails:
    """How to reach somebody."""

    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture beside a record; ``file`` is relative to the record's own file."""

    file: FilePath
    alt: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """How long records are kept (months), and below which age (years) a guardian consents too."""

    retention_months: int | None = None
    co_consent_below_age: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A means or a way of working that the school reviews now and then."""

    title: Text
    uri: str | None = None
    reviewed_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeNote:
    """What the school knows of other forms of workplace learning."""

    title: Text
    text: Text | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPoint:
    """A point that the school adds to the guide's 57; of everybody where no role is named."""

    code: str
    question: Text
    title: Text | None = None
    forms: tuple[LearningForm, ...] = ()
    respondents: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """The school that publishes."""

    name: Text
    languages: tuple[str, ...]
    responsible: PersonId
    levels: tuple[Level, ...]
    url: str | None = None
    address: Text | None = None
    contact: ContactDetails | None = None
    logo: Image | None = None
    accent: str | None = None
    core_group: Text | None = None
    vision: Markdown | None = None
    rules: Rules = field(default_factory=Rules)
    privacy: Privacy = field(default_factory=Privacy)
    resources: tuple[Resource, ...] = ()
    procedures: tuple[Resource, ...] = ()
    practice_notes: tuple[PracticeNote, ...] = ()
    points: tuple[OwnPoint, ...] = ()
    priorities: tuple[PointCode, ...] = ()

    @property
    def first_language(self) -> str:
        """The language that plain strings are in and that the site speaks."""
        return self.languages[0]

    def rank(self, level: str) -> int:
        """The place of a level on the scale, from 0; -1 for a level that is not on it."""
        codes = [step.code for step in self.levels]
        return codes.index(level) if level in codes else -1
