"""A learner's year, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.model.assessment import Moment
from bekwaam.model.decision import Verdict
from bekwaam.model.follow_up import ContactKind
from bekwaam.model.project import LearnerFolder
from bekwaam.views.context import Context
from bekwaam.views.evidence import evidence_uri
from bekwaam.views.learner import TimelineItem, TimelineKind

_MOMENTS = {
    Moment.FORMATIVE: say("assessment along the way"),
    Moment.INTERIM: say("interim assessment"),
    Moment.SUMMATIVE: say("final assessment"),
}
CONTACTS = {
    ContactKind.VISIT: say("visit to the workplace"),
    ContactKind.CALL: say("phone call"),
    ContactKind.MEETING: say("meeting"),
    ContactKind.CASE_REVIEW: say("case review"),
    ContactKind.INTAKE: say("intake"),
    ContactKind.INDUCTION: say("first day at the workplace"),
    ContactKind.TRAINING: say("training"),
}


def timeline(context: Context, key: str) -> tuple[TimelineItem, ...]:
    """What happened up to the day of the views, newest first; what is planned comes before."""
    folder = context.project.learners[key]
    items = [
        *_evidence(context, key, folder),
        *_assessments(context, folder),
        *_decisions(context, folder),
        *_plans(context, folder),
        *_agreements(context, folder),
        *_contacts(folder),
        *_feedback(context, folder),
    ]
    kept = [one for one in items if one.date <= context.as_of or one.planned]
    return tuple(sorted(kept, key=lambda one: one.date, reverse=True))


def _evidence(context: Context, key: str, folder: LearnerFolder) -> Iterator[TimelineItem]:
    for record in folder.evidence.values():
        yield TimelineItem(
            date=record.data.date,
            kind=TimelineKind.EVIDENCE,
            title=context.words(record.data.title),
            says=say("evidence"),
            uri=evidence_uri(key, record.id),
            competences=tuple(context.competence(one).title for one in record.data.competences),
        )


def _assessments(context: Context, folder: LearnerFolder) -> Iterator[TimelineItem]:
    for record in folder.assessments.values():
        data = record.data
        competences = tuple(context.competence(one.competence).title for one in data.results)
        if data.by_learner:
            kind, says = TimelineKind.SELF_ASSESSMENT, say("assessed by the learner")
        else:
            person = context.assessor(folder, data.assessor, data.date)
            kind = TimelineKind.ASSESSMENT
            says = _MOMENTS[data.moment]
            if person.name:
                says = say("{moment} by {name}", moment=says, name=person.name)
        yield TimelineItem(
            date=data.date, kind=kind, title=None, says=says, uri=None, competences=competences
        )


def _decisions(context: Context, folder: LearnerFolder) -> Iterator[TimelineItem]:
    for record in folder.decisions.values():
        rulings = record.data.results
        achieved = [one for one in rulings if one.result is Verdict.ACHIEVED]
        yield TimelineItem(
            date=record.data.date,
            kind=TimelineKind.DECISION,
            title=None,
            says=say(
                "decision of the school: {achieved} of {total} achieved",
                achieved=len(achieved),
                total=len(rulings),
            )
            if context.for_team
            else say("decision of the school"),
            uri=None,
            competences=tuple(context.competence(one.competence).title for one in rulings),
        )


def _plans(context: Context, folder: LearnerFolder) -> Iterator[TimelineItem]:
    if not context.for_team:
        return
    for record in folder.plans.values():
        agreed = record.data.agreed_on()
        if agreed is not None:
            yield TimelineItem(
                date=agreed,
                kind=TimelineKind.PLAN,
                title=None,
                says=say("training plan {version} agreed", version=f"{record.data.version:g}"),
                uri=None,
            )


def _agreements(context: Context, folder: LearnerFolder) -> Iterator[TimelineItem]:
    for record in folder.agreements.values():
        yield TimelineItem(
            date=record.data.start,
            kind=TimelineKind.AGREEMENT,
            title=context.workplace(record.data.workplace).title,
            says=say("start at the workplace"),
            uri=context.workplace(record.data.workplace).uri,
        )


def _contacts(folder: LearnerFolder) -> Iterator[TimelineItem]:
    for record in folder.contacts.values():
        says = CONTACTS[record.data.kind]
        yield TimelineItem(
            date=record.data.date,
            kind=TimelineKind.CONTACT,
            title=None,
            says=say("planned: {contact}", contact=says) if record.data.planned else says,
            uri=None,
            planned=record.data.planned,
        )


def _feedback(context: Context, folder: LearnerFolder) -> Iterator[TimelineItem]:
    for record in folder.feedback.values():
        yield TimelineItem(
            date=record.data.date,
            kind=TimelineKind.FEEDBACK,
            title=context.words(record.data.text),
            says=say("feedback"),
            uri=None,
        )
