"""Where a learner learns, and the plan and agreement behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from bekwaam.model.agreement import Agreement
from bekwaam.model.plan import Module, Plan
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.model.roles import Agreed, Role
from bekwaam.views.context import Context, number
from bekwaam.views.learner import (
    AgreedView,
    AgreementView,
    GoalView,
    PlacementView,
    PlanView,
)
from bekwaam.views.words import Words


def placements(context: Context, folder: LearnerFolder) -> tuple[PlacementView, ...]:
    """A learner's placements, the latest first."""
    records = sorted(folder.agreements.values(), key=lambda one: (one.data.start, one.id), reverse=True)
    return tuple(placement(context, one) for one in records)


def placement(context: Context, record: Record[Agreement]) -> PlacementView:
    """One agreement: where, when and with whom."""
    data = record.data
    found = context.project.workplace(data.workplace)
    link = context.workplace(data.workplace)
    school = context.project.organisations.get(data.school)
    day = min(max(data.start, context.as_of), data.end)
    backup = data.backup
    backups: list[tuple[str | None, Role]] = (
        [(backup.mentor, Role.MENTOR), (backup.coach, Role.COACH)] if backup else []
    )
    return PlacementView(
        agreement=record.id,
        form=data.form,
        workplace=link.title,
        workplace_uri=link.uri,
        organisation=context.words(found[0].data.name) if found else Words(data.workplace),
        address=context.words_or_none(found[1].address or found[0].data.address) if found else None,
        school=context.words(school.data.name if school else context.school.name),
        start=data.start,
        end=data.end,
        hours=number(data.hours),
        mentor=context.person(data.mentor, Role.MENTOR, day),
        coach=context.person(data.coach, Role.COACH, day),
        backups=tuple(context.person(one, role, day) for one, role in backups if one),
    )


def plan_view(context: Context, key: str) -> PlanView | None:
    """The plan that counts, for the team."""
    folder = context.project.learners[key]
    record = folder.plan_on(context.as_of)
    if record is None or not context.for_team:
        return None
    agreement = folder.agreement_of(record)
    plan = record.data
    return PlanView(
        version=f"{plan.version:g}",
        placement=placement(context, agreement) if agreement else None,
        agreement=_agreement(context, agreement.data) if agreement else None,
        goals=_goals(context, key, plan),
        agreed=_agreed(context, plan.agreed),
        adjustments=tuple(
            (one.date, context.words(one.reason), context.words_or_none(one.change))
            for one in plan.adjustments
        ),
    )


def _goals(context: Context, key: str, plan: Plan) -> tuple[GoalView, ...]:
    statuses = context.gated.statuses[key]
    baseline = {one.competence: one for one in plan.baseline}
    views = []
    for goal in plan.goals:
        start = baseline.get(goal.competence)
        views.append(
            GoalView(
                competence=context.competence(goal.competence),
                target=context.level(goal.target) or Words(goal.target),
                baseline=context.level(start.level) if start else None,
                baseline_source=start.source if start else None,
                learned_at=goal.learned_at,
                due=goal.due,
                module=_module(context, plan.modules, goal.module),
                proposed_by=goal.proposed_by,
                status=statuses[goal.competence].status,
            )
        )
    return tuple(views)


def _module(context: Context, modules: tuple[Module, ...], code: str | None) -> Words | None:
    if code is None:
        return None
    named = [context.words(one.title) for one in modules if one.code == code]
    return named[0] if named else Words(code)


def _agreement(context: Context, data: Agreement) -> AgreementView:
    induction = data.induction
    return AgreementView(
        organisation=context.words(data.organisation),
        content=context.words(data.content),
        guidance=context.words_or_none(data.guidance.text),
        min_visits=data.guidance.min_visits,
        max_interval_days=data.guidance.max_interval_days,
        evaluation=context.words(data.evaluation),
        signatures=_agreed(context, data.signatures),
        induction_date=induction.date if induction else None,
        induction_safety=induction.safety if induction else None,
        induction_items=context.all_words(induction.items) if induction else (),
    )


def _agreed(context: Context, parties: Iterable[Agreed]) -> tuple[AgreedView, ...]:
    return tuple(_yes(context, one.role, one.person, one.date) for one in parties)


def _yes(context: Context, role: Role, person: str | None, day: dt.date) -> AgreedView:
    return AgreedView(role=role, person=context.person(person, role, day) if person else None, date=day)
