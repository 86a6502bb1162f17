"""Goals, baseline and who agreed: W610, W612, W630, W631 and W629."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import At, Diagnostic, say
from bekwaam.model.kinds import Kind
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.placement import without_a_yes
from bekwaam.model.plan import Plan
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.model.roles import Role
from bekwaam.rules.acting import coach_of
from bekwaam.rules.finding import gap
from bekwaam.rules.records import all_read
from bekwaam.rules.roles import ROLE_NAMES


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn about plans that are not complete, or not agreed by all."""
    plan = folder.plan_on(as_of)
    if plan is not None:
        who = coach_of(project, folder, as_of)
        yield from _goals(project, plan, who)
        yield from _baseline(project, plan, who)
        yield from _agreed(folder, plan, who)
    if all_read(project, folder, Kind.PLAN):
        yield from _planned(folder, as_of)


def _planned(folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    if folder.learner.data.status is not LearnerStatus.ACTIVE or folder.learner.stand_in:
        return
    planned = {plan.data.agreement for plan in folder.plans.values()}
    if not planned <= folder.agreements.keys():
        return  # a plan for an agreement that nobody finds may be meant for this one
    for record in folder.agreements.values():
        if record.id not in planned and record.data.start <= as_of <= record.data.end:
            yield gap(
                "W629",
                "29",
                record,
                ("start",),
                say("This placement has started without a plan"),
                say(
                    "Add a plan in `plans/` with the goals, and `agreement: {agreement}`.",
                    agreement=record.id,
                ),
                who=(record.data.coach,),
                due=record.data.start,
            )


def _goals(project: Project, plan: Record[Plan], who: tuple[str, ...]) -> Iterator[Diagnostic]:
    for position, goal in enumerate(plan.data.goals):
        competence = project.competence(goal.competence)
        if competence is not None and not competence.criteria:
            yield gap(
                "W630",
                "30",
                plan,
                ("goals", position, "competence"),
                say("Goal `{competence}` has no criteria", competence=goal.competence),
                say("Add criteria to the competence in its framework, so that all see the same thing."),
                who=who,
            )
    if plan.data.goals and all(one.proposed_by is not Role.LEARNER for one in plan.data.goals):
        yield gap(
            "W631",
            "31",
            plan,
            ("goals",),
            say("No goal was proposed by the learner"),
            say("Ask what the learner wants to learn, and write `proposed_by: learner` at that goal."),
            who=who,
            at=At.KEY,
        )


def _baseline(project: Project, plan: Record[Plan], who: tuple[str, ...]) -> Iterator[Diagnostic]:
    known = {one.competence for one in plan.data.baseline}
    if any(project.competence(one) is None for one in known):
        return  # the one that nobody finds may be meant for a goal
    missing = tuple(
        f"`{goal.competence}`"
        for goal in plan.data.goals
        if goal.competence not in known and project.competence(goal.competence) is not None
    )
    if missing:
        yield gap(
            "W612",
            "12",
            plan,
            ("baseline",),
            say("The starting level is not known for {competences}", competences=missing),
            say("Add a line to `baseline:` for each, from the intake, a test or a portfolio."),
            who=who,
            at=At.KEY,
        )


def _agreed(folder: LearnerFolder, plan: Record[Plan], who: tuple[str, ...]) -> Iterator[Diagnostic]:
    missing = tuple(ROLE_NAMES[role] for role in without_a_yes(plan.data.agreed))
    agreement = folder.agreement_of(plan)
    if missing:
        yield gap(
            "W610",
            "10",
            plan,
            ("agreed",) if plan.data.agreed else (),
            say("Not everyone agreed to this plan; missing: {roles}", roles=missing),
            say("Add a line to `agreed:` when they have."),
            who=who,
            due=agreement.data.start if agreement else None,
            at=At.KEY,
        )
