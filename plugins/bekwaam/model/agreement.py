"""Who agreed to what about a placement at a workplace."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from bekwaam.model.references import OrganisationId, PersonId, WorkplaceRef
from bekwaam.model.roles import Agreed, Role
from bekwaam.model.text import Text


class LearningForm(Enum):
    """The form of workplace learning."""

    ALTERNATING = "alternating"
    INDIVIDUAL_PRACTICE = "individual_practice"
    INTERNSHIP = "internship"
    DUAL = "dual"
    WORK_BASED_PROGRAMME = "work_based_programme"
    GROUP_PRACTICE = "group_practice"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """Who stands in for the mentor and the coach."""

    mentor: PersonId | None = None
    coach: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """How often the coach visits at least, and with how many days between at most."""

    min_visits: int | None = None
    max_interval_days: int | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Whether a party is ready to start; ``ready`` is None where only a note was made."""

    role: Role
    date: dt.date
    ready: bool | None = None
    person: PersonId | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A permission that the placement needs."""

    by: Text
    date: dt.date
    expires: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Induction:
    """The welcome at the workplace, with or without the safety rules."""

    date: dt.date
    safety: bool = False
    items: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Hours done and missed so far."""

    until: dt.date
    hours: int | float | None = None
    absent: int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What school, workplace and learner agreed; both ends of the period included."""

    school: OrganisationId
    workplace: WorkplaceRef
    form: LearningForm
    start: dt.date
    end: dt.date
    mentor: PersonId
    coach: PersonId
    organisation: Text
    content: Text
    guidance: Guidance
    evaluation: Text
    hours: int | float | None = None
    backup: Backup | None = None
    readiness: tuple[Readiness, ...] = ()
    approvals: tuple[Approval, ...] = ()
    induction: Induction | None = None
    travel: Text | None = None
    attendance: Attendance | None = None
    signatures: tuple[Agreed, ...] = ()

    @property
    def mentors(self) -> frozenset[str]:
        """The mentor and the one who stands in."""
        return frozenset(filter(None, (self.mentor, self.backup.mentor if self.backup else None)))

    @property
    def coaches(self) -> frozenset[str]:
        """The coach and the one who stands in."""
        return frozenset(filter(None, (self.coach, self.backup.coach if self.backup else None)))
