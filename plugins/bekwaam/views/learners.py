"""A learner's page, and the learner's card in the overview."""

from __future__ import annotations

import datetime as dt

from bekwaam.model.framework import Framework
from bekwaam.model.project import LearnerFolder
from bekwaam.model.roles import Role
from bekwaam.model.status import Status
from bekwaam.views.competences import competence_views
from bekwaam.views.context import Context, initials, number
from bekwaam.views.evidence import cards, learner_uri, reflection_view
from bekwaam.views.learner import (
    ContactView,
    DocumentKind,
    DocumentLink,
    FeedbackView,
    LearnerView,
    NextStepView,
    QualificationView,
    ReflectionView,
)
from bekwaam.views.parts import EvidenceCard, Link, PersonView
from bekwaam.views.placements import placements, plan_view
from bekwaam.views.school import LearnerCard
from bekwaam.views.timeline import timeline
from bekwaam.views.words import Words

DOCUMENT_NAMES = {
    DocumentKind.DESCRIPTION: "competence-description",
    DocumentKind.PORTFOLIO: "portfolio",
    DocumentKind.PLAN: "training-plan",
    DocumentKind.ASSESSMENT_FORM: "assessment-form",
}
"""File names of the documents that stand in the site."""

_FEATURED = 6
"""How many of the newest pictures stand in for a choice that the learner has not made."""


def learner_view(context: Context, key: str) -> LearnerView:
    """Everything that this audience may see of a learner."""
    folder, shown = context.project.learners[key], context.gated.shown[key]
    learner = folder.learner.data
    framework = context.project.frameworks.get(learner.programme)
    own_cards = cards(context, key) if shown.pages else ()
    competences = competence_views(context, key, own_cards)
    described = shown.description and bool(competences)
    return LearnerView(
        key=key,
        uri=learner_uri(key) if shown.pages else None,
        name=shown.name,
        pseudonymous=shown.pseudonymous,
        initials=initials(shown.name),
        photo=context.photo(folder.learner.path, learner.photo),
        email=learner.emails[0] if shown.contact and learner.emails else None,
        about=context.words_or_none(learner.about),
        status=learner.status,
        programme=programme(context, learner.programme),
        programme_id=learner.programme,
        programme_version=framework.data.version if framework else "",
        qualification=qualification(framework.data) if framework else None,
        leads_to=context.all_words(framework.data.leads_to) if framework else (),
        cohort=learner.cohort,
        placements=placements(context, folder),
        competences=competences,
        achieved=sum(one.status is Status.ACHIEVED for one in competences),
        assessments=sum(one.data.date <= context.as_of for one in folder.assessments.values()),
        featured=_featured(learner.featured, own_cards),
        evidence=own_cards,
        reflections=_reflections(context, key, own_cards),
        timeline=timeline(context, key) if shown.pages else (),
        next_step=_next_step(context, folder),
        documents=_documents(context, key, described=described),
        plan=plan_view(context, key),
        contacts=_contacts(context, folder, shown.name),
        feedback=_feedback(context, folder),
        shows_in_progress=learner.show_in_progress,
        described=described,
        remarks=context.gated.remarks,
    )


def learner_card(view: LearnerView) -> LearnerCard:
    """A learner in the overview."""
    described = [one for one in view.documents if one.kind is DocumentKind.DESCRIPTION]
    return LearnerCard(
        key=view.key,
        uri=view.uri,
        description_uri=described[0].uri if described else None,
        name=view.name,
        initials=view.initials,
        photo=view.photo,
        programme=view.programme.title,
        programme_id=view.programme_id,
        cohort=view.cohort,
        status=view.status,
        workplace=view.placements[0].workplace if view.placements else None,
        achieved=view.achieved,
        total=len(view.competences),
        statuses=tuple((one.title, one.status) for one in view.competences),
        ladders=tuple((one.title, one.ladder) for one in view.competences),
    )


def programme(context: Context, framework: str) -> Link:
    """A programme's title and the page of its framework."""
    record = context.project.frameworks.get(framework)
    if record is None:
        return Link(title=Words(framework), uri=None)
    return Link(title=context.words(record.data.title), uri=f"frameworks/{framework}/")


def qualification(framework: Framework) -> QualificationView | None:
    """The qualification that a framework leads to."""
    one = framework.qualification
    return QualificationView(system=one.system, level=number(one.level)) if one else None


def _featured(chosen: tuple[str, ...], own: tuple[EvidenceCard, ...]) -> tuple[EvidenceCard, ...]:
    by_id = {card.id: card for card in own}
    picked = tuple(by_id[one] for one in chosen if one in by_id)
    return picked or tuple(card for card in own if card.cover)[:_FEATURED]


def _reflections(context: Context, key: str, own: tuple[EvidenceCard, ...]) -> tuple[ReflectionView, ...]:
    evidence = context.project.learners[key].evidence
    found = (reflection_view(context, key, evidence[card.id]) for card in own)
    return tuple(one for one in found if one is not None)


def _next_step(context: Context, folder: LearnerFolder) -> NextStepView | None:
    if folder.next_step is None:
        return None
    data = folder.next_step.data
    return NextStepView(
        type=data.type,
        wish=context.words_or_none(data.wish),
        target=context.words_or_none(data.target),
        advice=context.words_or_none(data.advice),
        actions=context.all_words(data.actions),
        outcome=context.words_or_none(data.outcome),
        follow_up=data.follow_up,
    )


def _documents(context: Context, key: str, *, described: bool) -> tuple[DocumentLink, ...]:
    """The documents in the site; what the team prints is in the school's first language only."""
    languages = context.school.languages
    made: list[tuple[DocumentKind, str]] = []
    if described:
        made += [(DocumentKind.DESCRIPTION, language) for language in languages]
    if context.gated.shown[key].pages:
        made += [(DocumentKind.PORTFOLIO, language) for language in languages]
    if context.for_team and context.project.learners[key].plan_on(context.as_of) is not None:
        on_paper = (DocumentKind.PLAN, DocumentKind.ASSESSMENT_FORM)
        made += [(kind, languages[0]) for kind in on_paper]
    return tuple(
        DocumentLink(
            kind=kind,
            language=language,
            uri=f"{learner_uri(key)}{DOCUMENT_NAMES[kind]}.{language}.pdf",
        )
        for kind, language in made
    )


def _contacts(context: Context, folder: LearnerFolder, name: str) -> tuple[ContactView, ...]:
    views = [
        ContactView(
            date=record.data.date,
            kind=record.data.kind,
            planned=record.data.planned,
            participants=tuple(
                _participant(context, one.role, one.person, record.data.date, name)
                for one in record.data.participants
            ),
            agreements=context.all_words(record.data.agreements),
            notes=context.all_words(record.data.notes),
        )
        for record in folder.contacts.values()
    ]
    return tuple(sorted(views, key=lambda one: one.date, reverse=True))


def _participant(context: Context, role: Role, person: str | None, day: dt.date, learner: str) -> PersonView:
    if person is not None:
        return context.person(person, role, day)
    name = learner if role is Role.LEARNER else None
    return PersonView(id=None, name=name, role=role, organisation=None)


def _feedback(context: Context, folder: LearnerFolder) -> tuple[FeedbackView, ...]:
    views = [
        FeedbackView(
            date=record.data.date,
            from_role=record.data.from_,
            formal=record.data.formal,
            about=record.data.about,
            text=context.words(record.data.text),
            rating=record.data.rating,
        )
        for record in folder.feedback.values()
        if record.data.date <= context.as_of
    ]
    return tuple(sorted(views, key=lambda one: one.date, reverse=True))
