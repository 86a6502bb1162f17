"""What is learned: baseline, goals, plans, ways of learning (11, 12, 29 to 31, 34 to 36, 39, 44)."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.diagnostics.message import N_
from bekwaam.indicators.indication import Counted, Indication, count, share
from bekwaam.indicators.seen import Placement, Seen
from bekwaam.indicators.words import names_of
from bekwaam.model.follow_up import ContactKind
from bekwaam.model.placement import is_offered, without_a_yes
from bekwaam.model.plan import Goal, LearningPlace, Plan
from bekwaam.model.project import Record
from bekwaam.model.quality import AnswerValue
from bekwaam.model.roles import Role
from bekwaam.model.status import Status

_REACHED = frozenset({Status.PROPOSED, Status.ACHIEVED, Status.EXEMPT})
_DATES = 2
"""Days on which a goal is shown at least."""


def goals_covered(seen: Seen) -> Indication:
    """11: every goal is learned somewhere."""
    return share(
        (
            count(
                plan,
                is_offered(seen.project, placement.data, goal),
                say("nobody teaches {goal}", goal=f"`{goal.competence}`"),
            )
            for placement, plan, goal in seen.goals()
        ),
        N_("{done} of {all} goals are learned at a place that offers them."),
        N_(
            "Counted: goals of the plans that count, learned at school or at a distance, or at a workplace"
            " that"
            " lists the competence."
        ),
    )


def baseline_known(seen: Seen) -> Indication:
    """12: the starting level of every goal is known."""
    return share(
        (
            count(
                plan,
                any(one.competence == goal.competence for one in plan.data.baseline),
                say("no starting level for {goal}", goal=f"`{goal.competence}`"),
            )
            for _, plan, goal in seen.goals()
        ),
        N_("The starting level is known for {done} of {all} goals."),
        N_("Counted: goals of the plans that count, with a line under `baseline`."),
    )


def plans_with_goals(seen: Seen) -> Indication:
    """29: every placement has a plan with goals from a framework."""
    return share(
        (
            count(
                one.record,
                one.plan is not None and one.plan.data.goals and _known(seen, one.plan.data),
                say("no plan with goals"),
            )
            for one in seen.placements
        ),
        N_("{done} of {all} placements have a plan with goals from a framework."),
        N_("Counted: agreements of this period with a plan whose goals are competences of a framework."),
    )


def _known(seen: Seen, plan: Plan) -> bool:
    return all(seen.project.competence(goal.competence) is not None for goal in plan.goals)


def goals_concrete(seen: Seen) -> Indication:
    """30: every goal has criteria; level and date it has always."""
    return share(
        (
            count(
                plan,
                (found := seen.project.competence(goal.competence)) is not None and found.criteria,
                say("{goal} has no criteria", goal=f"`{goal.competence}`"),
            )
            for _, plan, goal in seen.goals()
        ),
        N_("{done} of {all} goals have criteria that can be seen, a level and a date."),
        N_("Counted: goals of the plans that count, whose competence has `criteria`."),
    )


def own_goals(seen: Seen) -> Indication:
    """31: the learner proposed a goal."""
    return share(
        (
            count(
                plan,
                any(goal.proposed_by is Role.LEARNER for goal in plan.data.goals),
                say("no goal of the learner"),
            )
            for _, plan in seen.plans()
        ),
        N_("In {done} of {all} plans the learner proposed a goal."),
        N_("Counted: plans that count, with a goal with `proposed_by: learner`."),
    )


def plans_adjusted(seen: Seen) -> Indication:
    """34: where a goal was not reached in time, the plan was changed."""
    return share(
        _late(seen),
        N_("{done} of {all} plans with a goal that was not reached in time were changed."),
        N_(
            "Counted: plans with a goal whose date is past and that is not proposed, achieved or exempt;"
            " changed"
            " means an adjustment in this period, or a later version."
        ),
        empty=AnswerValue.NOT_APPLICABLE,
    )


def _late(seen: Seen) -> Iterator[Counted]:
    for placement, plan in seen.plans():
        late = [
            goal.competence
            for goal in plan.data.goals
            if goal.due <= seen.until and not reached(seen, placement, goal)
        ]
        if late:
            changed = any(seen.counts(one.date) for one in plan.data.adjustments) or plan.data.version > 1
            yield count(
                plan, changed, say("not reached in time: {goals}", goals=tuple(f"`{one}`" for one in late))
            )


def reached(seen: Seen, placement: Placement, goal: Goal) -> bool:
    """Whether the school decided that a goal is reached, or mentor and coach propose it."""
    status = seen.status(placement.folder, goal.competence)
    return status is not None and status.status in _REACHED


def flexible_plans(seen: Seen) -> Indication:
    """35: plans with modules, or goals learned in more than one place; who needs it, only people know."""
    return share(
        (
            count(
                plan,
                plan.data.modules
                or any(
                    len(goal.learned_at) > 1 or LearningPlace.DISTANCE in goal.learned_at
                    for goal in plan.data.goals
                ),
            )
            for _, plan in seen.plans()
        ),
        N_(
            "{done} of {all} plans have modules, or a goal learned in two places or at a distance. Whether"
            " that suits everybody, only people can say."
        ),
        N_("Counted: plans that count, with `modules` or with such a `learned_at`."),
        only_people=True,
    )


def several_ways(seen: Seen) -> Indication:
    """36: every goal that is due was shown in several ways and on several days."""
    return share(
        (_ways(seen, *one) for one in seen.goals_due()),
        N_("{done} of {all} goals that are due were shown in several ways and on several days."),
        N_(
            "Counted: goals whose date is past, with evidence of at least as many types as `school.yml` asks,"
            " and of at least two days."
        ),
    )


def _ways(seen: Seen, placement: Placement, plan: Record[Plan], goal: Goal) -> Counted:
    shown = [
        one.data
        for one in placement.folder.evidence.values()
        if goal.competence in one.data.competences and one.data.date <= seen.as_of
    ]
    types, days = {one.type for one in shown}, {one.date for one in shown}
    enough = len(types) >= seen.project.school.data.rules.evidence.min_types and len(days) >= _DATES
    lacks = say(
        "{goal}: {types} types, {days} days", goal=f"`{goal.competence}`", types=len(types), days=len(days)
    )
    return count(plan, enough, lacks)


def intake_leads_to_plan(seen: Seen) -> Indication:
    """39: an intake, then a plan with a baseline that all agreed to."""
    return share(
        (_followed(one) for one in seen.placements),
        N_("In {done} of {all} placements an intake led to a plan that everybody agreed to."),
        N_(
            "Counted: agreements with an intake before the plan was agreed, and a plan with a `baseline`"
            " and a"
            " yes of learner, mentor and coach."
        ),
    )


def _followed(placement: Placement) -> Counted:
    record, plan = placement.record, placement.plan
    if plan is None:
        return count(record, False, say("no plan with goals"))
    first = plan.data.agreed_on()
    intakes = [
        one.data.date
        for one in placement.folder.contacts.values()
        if one.data.kind is ContactKind.INTAKE and not one.data.planned
    ]
    if not intakes or (first is not None and min(intakes) > first):
        return count(record, False, say("no intake before the plan"))
    missing = without_a_yes(plan.data.agreed)
    if missing:
        return count(record, False, say("no yes of: {roles}", roles=names_of(missing)))
    return count(record, plan.data.baseline, say("the plan has no starting levels"))


def self_study(seen: Seen) -> Indication:
    """44: learners studied by themselves, and noted it."""
    hours = sum(
        one.data.hours or 0
        for folder in seen.learners
        for one in folder.evidence.values()
        if one.data.self_study and seen.counts(one.data.date)
    )
    return share(
        (
            count(
                folder.learner,
                any(one.data.self_study and seen.counts(one.data.date) for one in folder.evidence.values()),
                say("nothing noted"),
            )
            for folder in seen.learners
        ),
        N_("{done} of {all} learners noted that they studied by themselves, together {hours} hours."),
        N_("Counted: learners with evidence of this period with `self_study: true`, and its `hours`."),
        hours=f"{hours:g}",
    )
