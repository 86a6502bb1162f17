"""One learner followed up: what was agreed, what was done, and what learner, mentor and coach see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from bekwaam.diagnostics import say
from bekwaam.model.agreement import Agreement
from bekwaam.model.assessment import Assessment
from bekwaam.model.follow_up import ContactKind
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.model.roles import Role
from bekwaam.rules.quality import ANSWER_WITHIN
from bekwaam.views.context import Context, number
from bekwaam.views.evidence import anchor, evidence_uri, learner_uri
from bekwaam.views.learner import TimelineItem, TimelineKind
from bekwaam.views.parts import Link
from bekwaam.views.placements import placement
from bekwaam.views.team.follow_up_view import (
    ApprovalView,
    CompetenceOverTime,
    FollowUpView,
    HoursView,
    InductionView,
    OpenQuestion,
    PartyView,
    PlacementFollowUp,
    RatedOn,
    ReadyView,
    VisitsView,
)
from bekwaam.views.team.learned import feedback_by, goals_shown, plan_start
from bekwaam.views.team.maker import Maker, follow_up_uri
from bekwaam.views.team.placements import next_visit, visits_done, visits_wanted
from bekwaam.views.team.task import Task
from bekwaam.views.timeline import timeline
from bekwaam.views.words import Words

_PARTIES = (Role.LEARNER, Role.MENTOR, Role.COACH)


def follow_up_view(context: Context, key: str, tasks: tuple[Task, ...]) -> FollowUpView:
    """The page of one learner."""
    folder = context.project.learners[key]
    done = [one.data for one in folder.evidence.values() if one.data.date <= context.as_of]
    latest = sorted(folder.agreements.values(), key=lambda one: (one.data.start, one.id), reverse=True)
    return FollowUpView(
        key=key,
        uri=follow_up_uri(key),
        learner=Link(title=Words(context.gated.shown[key].name), uri=learner_uri(key)),
        cohort=folder.learner.data.cohort,
        tasks=tasks,
        placements=tuple(_placement(context, folder, key, one) for one in latest),
        competences=tuple(_over_time(context, key, folder)),
        goals=tuple(goals_shown(context, key, folder)),
        feedback=tuple(feedback_by(folder, context.as_of)),
        questions=tuple(_questions(context, key, folder)),
        hours_of_evidence=number(sum(one.hours or 0 for one in done if not one.self_study) or None),
        hours_of_study=number(sum(one.hours or 0 for one in done if one.self_study) or None),
        history=_history(context, key, folder),
    )


def _placement(
    context: Context, folder: LearnerFolder, key: str, record: Record[Agreement]
) -> PlacementFollowUp:
    data, make = record.data, Maker(context, key)
    running = data.start <= context.as_of <= data.end
    wanted, longest = visits_wanted(make, data)
    planned = sorted(
        one.data.date
        for one in folder.contacts.values()
        if one.data.kind is ContactKind.VISIT and one.data.planned and data.start <= one.data.date <= data.end
    )
    return PlacementFollowUp(
        placement=placement(context, record),
        running=running,
        visits=VisitsView(
            done=tuple(visits_done(folder, data, context.as_of)),
            planned=tuple(planned),
            wanted=wanted,
            longest=longest,
            due=next_visit(make, folder, data) if running else None,
        ),
        hours=_hours(data),
        approvals=tuple(
            ApprovalView(
                by=context.words(one.by),
                date=one.date,
                expires=one.expires,
                ends_early=one.expires is not None and one.expires < data.end,
            )
            for one in data.approvals
        ),
        parties=_parties(folder, record),
        ready=tuple(_ready(context, data)),
        induction=_induction(context, folder, data),
        plan=plan_start(context, folder, record),
    )


def _hours(data: Agreement) -> HoursView:
    attendance = data.attendance
    done = attendance.hours if attendance else None
    return HoursView(
        agreed=number(data.hours),
        done=number(done),
        missed=number(attendance.absent) if attendance else None,
        until=attendance.until if attendance else None,
        share=round(100 * done / data.hours) if done is not None and data.hours else None,
    )


def _parties(folder: LearnerFolder, record: Record[Agreement]) -> tuple[PartyView, ...]:
    """The three who sign, and whoever else did."""
    plans = sorted(
        (one.data for one in folder.plans.values() if one.data.agreement == record.id),
        key=lambda one: one.version,
    )
    others = [one.role for one in record.data.signatures]
    others += [one.role for plan in plans for one in plan.agreed]

    def day(parties: Iterable[tuple[Role, dt.date]], role: Role) -> dt.date | None:
        return max((date for who, date in parties if who is role), default=None)

    return tuple(
        PartyView(
            role=role,
            required=role in _PARTIES,
            agreement=day(((one.role, one.date) for one in record.data.signatures), role),
            plans=tuple(
                (f"{plan.version:g}", day(((one.role, one.date) for one in plan.agreed), role))
                for plan in plans
            ),
        )
        for role in dict.fromkeys((*_PARTIES, *others))
    )


def _ready(context: Context, data: Agreement) -> Iterator[ReadyView]:
    """What each party said, the latest; and who was not asked."""
    latest = {one.role: one for one in sorted(data.readiness, key=lambda one: one.date)}
    for role in dict.fromkeys((*_PARTIES, *latest)):
        said = latest.get(role)
        yield ReadyView(
            role=role,
            date=said.date if said else None,
            ready=said.ready if said else None,
            note=context.words_or_none(said.note) if said else None,
        )


def _induction(context: Context, folder: LearnerFolder, data: Agreement) -> InductionView | None:
    if data.induction is None:
        return None
    contacts = [
        one.data.date
        for one in folder.contacts.values()
        if one.data.kind is ContactKind.INDUCTION and not one.data.planned
    ]
    return InductionView(
        date=data.induction.date,
        safety=data.induction.safety,
        items=context.all_words(data.induction.items),
        contact=min((one for one in contacts if data.start <= one <= data.end), default=None),
    )


def _over_time(context: Context, key: str, folder: LearnerFolder) -> Iterator[CompetenceOverTime]:
    """Each competence that somebody rated, in the framework's order."""
    rated: dict[str, list[RatedOn]] = {}
    for record in sorted(folder.assessments.values(), key=lambda one: (one.data.date, one.id)):
        if record.data.date <= context.as_of:
            for reference, one in _rated(context, folder, record.data):
                rated.setdefault(reference, []).append(one)
    for reference, status in context.gated.statuses[key].items():
        if reference in rated:
            yield CompetenceOverTime(
                competence=Link(
                    title=context.competence(reference).title,
                    uri=f"{learner_uri(key)}#{anchor(reference)}",
                ),
                steps=context.levels,
                target=context.rank(status.target),
                rated=tuple(rated[reference]),
            )


def _rated(context: Context, folder: LearnerFolder, assessment: Assessment) -> Iterator[tuple[str, RatedOn]]:
    """What one assessment says, by competence; nothing where a level is not on the school's scale."""
    own = assessment.by_learner
    person = None if own else context.assessor(folder, assessment.assessor, assessment.date)
    for rating in assessment.results:
        rank, level = context.rank(rating.level), context.level(rating.level)
        if rank is not None and level is not None:
            yield (
                rating.competence,
                RatedOn(
                    date=assessment.date,
                    role=person.role if person else Role.LEARNER,
                    name=person.name if person else None,
                    rank=rank,
                    level=level,
                    moment=assessment.moment,
                ),
            )


def _questions(context: Context, key: str, folder: LearnerFolder) -> Iterator[OpenQuestion]:
    for record in folder.evidence.values():
        for question in record.data.questions:
            if question.answered is False and record.data.date <= context.as_of:
                yield OpenQuestion(
                    text=context.words(question.text),
                    evidence=Link(title=context.words(record.data.title), uri=evidence_uri(key, record.id)),
                    asked=record.data.date,
                    due=record.data.date + ANSWER_WITHIN,
                )


def _history(context: Context, key: str, folder: LearnerFolder) -> tuple[TimelineItem, ...]:
    """The timeline without the evidence, with what changed in the plans and why."""
    items = [one for one in timeline(context, key) if one.kind is not TimelineKind.EVIDENCE]
    for plan in folder.plans.values():
        for one in plan.data.adjustments:
            if one.date <= context.as_of:
                change = context.words_or_none(one.change)
                items.append(
                    TimelineItem(
                        date=one.date,
                        kind=TimelineKind.PLAN,
                        title=context.words(one.reason),
                        says=say("training plan adjusted: {change}", change=change)
                        if change
                        else say("training plan adjusted"),
                        uri=None,
                    )
                )
    return tuple(sorted(items, key=lambda one: one.date, reverse=True))
