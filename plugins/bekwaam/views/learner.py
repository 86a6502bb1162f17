"""What a learner's page, portfolio and competence description show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from bekwaam.diagnostics import Message
from bekwaam.model.agreement import LearningForm
from bekwaam.model.assessment import CriterionValue, Moment, Phase
from bekwaam.model.evidence import ContextPlace, EvidenceType
from bekwaam.model.follow_up import ContactKind, NextStepType, Subject
from bekwaam.model.framework import CompetenceKind, QualificationSystem
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.plan import BaselineSource, LearningPlace
from bekwaam.model.roles import Role
from bekwaam.model.status import Reason, Status
from bekwaam.views.parts import (
    ChangeView,
    EvidenceCard,
    FileView,
    LadderView,
    Link,
    PersonView,
    PhotoView,
    SignOff,
)
from bekwaam.views.words import Words


class DocumentKind(Enum):
    """A document that can be printed."""

    DESCRIPTION = "description"
    PORTFOLIO = "portfolio"
    PLAN = "plan"
    ASSESSMENT_FORM = "assessment-form"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLink:
    """A PDF to download; ``uri`` relative to the site's root."""

    kind: DocumentKind
    language: str
    uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationView:
    """Level of the qualification a programme leads to; ``level`` as printed."""

    system: QualificationSystem | None
    level: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionView:
    """A criterion, and the latest value that someone other than the learner gave it."""

    code: str
    text: Words
    critical: bool
    value: CriterionValue | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingView:
    """What one assessment says of one competence."""

    assessment: str
    by: SignOff
    by_learner: bool
    moment: Moment
    phase: Phase
    level: Words
    comment: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceView:
    """One competence of one learner.

    ``anchor`` is its id on the learner's page, ``framework_uri`` its place on the framework's
    page. ``changed`` says what broke a seal, for the team only. ``assessed_by`` holds the latest
    summative assessments that count, ``ratings`` all that this audience may see, newest first.
    """

    reference: str
    anchor: str
    framework_uri: str
    title: Words
    description: Words | None
    kind: CompetenceKind | None
    status: Status
    level: Words | None
    target: Words | None
    due: dt.date | None
    needs_refresh: bool
    changed: tuple[ChangeView, ...]
    overruled: bool
    why: Reason
    ladder: LadderView
    criteria: tuple[CriterionView, ...]
    evidence: tuple[EvidenceCard, ...]
    assessed_by: tuple[SignOff, ...]
    decided_by: SignOff | None
    motivation: Words | None
    ratings: tuple[RatingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementView:
    """One agreement: where, when, with whom. ``hours`` as agreed."""

    agreement: str
    form: LearningForm
    workplace: Words
    workplace_uri: str | None
    organisation: Words
    address: Words | None
    school: Words
    start: dt.date
    end: dt.date
    hours: str | None
    mentor: PersonView
    coach: PersonView
    backups: tuple[PersonView, ...]


class ReflectionPart(Enum):
    """The steps of STARR(T), in order."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    REFLECTION = "reflection"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionView:
    """A reflection, its parts as Markdown in the order of STARR(T)."""

    evidence: Link
    date: dt.date
    parts: tuple[tuple[ReflectionPart, Words], ...]


class TimelineKind(Enum):
    """What happened on a day."""

    EVIDENCE = "evidence"
    ASSESSMENT = "assessment"
    SELF_ASSESSMENT = "self_assessment"
    DECISION = "decision"
    CONTACT = "contact"
    FEEDBACK = "feedback"
    PLAN = "plan"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """One line of the timeline: ``title`` is data, ``says`` is our sentence about it."""

    date: dt.date
    kind: TimelineKind
    title: Words | None
    says: Message
    uri: str | None
    competences: tuple[Words, ...] = ()
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStepView:
    """Where the learner goes next."""

    type: NextStepType
    wish: Words | None
    target: Words | None
    advice: Words | None
    actions: tuple[Words, ...]
    outcome: Words | None
    follow_up: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """A contact as the team sees it."""

    date: dt.date
    kind: ContactKind
    planned: bool
    participants: tuple[PersonView, ...]
    agreements: tuple[Words, ...]
    notes: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackView:
    """Feedback as the team sees it; ``rating`` 1 to 5."""

    date: dt.date
    from_role: Role
    formal: bool
    about: Subject
    text: Words
    rating: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """A goal of the plan."""

    competence: Link
    target: Words
    baseline: Words | None
    baseline_source: BaselineSource | None
    learned_at: tuple[LearningPlace, ...]
    due: dt.date
    module: Words | None
    proposed_by: Role | None
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedView:
    """Somebody's yes; ``person`` None for the learner."""

    role: Role
    person: PersonView | None
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """The four things that an agreement settles, for the team and for paper."""

    organisation: Words
    content: Words
    guidance: Words | None
    min_visits: int | None
    max_interval_days: int | None
    evaluation: Words
    signatures: tuple[AgreedView, ...]
    induction_date: dt.date | None
    induction_safety: bool | None
    induction_items: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """The plan that counts; ``version`` as printed."""

    version: str
    placement: PlacementView | None
    agreement: AgreementView | None
    goals: tuple[GoalView, ...]
    agreed: tuple[AgreedView, ...]
    adjustments: tuple[tuple[dt.date, Words, Words | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerView:
    """Everything that one audience may see of one learner, in one language.

    ``key`` is the folder's name in addresses (the id, or the pseudonym's slug). ``uri`` is None
    where consent covers the description only. Parts that the audience may not see are empty.
    ``remarks`` is what git says about all sign-offs, for the team only.
    """

    key: str
    uri: str | None
    name: str
    pseudonymous: bool
    initials: str
    photo: PhotoView | None
    email: str | None
    about: Words | None
    status: LearnerStatus
    programme: Link
    programme_id: str
    programme_version: str
    qualification: QualificationView | None
    leads_to: tuple[Words, ...]
    cohort: str
    placements: tuple[PlacementView, ...]
    competences: tuple[CompetenceView, ...]
    achieved: int
    assessments: int
    featured: tuple[EvidenceCard, ...]
    evidence: tuple[EvidenceCard, ...]
    reflections: tuple[ReflectionView, ...]
    timeline: tuple[TimelineItem, ...]
    next_step: NextStepView | None
    documents: tuple[DocumentLink, ...]
    plan: PlanView | None
    contacts: tuple[ContactView, ...]
    feedback: tuple[FeedbackView, ...]
    shows_in_progress: bool
    described: bool
    remarks: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingUse:
    """An assessment that cites a piece of evidence, and what it says of a competence."""

    competence: Link
    rating: RatingView


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """A piece of evidence with all that this audience may see of it.

    ``uses`` are the assessments that cite it; ``hours`` as printed; ``description`` is Markdown.
    """

    card: EvidenceCard
    uri: str
    learner_name: str
    type: EvidenceType
    place: ContextPlace
    workplace: Link | None
    situation: Words | None
    description: Words | None
    photos: tuple[PhotoView, ...]
    files: tuple[FileView, ...]
    criteria: tuple[tuple[Words, tuple[CriterionView, ...]], ...]
    verified: tuple[tuple[SignOff, Words | None], ...]
    reflection: ReflectionView | None
    uses: tuple[RatingUse, ...]
    questions: tuple[tuple[Words, bool], ...]
    hours: str | None
    self_study: bool
    previous: Link | None
    following: Link | None
