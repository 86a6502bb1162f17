"""What the pages about the school as a whole show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from bekwaam.model.audience import Audience
from bekwaam.model.framework import CompetenceKind
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.organisation import OrganisationType
from bekwaam.model.status import Status
from bekwaam.views.cycles import CyclesView
from bekwaam.views.lazily import Later
from bekwaam.views.learner import EvidenceView, LearnerView, QualificationView
from bekwaam.views.parts import LadderView, LevelView, Link, PersonView, PhotoView
from bekwaam.views.quality.parts import QualityView
from bekwaam.views.report import ReportView
from bekwaam.views.review import ReviewView
from bekwaam.views.school_documents import SchoolDocument
from bekwaam.views.team.view import TeamView
from bekwaam.views.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerCard:
    """A learner in the overview; ``ladders`` one per competence, in the framework's order.

    ``uri`` is None where consent covers the description only; then ``description_uri`` leads to it.
    """

    key: str
    uri: str | None
    description_uri: str | None
    name: str
    initials: str
    photo: PhotoView | None
    programme: Words
    programme_id: str
    cohort: str
    status: LearnerStatus
    workplace: Words | None
    achieved: int
    total: int
    statuses: tuple[tuple[Words, Status], ...]
    ladders: tuple[tuple[Words, LadderView], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkCompetence:
    """A competence of a framework, where it can be learned and who shows it."""

    code: str
    anchor: str
    title: Words
    description: Words | None
    kind: CompetenceKind | None
    criteria: tuple[tuple[str, Words, bool], ...]
    alignments: tuple[tuple[str, Words, str | None], ...]
    workplaces: tuple[Link, ...]
    evidence: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkView:
    """A competence framework's page; criteria are (code, text, critical)."""

    id: str
    uri: str
    title: Words
    version: str
    sector: Words | None
    qualification: QualificationView | None
    source: Link | None
    leads_to: tuple[Words, ...]
    competences: tuple[FrameworkCompetence, ...]
    learners: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkplaceView:
    """A workplace: what one can learn there and who guides. ``learners`` team only."""

    id: str
    uri: str
    name: Words
    organisation: Words
    organisation_type: OrganisationType
    address: Words | None
    activities: tuple[Words, ...]
    competences: tuple[tuple[Words, tuple[Link, ...]], ...]
    adaptations: tuple[Words, ...]
    safety: tuple[Words, ...]
    capacity: str | None
    mentors: tuple[PersonView, ...]
    learners: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolView:
    """Everything that one audience may see of one school, in one language.

    ``learners`` and ``evidence`` are by the learner's key, and sorted by name. They may be made one by
    one when asked for: going through them once is cheap, keeping them all is not.
    ``documents`` are about the school as a whole, for its team. ``team`` is what only
    the team sees, in the school's first language. ``quality`` is how the
    school does, ``papers`` are its documents in all languages, for its pages to link to. ``review`` is
    what waits for whom, for the team. What is of the school as a whole is worked out when a page asks
    for it; None where there is
    no such page.
    """

    audience: Audience
    language: str
    languages: tuple[str, ...]
    as_of: dt.date
    name: Words
    url: str | None
    address: Words | None
    phone: str | None
    email: str | None
    logo: PhotoView | None
    accent: str | None
    vision: Words | None
    levels: tuple[LevelView, ...]
    learners: Mapping[str, LearnerView]
    evidence: Mapping[str, tuple[EvidenceView, ...]]
    frameworks: Later[tuple[FrameworkView, ...]] | None
    workplaces: Later[tuple[WorkplaceView, ...]] | None
    review: Later[ReviewView | None] | None = None
    documents: Later[tuple[SchoolDocument, ...]] | None = None
    team: Later[TeamView] | None = None
    cycles: Later[CyclesView | None] | None = None
    papers: tuple[SchoolDocument, ...] = ()
    quality: Later[QualityView | None] | None = None
    report: Later[ReportView | None] | None = None
