"""What the rules make of one competence of one learner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bekwaam.diagnostics import Message
from bekwaam.model.assessment import CriterionValue
from bekwaam.model.status import Flag, Status


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
    why: Message
    records: tuple[str, ...]
    counting: tuple[str, ...] = ()
    learner: str | None = None
    mentor: str | None = None
    coach: str | None = None
    summatives: tuple[str, ...] = ()
    decision: str | None = None
    criteria: Mapping[str, CriterionValue] = field(default_factory=dict)
