"""From intake to goals that were shown: what a plan rests on, and what people say back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.model.agreement import Agreement
from bekwaam.model.evidence import Evidence
from bekwaam.model.follow_up import ContactKind
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.model.roles import Role
from bekwaam.views.context import Context
from bekwaam.views.evidence import anchor, learner_uri
from bekwaam.views.parts import Link
from bekwaam.views.team.follow_up_view import FeedbackBy, GoalShown, PlanStart

_DAYS = 2
"""Once may be luck."""

_ASKED = (Role.LEARNER, Role.MENTOR, Role.COLLEAGUE, Role.EMPLOYER)
"""Whose feedback is missed where there is none."""


def plan_start(context: Context, folder: LearnerFolder, record: Record[Agreement]) -> PlanStart:
    """What came before the latest plan of an agreement."""
    plans = [one for one in folder.plans.values() if one.data.agreement == record.id]
    plan = max(plans, key=lambda one: one.data.version).data if plans else None
    intakes = [
        one.data.date
        for one in folder.contacts.values()
        if one.data.kind is ContactKind.INTAKE and not one.data.planned and one.data.date <= record.data.end
    ]
    known = {one.competence for one in plan.baseline} if plan else set()
    goals = plan.goals if plan else ()
    return PlanStart(
        intake=max(intakes, default=None),
        version=f"{plan.version:g}" if plan else None,
        agreed=plan.agreed_on() if plan else None,
        goals=len(goals),
        known=sum(one.competence in known for one in goals),
        proposed=sum(one.proposed_by is Role.LEARNER for one in goals),
        modules=tuple(context.words(one.title) for one in plan.modules) if plan else (),
    )


def goals_shown(context: Context, key: str, folder: LearnerFolder) -> Iterator[GoalShown]:
    """The goals of the plan that counts, each with the evidence that names it."""
    plan = folder.plan_on(context.as_of)
    if plan is None:
        return
    named: dict[str, list[Evidence]] = {}
    for record in folder.evidence.values():
        if record.data.date <= context.as_of:
            for competence in dict.fromkeys(record.data.competences):
                named.setdefault(competence, []).append(record.data)
    wanted = context.school.rules.evidence.min_types
    for goal in plan.data.goals:
        shown = named.get(goal.competence, [])
        types = tuple(dict.fromkeys(one.type for one in shown))
        days = len({one.date for one in shown})
        yield GoalShown(
            competence=Link(
                title=context.competence(goal.competence).title,
                uri=f"{learner_uri(key)}#{anchor(goal.competence)}",
            ),
            due=goal.due,
            status=context.gated.statuses[key][goal.competence].status,
            pieces=len(shown),
            types=types,
            days=days,
            wanted_types=wanted,
            enough=len(types) >= wanted and days >= _DAYS,
        )


def feedback_by(folder: LearnerFolder, as_of: dt.date) -> Iterator[FeedbackBy]:
    """Who said something back, and who is missing."""
    given = [one.data for one in folder.feedback.values() if one.data.date <= as_of]
    for role in dict.fromkeys((*_ASKED, *(one.from_ for one in given))):
        own = [one for one in given if one.from_ is role]
        yield FeedbackBy(
            role=role,
            formal=sum(one.formal for one in own),
            informal=sum(not one.formal for one in own),
            last=max((one.date for one in own), default=None),
        )
