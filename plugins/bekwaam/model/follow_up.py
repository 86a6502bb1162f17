"""Contacts, feedback and the next step."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from bekwaam.model.references import OrganisationId, PersonId
from bekwaam.model.roles import Role
from bekwaam.model.text import Text


class ContactKind(Enum):
    """What sort of contact it is."""

    VISIT = "visit"
    CALL = "call"
    MEETING = "meeting"
    CASE_REVIEW = "case_review"
    INTAKE = "intake"
    INDUCTION = "induction"
    TRAINING = "training"


class Subject(Enum):
    """What feedback is about."""

    LEARNER = "learner"
    WORKPLACE = "workplace"
    SCHOOL = "school"
    PROCEDURE = "procedure"


class NextStepType(Enum):
    """Where a learner goes next."""

    STUDY = "study"
    JOB = "job"
    GUIDANCE = "guidance"
    PLACEMENT = "placement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who takes part; ``person`` is left out where the role is learner."""

    role: Role
    person: PersonId | None = None
    organisation: OrganisationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A visit, call, meeting or the like; ``planned`` while it is still to come."""

    date: dt.date
    kind: ContactKind
    participants: tuple[Participant, ...]
    planned: bool = False
    agreements: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What someone says back; ``rating`` from 1 to 5."""

    date: dt.date
    from_: Role
    formal: bool
    about: Subject
    text: Text
    rating: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """Further study, a job, guidance or another placement."""

    type: NextStepType
    wish: Text | None = None
    target: Text | None = None
    advice: Text | None = None
    actions: tuple[Text, ...] = ()
    outcome: Text | None = None
    follow_up: dt.date | None = None
