"""What the page shows on which a learner is followed up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bekwaam.model.assessment import Moment
from bekwaam.model.evidence import EvidenceType
from bekwaam.model.roles import Role
from bekwaam.model.status import Status
from bekwaam.views.learner import PlacementView, TimelineItem
from bekwaam.views.parts import LevelView, Link
from bekwaam.views.team.task import Task
from bekwaam.views.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitsView:
    """Visits planned and done, against what was agreed; ``due`` is the last day for the next one."""

    done: tuple[dt.date, ...]
    planned: tuple[dt.date, ...]
    wanted: int
    longest: int
    due: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursView:
    """Hours as printed; ``share`` is how much of the agreed hours was done, in percent."""

    agreed: str | None
    done: str | None
    missed: str | None
    until: dt.date | None
    share: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalView:
    """A permission; ``ends_early`` where it ends before the agreement does."""

    by: Words
    date: dt.date
    expires: dt.date | None
    ends_early: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """What one party said yes to: the agreement, and each version of the plan (version, day)."""

    role: Role
    required: bool
    agreement: dt.date | None
    plans: tuple[tuple[str, dt.date | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyView:
    """Whether a party was ready to start; ``date`` is None where nobody asked."""

    role: Role
    date: dt.date | None
    ready: bool | None
    note: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InductionView:
    """The welcome at the workplace, and whether it came before the first work there."""

    date: dt.date
    safety: bool
    items: tuple[Words, ...]
    contact: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStart:
    """From the intake to the plan: for how many goals the starting level is known, and who set them."""

    intake: dt.date | None
    version: str | None
    agreed: dt.date | None
    goals: int
    known: int
    proposed: int
    modules: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalShown:
    """In how many ways and on how many days a goal was shown, with what is asked."""

    competence: Link
    due: dt.date
    status: Status
    pieces: int
    types: tuple[EvidenceType, ...]
    days: int
    wanted_types: int
    enough: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackBy:
    """How often a role said something back, formally and in passing; ``last`` is None for never."""

    role: Role
    formal: int
    informal: int
    last: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementFollowUp:
    """One agreement, followed up."""

    placement: PlacementView
    running: bool
    visits: VisitsView
    hours: HoursView
    approvals: tuple[ApprovalView, ...]
    parties: tuple[PartyView, ...]
    ready: tuple[ReadyView, ...]
    induction: InductionView | None
    plan: PlanStart


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedOn:
    """A level that somebody gave on a day; ``rank`` counts from 0, the lowest."""

    date: dt.date
    role: Role
    name: str | None
    rank: int
    level: Words
    moment: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceOverTime:
    """What learner, mentor, coach and others said of a competence, the earliest first."""

    competence: Link
    steps: tuple[LevelView, ...]
    target: int | None
    rated: tuple[RatedOn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question of the learner that nobody answered yet."""

    text: Words
    evidence: Link
    asked: dt.date
    due: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpView:
    """Everything that helps to follow one learner up; hours are as printed."""

    key: str
    uri: str
    learner: Link
    cohort: str
    tasks: tuple[Task, ...]
    placements: tuple[PlacementFollowUp, ...]
    competences: tuple[CompetenceOverTime, ...]
    goals: tuple[GoalShown, ...]
    feedback: tuple[FeedbackBy, ...]
    questions: tuple[OpenQuestion, ...]
    hours_of_evidence: str | None
    hours_of_study: str | None
    history: tuple[TimelineItem, ...]
