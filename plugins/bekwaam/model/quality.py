"""How a school watches its own quality over the years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from bekwaam.model.agreement import LearningForm
from bekwaam.model.references import ActionId, CycleId, OrganisationId, PersonId, PointCode
from bekwaam.model.roles import Role
from bekwaam.model.text import Text

Counts = Mapping[str, "int | float | Counts"]
"""Totals by name, in groups where that helps."""


class AnswerValue(Enum):
    """The answer to a question of the checklist."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


class ActionStatus(Enum):
    """How far an action is."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an organisation answers on one of the guide's points."""

    answer: AnswerValue
    note: Text | None = None
    action: ActionId | None = None

    @property
    def wants_action(self) -> bool:
        """Whether something should follow."""
        return self.answer in (AnswerValue.NO, AnswerValue.PARTLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfEvaluation:
    """An organisation rates itself; answers by the guide's two-digit point."""

    organisation: OrganisationId
    cycle: CycleId
    form: LearningForm
    respondent: Role
    answers: Mapping[PointCode, Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What will be improved, by whom, by when."""

    title: Text
    origin: str
    owner: PersonId
    due: dt.date
    status: ActionStatus
    effect: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """A school year or other round of workplace learning."""

    title: Text
    start: dt.date
    end: dt.date
    counts: Counts = field(default_factory=dict)
