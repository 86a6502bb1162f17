"""Something that shows a competence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from bekwaam.model.references import CompetenceRef, CriterionRef, FilePath, PersonId, WorkplaceRef
from bekwaam.model.text import Markdown, Text


class EvidenceType(Enum):
    """What sort of evidence it is."""

    OBSERVATION = "observation"
    WORK_PRODUCT = "work_product"
    PHOTO = "photo"
    VIDEO = "video"
    TEST = "test"
    WITNESS_STATEMENT = "witness_statement"
    CERTIFICATE = "certificate"
    DOCUMENT = "document"
    LOG = "log"


class Visibility(Enum):
    """Who may see a record at most, given the consents; from narrow to wide."""

    PRIVATE = "private"
    TEAM = "team"
    HANDOVER = "handover"
    PUBLIC = "public"

    @property
    def width(self) -> int:
        """0 for private up to 3 for public."""
        return tuple(Visibility).index(self)


class ThirdParties(Enum):
    """Whether other people are in a picture, and whether that is in order."""

    NONE = "none"
    ANONYMISED = "anonymised"
    CONSENTED = "consented"


class ContextPlace(Enum):
    """Where evidence arose."""

    WORKPLACE = "workplace"
    SCHOOL = "school"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where and in which situation evidence arose."""

    place: ContextPlace
    workplace: WorkplaceRef | None = None
    situation: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A file that belongs to evidence; ``file`` is relative to the record's own file."""

    file: FilePath
    alt: Text
    third_parties: ThirdParties
    caption: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """A look back in the steps of STARR(T)."""

    situation: Markdown | None = None
    task: Markdown | None = None
    action: Markdown | None = None
    result: Markdown | None = None
    reflection: Markdown | None = None
    transfer: Markdown | None = None
    visibility: Visibility = Visibility.TEAM


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the learner wants to know; ``answered`` may be the day of the answer."""

    text: Text
    answered: bool | dt.date = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """Somebody other than the learner confirms the evidence."""

    by: PersonId
    date: dt.date
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One piece of evidence; ``hours`` of work or study."""

    title: Text
    date: dt.date
    type: EvidenceType
    competences: tuple[CompetenceRef, ...]
    context: Context
    criteria: tuple[CriterionRef, ...] = ()
    description: Markdown | None = None
    media: tuple[Media, ...] = ()
    reflection: Reflection | None = None
    hours: int | float | None = None
    self_study: bool = False
    questions: tuple[Question, ...] = ()
    verified: tuple[Verified, ...] = ()
    visibility: Visibility = Visibility.TEAM
