"""The words that readers see for what the records write as codes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from bekwaam.diagnostics import Severity, Translate
from bekwaam.diagnostics.message import N_
from bekwaam.model.agreement import LearningForm
from bekwaam.model.assessment import CriterionValue, Moment, Phase
from bekwaam.model.audience import Audience
from bekwaam.model.decision import Verdict
from bekwaam.model.evidence import ContextPlace, EvidenceType, ThirdParties, Visibility
from bekwaam.model.follow_up import ContactKind, NextStepType, Subject
from bekwaam.model.framework import CompetenceKind, QualificationSystem
from bekwaam.model.kinds import Kind
from bekwaam.model.learner import ConsentAudience, ConsentScope, GivenBy, LearnerStatus
from bekwaam.model.organisation import OrganisationType
from bekwaam.model.plan import BaselineSource, LearningPlace
from bekwaam.model.provenance import Trust
from bekwaam.model.quality import ActionStatus, AnswerValue
from bekwaam.model.roles import Role
from bekwaam.model.status import Flag, Status
from bekwaam.views.learner import DocumentKind, ReflectionPart, TimelineKind
from bekwaam.views.school_documents import SchoolDocumentKind
from bekwaam.views.team.task import TaskKind, When

_LABELS: Mapping[Enum, str] = MappingProxyType(
    {
        LearningForm.ALTERNATING: N_("alternating school and work"),
        LearningForm.INDIVIDUAL_PRACTICE: N_("individual practice"),
        LearningForm.INTERNSHIP: N_("internship"),
        LearningForm.DUAL: N_("dual learning"),
        LearningForm.WORK_BASED_PROGRAMME: N_("programme at work"),
        LearningForm.GROUP_PRACTICE: N_("practice in a group"),
        LearningForm.OTHER: N_("other form"),
        Moment.FORMATIVE: N_("along the way"),
        Moment.INTERIM: N_("halfway"),
        Moment.SUMMATIVE: N_("at the end"),
        Phase.DURING: N_("during the placement"),
        Phase.AFTER: N_("after the placement"),
        CriterionValue.MET: N_("met"),
        CriterionValue.NOT_MET: N_("not met"),
        CriterionValue.NOT_SEEN: N_("not seen"),
        Audience.TEAM: N_("the school team"),
        Audience.HANDOVER: N_("the next school or employer"),
        Audience.PUBLIC: N_("everyone"),
        Verdict.ACHIEVED: N_("achieved"),
        Verdict.NOT_ACHIEVED: N_("not achieved"),
        Verdict.EXEMPT: N_("exempt"),
        EvidenceType.OBSERVATION: N_("observation"),
        EvidenceType.WORK_PRODUCT: N_("piece of work"),
        EvidenceType.PHOTO: N_("photo"),
        EvidenceType.VIDEO: N_("video"),
        EvidenceType.TEST: N_("test"),
        EvidenceType.WITNESS_STATEMENT: N_("witness statement"),
        EvidenceType.CERTIFICATE: N_("certificate"),
        EvidenceType.DOCUMENT: N_("document"),
        EvidenceType.LOG: N_("log"),
        Visibility.PRIVATE: N_("private"),
        Visibility.TEAM: N_("the school team"),
        Visibility.HANDOVER: N_("the next school or employer"),
        Visibility.PUBLIC: N_("everyone"),
        ThirdParties.NONE: N_("no other people"),
        ThirdParties.ANONYMISED: N_("others cannot be recognised"),
        ThirdParties.CONSENTED: N_("others agreed"),
        ContextPlace.WORKPLACE: N_("at the workplace"),
        ContextPlace.SCHOOL: N_("at school"),
        ContextPlace.ELSEWHERE: N_("elsewhere"),
        ContactKind.VISIT: N_("visit"),
        ContactKind.CALL: N_("call"),
        ContactKind.MEETING: N_("meeting"),
        ContactKind.CASE_REVIEW: N_("case review"),
        ContactKind.INTAKE: N_("intake"),
        ContactKind.INDUCTION: N_("induction"),
        ContactKind.TRAINING: N_("training"),
        Subject.LEARNER: N_("learner"),
        Subject.WORKPLACE: N_("workplace"),
        Subject.SCHOOL: N_("school"),
        Subject.PROCEDURE: N_("way of working"),
        NextStepType.STUDY: N_("further study"),
        NextStepType.JOB: N_("job"),
        NextStepType.GUIDANCE: N_("guidance"),
        NextStepType.PLACEMENT: N_("another placement"),
        QualificationSystem.VKS: N_("Flemish qualifications framework (VKS)"),
        QualificationSystem.EQF: N_("European qualifications framework (EQF)"),
        QualificationSystem.NLQF: N_("Dutch qualifications framework (NLQF)"),
        QualificationSystem.OTHER: N_("other framework"),
        CompetenceKind.TECHNICAL: N_("technical"),
        CompetenceKind.TRANSVERSAL: N_("useful in every job"),
        CompetenceKind.ATTITUDE: N_("attitude"),
        Kind.SCHOOL: N_("school"),
        Kind.FRAMEWORK: N_("competence framework"),
        Kind.ORGANISATION: N_("organisation"),
        Kind.PERSON: N_("person"),
        Kind.LEARNER: N_("learner"),
        Kind.AGREEMENT: N_("agreement"),
        Kind.PLAN: N_("plan"),
        Kind.EVIDENCE: N_("evidence"),
        Kind.ASSESSMENT: N_("assessment"),
        Kind.DECISION: N_("decision"),
        Kind.CONTACT: N_("contact"),
        Kind.FEEDBACK: N_("feedback"),
        Kind.NEXT_STEP: N_("next step"),
        Kind.SELF_EVALUATION: N_("self-evaluation"),
        Kind.ACTION: N_("action"),
        Kind.CYCLE: N_("cycle"),
        LearnerStatus.ACTIVE: N_("learning now"),
        LearnerStatus.COMPLETED: N_("completed"),
        LearnerStatus.STOPPED: N_("stopped"),
        ConsentScope.DESCRIPTION: N_("competence description"),
        ConsentScope.PORTFOLIO: N_("portfolio"),
        ConsentScope.NAME: N_("name"),
        ConsentScope.IMAGES: N_("pictures"),
        ConsentScope.CONTACT: N_("contact details"),
        ConsentAudience.HANDOVER: N_("the next school or employer"),
        ConsentAudience.PUBLIC: N_("everyone"),
        GivenBy.LEARNER: N_("learner"),
        GivenBy.GUARDIAN: N_("guardian"),
        GivenBy.BOTH: N_("learner and guardian"),
        OrganisationType.SCHOOL: N_("school"),
        OrganisationType.COMPANY: N_("company"),
        OrganisationType.TRAINING_CENTRE: N_("training centre"),
        OrganisationType.EXTERNAL: N_("other organisation"),
        BaselineSource.INTAKE: N_("from the intake"),
        BaselineSource.PORTFOLIO: N_("from an earlier portfolio"),
        BaselineSource.TEST: N_("from a test"),
        BaselineSource.CERTIFICATE: N_("from a certificate"),
        LearningPlace.WORKPLACE: N_("at the workplace"),
        LearningPlace.SCHOOL: N_("at school"),
        LearningPlace.DISTANCE: N_("at a distance"),
        AnswerValue.YES: N_("yes"),
        AnswerValue.PARTLY: N_("partly"),
        AnswerValue.NO: N_("no"),
        AnswerValue.NOT_APPLICABLE: N_("does not apply"),
        ActionStatus.OPEN: N_("still to do"),
        ActionStatus.DOING: N_("being done"),
        ActionStatus.DONE: N_("done"),
        ActionStatus.DROPPED: N_("dropped"),
        Trust.SIGNED: N_("signed with their own key"),
        Trust.AUTHORED: N_("from their own address"),
        Trust.DECLARED: N_("on the record's own word"),
        Trust.CONTRADICTED: N_("brought in from an address that nobody has"),
        Role.LEARNER: N_("learner"),
        Role.MENTOR: N_("mentor"),
        Role.COACH: N_("learning coach"),
        Role.TEACHER: N_("teacher"),
        Role.SCHOOL_RESPONSIBLE: N_("school responsible"),
        Role.EMPLOYER: N_("employer"),
        Role.EXTERNAL: N_("external expert"),
        Role.GUARDIAN: N_("guardian"),
        Role.COLLEAGUE: N_("colleague"),
        Status.NOT_STARTED: N_("not started"),
        Status.IN_PROGRESS: N_("in progress"),
        Status.READY: N_("ready to assess"),
        Status.TO_DISCUSS: N_("to discuss"),
        Status.PROPOSED: N_("proposed"),
        Status.ACHIEVED: N_("achieved"),
        Status.NOT_ACHIEVED: N_("not achieved"),
        Status.EXEMPT: N_("exempt"),
        Flag.NEEDS_REFRESH: N_("needs fresh evidence"),
        Flag.OVERRULED: N_("decided otherwise, with reasons"),
        DocumentKind.DESCRIPTION: N_("competence description"),
        DocumentKind.PORTFOLIO: N_("portfolio"),
        DocumentKind.PLAN: N_("training plan"),
        DocumentKind.ASSESSMENT_FORM: N_("assessment form"),
        SchoolDocumentKind.CHECKLIST: N_("checklist"),
        ReflectionPart.SITUATION: N_("situation"),
        ReflectionPart.TASK: N_("task"),
        ReflectionPart.ACTION: N_("what I did"),
        ReflectionPart.RESULT: N_("result"),
        ReflectionPart.REFLECTION: N_("looking back"),
        ReflectionPart.TRANSFER: N_("next time"),
        TimelineKind.EVIDENCE: N_("evidence"),
        TimelineKind.ASSESSMENT: N_("assessment"),
        TimelineKind.SELF_ASSESSMENT: N_("self-assessment"),
        TimelineKind.DECISION: N_("decision"),
        TimelineKind.CONTACT: N_("contact"),
        TimelineKind.FEEDBACK: N_("feedback"),
        TimelineKind.PLAN: N_("plan"),
        TimelineKind.AGREEMENT: N_("agreement"),
        TaskKind.VISIT: N_("visit"),
        TaskKind.CONTACT: N_("planned contact"),
        TaskKind.ASSESS: N_("assessment along the way"),
        TaskKind.SELF_ASSESS: N_("self-assessment"),
        TaskKind.READY: N_("ready to assess"),
        TaskKind.DISCUSS: N_("to talk about"),
        TaskKind.DECIDE: N_("to decide"),
        TaskKind.GOAL: N_("goal"),
        TaskKind.CONFIRM: N_("to confirm"),
        TaskKind.QUESTION: N_("question"),
        TaskKind.SEAL: N_("broken seal"),
        TaskKind.REFRESH: N_("needs new evidence"),
        TaskKind.AGREEMENT: N_("end of an agreement"),
        TaskKind.APPROVAL: N_("permission that ends"),
        TaskKind.FOLLOW_UP: N_("follow-up"),
        TaskKind.TRAINING: N_("training"),
        TaskKind.REVIEW: N_("to review"),
        TaskKind.ACTION: N_("action"),
        TaskKind.GAP: N_("to put right"),
        TaskKind.LOOK_BACK: N_("looking back"),
        When.OVERDUE: N_("overdue"),
        When.WEEK: N_("this week"),
        When.LATER: N_("later"),
        When.ANY_TIME: N_("without a date"),
        Severity.ERROR: N_("error"),
        Severity.WARNING: N_("warning"),
    }
)
"""All in lower case, so that they fit inside a sentence."""


def label(member: Enum, translate: Translate = str) -> str:
    """The word for a member of one of the enumerations of ``model`` or ``views``."""
    return translate(_LABELS[member])


def labelled(kind: type[Enum]) -> bool:
    """Whether every member of an enumeration has a word."""
    return all(member in _LABELS for member in kind)
