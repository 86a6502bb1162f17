"""The parts that people play, and who said yes to what."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from bekwaam.model.references import PersonId


class Role(Enum):
    """A part that somebody plays in workplace learning."""

    LEARNER = "learner"
    MENTOR = "mentor"
    COACH = "coach"
    TEACHER = "teacher"
    SCHOOL_RESPONSIBLE = "school_responsible"
    EMPLOYER = "employer"
    EXTERNAL = "external"
    GUARDIAN = "guardian"
    COLLEAGUE = "colleague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """One party's yes on a date; ``person`` is left out where the role is learner."""

    role: Role
    date: dt.date
    person: PersonId | None = None
