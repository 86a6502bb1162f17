"""Which dataclass each kind of record becomes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bekwaam.model.agreement import Agreement
from bekwaam.model.assessment import Assessment
from bekwaam.model.decision import Decision
from bekwaam.model.evidence import Evidence
from bekwaam.model.follow_up import Contact, Feedback, NextStep
from bekwaam.model.framework import Framework
from bekwaam.model.kinds import Kind
from bekwaam.model.learner import Learner
from bekwaam.model.organisation import Organisation
from bekwaam.model.person import Person
from bekwaam.model.plan import Plan
from bekwaam.model.quality import Action, Cycle, SelfEvaluation
from bekwaam.model.school import School

CLASSES: Mapping[Kind, type[Any]] = {
    Kind.SCHOOL: School,
    Kind.FRAMEWORK: Framework,
    Kind.ORGANISATION: Organisation,
    Kind.PERSON: Person,
    Kind.LEARNER: Learner,
    Kind.AGREEMENT: Agreement,
    Kind.PLAN: Plan,
    Kind.EVIDENCE: Evidence,
    Kind.ASSESSMENT: Assessment,
    Kind.DECISION: Decision,
    Kind.CONTACT: Contact,
    Kind.FEEDBACK: Feedback,
    Kind.NEXT_STEP: NextStep,
    Kind.SELF_EVALUATION: SelfEvaluation,
    Kind.ACTION: Action,
    Kind.CYCLE: Cycle,
}
"""The model's class for each kind."""
