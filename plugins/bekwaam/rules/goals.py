"""Goals of a plan: taught somewhere, shown in several ways, assessed by both: W611, W634, W636 and W646."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import Diagnostic, say
from bekwaam.model.agreement import Agreement
from bekwaam.model.assessment import Moment
from bekwaam.model.evidence import Visibility
from bekwaam.model.kinds import Kind
from bekwaam.model.placement import is_offered
from bekwaam.model.plan import Goal, Plan
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.rules.acting import guides
from bekwaam.rules.finding import gap
from bekwaam.rules.records import all_read

_DAYS = 2


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn about goals that nobody teaches, and about those that are due and not well shown or assessed."""
    plan = folder.plan_on(as_of)
    agreement = folder.agreement_of(plan)
    if plan is None or agreement is None:
        return
    for position, goal in enumerate(plan.data.goals):
        if project.competence(goal.competence) is None:
            continue  # that is told where references are
        yield from _taught(project, plan, agreement.data, goal, position)
        if goal.due < as_of and not _decided(folder, goal, as_of):
            yield from _shown(project, folder, plan, agreement.data, goal, position)
            yield from _assessed(project, folder, plan, agreement.data, goal, position)


def _decided(folder: LearnerFolder, goal: Goal, as_of: dt.date) -> bool:
    return any(
        one.data.date <= as_of and any(each.competence == goal.competence for each in one.data.results)
        for one in folder.decisions.values()
    )


def _taught(
    project: Project, plan: Record[Plan], agreement: Agreement, goal: Goal, position: int
) -> Iterator[Diagnostic]:
    if not is_offered(project, agreement, goal):
        yield gap(
            "W611",
            "11",
            plan,
            ("goals", position, "competence"),
            say(
                "Goal `{competence}` is learned at the workplace only, which does not offer it",
                competence=goal.competence,
            ),
            say("Add another place under `learned_at:`, or the competence to the workplace."),
            who=(agreement.coach,),
            due=goal.due,
        )


def _shown(
    project: Project,
    folder: LearnerFolder,
    plan: Record[Plan],
    agreement: Agreement,
    goal: Goal,
    position: int,
) -> Iterator[Diagnostic]:
    if not all_read(project, folder, Kind.EVIDENCE):
        return
    shown = [
        one.data
        for one in folder.evidence.values()
        if goal.competence in one.data.competences and one.data.visibility is not Visibility.PRIVATE
    ]
    types, days = {one.type for one in shown}, {one.date for one in shown}
    if len(types) < project.school.data.rules.evidence.min_types or len(days) < _DAYS:
        yield gap(
            "W636",
            "36",
            plan,
            ("goals", position, "due"),
            say(
                "Goal `{competence}` was due, and was shown in {types} ways on {days} days",
                competence=goal.competence,
                types=len(types),
                days=len(days),
            ),
            say("Let the learner show it in another way, on another day, or give the goal a new date."),
            who=guides(agreement),
            due=goal.due,
        )


def _assessed(
    project: Project,
    folder: LearnerFolder,
    plan: Record[Plan],
    agreement: Agreement,
    goal: Goal,
    position: int,
) -> Iterator[Diagnostic]:
    if not all_read(project, folder, Kind.ASSESSMENT):
        return
    assessors = {
        one.data.assessor
        for one in folder.assessments.values()
        if one.data.moment is Moment.SUMMATIVE and one.data.rating(goal.competence) is not None
    }
    waiting = tuple(
        person
        for person, side in ((agreement.mentor, agreement.mentors), (agreement.coach, agreement.coaches))
        if not assessors & side
    )
    if not waiting:
        yield from _changed(project, folder, plan, agreement, goal, position)
    else:
        yield gap(
            "W646",
            "46",
            plan,
            ("goals", position, "due"),
            say(
                "Goal `{competence}` was due on {date}; not assessed at the end by: {people}",
                competence=goal.competence,
                date=goal.due,
                people=tuple(f"`{one}`" for one in waiting),
            ),
            say("Assess it with `moment: summative`, or give the goal a new date."),
            who=waiting,
            due=goal.due,
        )


def _changed(
    project: Project,
    folder: LearnerFolder,
    plan: Record[Plan],
    agreement: Agreement,
    goal: Goal,
    position: int,
) -> Iterator[Diagnostic]:
    """Only where somebody said at the end that it is not reached, and nothing followed in the plan."""
    wanted = project.school.data.rank(goal.target)
    ends = sorted(
        (one.data.date, project.school.data.rank(rating.level))
        for one in folder.assessments.values()
        if one.data.moment is Moment.SUMMATIVE and one.data.assessor in agreement.mentors | agreement.coaches
        if (rating := one.data.rating(goal.competence)) is not None
    )
    last, level = ends[-1]
    if level < wanted and all(one.date < last for one in plan.data.adjustments):
        yield gap(
            "W634",
            "34",
            plan,
            ("goals", position, "due"),
            say(
                "Goal `{competence}` was not reached on {date}, and the plan is as it was",
                competence=goal.competence,
                date=last,
            ),
            say("Talk about what helps, and note it under `adjustments:`, or make a new version."),
            who=guides(agreement),
            due=last,
        )
