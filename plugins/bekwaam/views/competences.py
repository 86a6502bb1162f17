"""One learner's competences: how far they are, who says so, and what shows it."""

from __future__ import annotations

from bekwaam.model.assessment import Rating
from bekwaam.model.decision import Ruling
from bekwaam.model.framework import Criterion
from bekwaam.model.plan import Plan
from bekwaam.model.project import LearnerFolder
from bekwaam.model.roles import Role
from bekwaam.model.status import CompetenceStatus, Flag
from bekwaam.views.context import Context
from bekwaam.views.evidence import anchor
from bekwaam.views.learner import CompetenceView, CriterionView, RatingView
from bekwaam.views.parts import EvidenceCard, LadderView, SignOff
from bekwaam.views.ratings import rating_view, sign_off
from bekwaam.views.trusted import changes, trust_view
from bekwaam.views.words import Words


def competence_views(
    context: Context, key: str, cards: tuple[EvidenceCard, ...]
) -> tuple[CompetenceView, ...]:
    """Every competence that this audience may see of a learner, in the framework's order."""
    folder = context.project.learners[key]
    plan = folder.plan_on(context.as_of)
    by_competence: dict[str, list[EvidenceCard]] = {}
    for card in cards:
        for reference in dict.fromkeys(folder.evidence[card.id].data.competences):
            by_competence.setdefault(reference, []).append(card)
    return tuple(
        _view(
            context,
            key,
            folder,
            status,
            plan.data if plan else None,
            tuple(by_competence.get(reference, ())),
        )
        for reference, status in context.gated.statuses[key].items()
    )


def ladder(context: Context, folder: LearnerFolder, status: CompetenceStatus) -> LadderView:
    """The ladder of one competence."""

    def rated(assessment: str | None) -> int | None:
        if assessment is None or assessment not in folder.assessments:
            return None
        rating = folder.assessments[assessment].data.rating(status.competence)
        return context.rank(rating.level) if rating else None

    return LadderView(
        steps=context.levels,
        reached=context.rank(status.level),
        target=context.rank(status.target),
        learner=rated(status.learner),
        mentor=rated(status.mentor),
        coach=rated(status.coach),
    )


def _view(
    context: Context,
    key: str,
    folder: LearnerFolder,
    status: CompetenceStatus,
    plan: Plan | None,
    cards: tuple[EvidenceCard, ...],
) -> CompetenceView:
    reference = status.competence
    competence = context.project.competence(reference)
    link = context.competence(reference)
    goals = [one for one in plan.goals if one.competence == reference] if plan else []
    return CompetenceView(
        reference=reference,
        anchor=anchor(reference),
        framework_uri=link.uri or "",
        title=link.title,
        description=context.words_or_none(competence.description) if competence else None,
        kind=competence.kind if competence else None,
        status=status.status,
        level=context.level(status.level),
        target=context.level(status.target),
        due=goals[0].due if goals else None,
        needs_refresh=Flag.NEEDS_REFRESH in status.flags,
        changed=changes(context, folder, status),
        overruled=Flag.OVERRULED in status.flags,
        why=status.why,
        ladder=ladder(context, folder, status),
        criteria=_criteria(context, competence.criteria if competence else (), status),
        evidence=cards,
        assessed_by=_summatives(context, folder, key, status),
        decided_by=_decided(context, folder, status),
        motivation=_motivation(context, folder, status),
        ratings=_ratings(context, folder, key, reference),
    )


def _criteria(
    context: Context, criteria: tuple[Criterion, ...], status: CompetenceStatus
) -> tuple[CriterionView, ...]:
    return tuple(
        CriterionView(
            code=one.code,
            text=context.words(one.text),
            critical=one.critical,
            value=status.criteria.get(one.code),
        )
        for one in criteria
    )


def _summatives(
    context: Context, folder: LearnerFolder, key: str, status: CompetenceStatus
) -> tuple[SignOff, ...]:
    return tuple(
        sign_off(context, folder, key, folder.assessments[one])
        for one in status.summatives
        if one in folder.assessments
    )


def _decided(context: Context, folder: LearnerFolder, status: CompetenceStatus) -> SignOff | None:
    record = folder.decisions.get(status.decision) if status.decision else None
    if record is None:
        return None
    person = context.person(record.data.by, Role.SCHOOL_RESPONSIBLE, record.data.date)
    return SignOff(person=person, date=record.data.date, trust=trust_view(context, record))


def _motivation(context: Context, folder: LearnerFolder, status: CompetenceStatus) -> Words | None:
    record = folder.decisions.get(status.decision) if status.decision else None
    rulings: tuple[Ruling, ...] = record.data.results if record else ()
    found = [one for one in rulings if one.competence == status.competence]
    return context.words_or_none(found[0].motivation) if found else None


def _ratings(context: Context, folder: LearnerFolder, key: str, reference: str) -> tuple[RatingView, ...]:
    found = []
    for record in folder.assessments.values():
        rating: Rating | None = record.data.rating(reference)
        if rating is not None and record.data.date <= context.as_of:
            found.append((record, rating))
    found.sort(key=lambda one: (one[0].data.date, one[0].id), reverse=True)
    return tuple(rating_view(context, folder, key, record, rating) for record, rating in found)
