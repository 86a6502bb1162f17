"""Every record of one school, side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from bekwaam.model.agreement import Agreement
from bekwaam.model.assessment import Assessment
from bekwaam.model.decision import Decision
from bekwaam.model.evidence import Evidence
from bekwaam.model.follow_up import Contact, Feedback, NextStep
from bekwaam.model.framework import Competence, Framework
from bekwaam.model.kinds import Kind
from bekwaam.model.learner import Learner
from bekwaam.model.organisation import Organisation, Workplace
from bekwaam.model.person import Person
from bekwaam.model.plan import Plan
from bekwaam.model.provenance import LastCommit, Provenance
from bekwaam.model.quality import Action, Cycle, SelfEvaluation
from bekwaam.model.school import School

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Generic[T]):
    """What a file says (``data``), and where the file is: its path decides id and learner.

    ``stand_in`` marks data that stand for a file that is missing or broken, so that the records
    around it can still be checked. ``provenance`` is None until somebody asks git.
    """

    id: str
    path: str
    kind: Kind
    data: T
    learner: str | None = None
    stand_in: bool = False
    provenance: Provenance | None = None


Records = Mapping[str, Record[T]]
"""Records of one kind by id, in the order of their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerFolder:
    """Everything in one learner's folder."""

    id: str
    learner: Record[Learner]
    agreements: Records[Agreement] = field(default_factory=dict)
    plans: Records[Plan] = field(default_factory=dict)
    evidence: Records[Evidence] = field(default_factory=dict)
    assessments: Records[Assessment] = field(default_factory=dict)
    decisions: Records[Decision] = field(default_factory=dict)
    contacts: Records[Contact] = field(default_factory=dict)
    feedback: Records[Feedback] = field(default_factory=dict)
    next_step: Record[NextStep] | None = None

    def plan_on(self, day: dt.date) -> Record[Plan] | None:
        """The plan that counts on a day.

        The highest version agreed on or before the day; while none is agreed, the highest.
        """
        plans = list(self.plans.values())
        agreed = [plan for plan in plans if (since := plan.data.agreed_on()) and since <= day]
        return max(agreed or plans, key=lambda plan: (plan.data.version, plan.id), default=None)

    def agreement_of(self, plan: Record[Plan] | None) -> Record[Agreement] | None:
        """The agreement that a plan belongs to."""
        return self.agreements.get(plan.data.agreement) if plan else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A file beside the records; ``path`` is its name on the disk, relative to their folder.

    ``commit`` last touched it; None until somebody asks git, and for what is not committed.
    """

    path: str
    size: int
    commit: LastCommit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One school's records that are of the right shape.

    ``listed`` holds, by kind and learner (None for the school's own), the ids of all files that
    there are, broken ones too: what is broken exists, so nothing that points at it dangles.
    """

    school: Record[School]
    frameworks: Records[Framework] = field(default_factory=dict)
    organisations: Records[Organisation] = field(default_factory=dict)
    people: Records[Person] = field(default_factory=dict)
    learners: Mapping[str, LearnerFolder] = field(default_factory=dict)
    contacts: Records[Contact] = field(default_factory=dict)
    self_evaluations: Records[SelfEvaluation] = field(default_factory=dict)
    actions: Records[Action] = field(default_factory=dict)
    cycles: Records[Cycle] = field(default_factory=dict)
    media: Mapping[str, MediaFile] = field(default_factory=dict)
    listed: Mapping[tuple[Kind, str | None], frozenset[str]] = field(default_factory=dict)

    def competence(self, reference: str) -> Competence | None:
        """The competence behind ``framework/code``."""
        framework_id, _, code = reference.partition("/")
        framework = self.frameworks.get(framework_id)
        if framework is None:
            return None
        return next((one for one in framework.data.competences if one.code == code), None)

    def workplace(self, reference: str) -> tuple[Record[Organisation], Workplace] | None:
        """The workplace behind ``organisation/workplace``, with its organisation."""
        organisation_id, _, code = reference.partition("/")
        organisation = self.organisations.get(organisation_id)
        if organisation is None:
            return None
        for workplace in organisation.data.workplaces:
            if workplace.id == code:
                return organisation, workplace
        return None

    def competences_of(self, programme: str, plan: Plan | None) -> tuple[str, ...]:
        """References to the competences of a programme, then those of a plan beyond it."""
        framework = self.frameworks.get(programme)
        own = [f"{programme}/{one.code}" for one in framework.data.competences] if framework else []
        planned: Iterable[str] = (goal.competence for goal in plan.goals) if plan else ()
        return tuple(dict.fromkeys([*own, *planned]))
