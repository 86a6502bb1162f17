"""What a learner's competence is at: computed, never stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from bekwaam.model.assessment import CriterionValue


class Status(Enum):
    """The status of one competence of one learner."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    READY = "ready"
    TO_DISCUSS = "to_discuss"
    PROPOSED = "proposed"
    ACHIEVED = "achieved"
    NOT_ACHIEVED = "not_achieved"
    EXEMPT = "exempt"


class Flag(Enum):
    """What stands beside a status."""

    NEEDS_REFRESH = "needs_refresh"
    OVERRULED = "overruled"


class Reason(Protocol):
    """Why something is so, to be said in the reader's language."""

    def render(self, translate: Callable[[str], str] = ..., /) -> str:
        """The reason as a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceStatus:
    """A status, why it is so, and what it rests on.

    Levels are codes of the school's scale. ``records`` are paths within the learner's folder
    without ending (``assessments/2026-06-12-mentor``). ``learner``, ``mentor`` and ``coach`` are
    the ids of the latest assessment by each, of any moment; ``summatives`` the ones that speak.
    ``counting`` are the ids of the evidence that counts; ``criteria`` the latest value of each
    criterion given by someone other than the learner.
    """

    competence: str
    status: Status
    level: str | None
    target: str | None
    flags: tuple[Flag, ...]
    why: Reason
    records: tuple[str, ...]
    counting: tuple[str, ...] = ()
    learner: str | None = None
    mentor: str | None = None
    coach: str | None = None
    summatives: tuple[str, ...] = ()
    decision: str | None = None
    criteria: Mapping[str, CriterionValue] = field(default_factory=dict)
