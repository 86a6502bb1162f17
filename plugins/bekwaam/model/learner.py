"""The person who learns at the workplace, and what may be shown of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from bekwaam.model.references import EvidenceId, FrameworkId, PersonId
from bekwaam.model.school import Image
from bekwaam.model.text import Markdown, Text


class LearnerStatus(Enum):
    """Whether the learner is still on the programme."""

    ACTIVE = "active"
    COMPLETED = "completed"
    STOPPED = "stopped"


class ConsentScope(Enum):
    """What a consent is about."""

    DESCRIPTION = "description"
    PORTFOLIO = "portfolio"
    NAME = "name"
    IMAGES = "images"
    CONTACT = "contact"


class ConsentAudience(Enum):
    """For whom a consent is given; a public one includes handover."""

    HANDOVER = "handover"
    PUBLIC = "public"


class GivenBy(Enum):
    """Who gave a consent."""

    LEARNER = "learner"
    GUARDIAN = "guardian"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A yes to showing something, until it is withdrawn."""

    scope: ConsentScope
    audience: ConsentAudience
    given_by: GivenBy
    date: dt.date
    withdrawn: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """Who learns; the name may be shown only where a consent says so."""

    pseudonym: str
    minor: bool
    programme: FrameworkId
    cohort: str
    name: Text | None = None
    co_consent_until: dt.date | None = None
    guardians: tuple[PersonId, ...] = ()
    languages: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    signing_keys: tuple[str, ...] = ()
    photo: Image | None = None
    about: Markdown | None = None
    featured: tuple[EvidenceId, ...] = ()
    show_in_progress: bool = False
    status: LearnerStatus = LearnerStatus.ACTIVE
    consents: tuple[Consent, ...] = ()
    retention_until: dt.date | None = None
