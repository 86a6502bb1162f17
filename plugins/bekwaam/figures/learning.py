"""Figures about plans and what shows the learning: goals, evidence, questions."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.figures.figure import Figure, Label, count, members, split
from bekwaam.figures.scope import Scope
from bekwaam.model.evidence import ContextPlace, Evidence, EvidenceType
from bekwaam.model.plan import Goal, LearningPlace, Plan
from bekwaam.model.roles import Role

_PROPOSERS: dict[str, Label] = {
    "learner": Role.LEARNER,
    "mentor": Role.MENTOR,
    "coach": Role.COACH,
    "unknown": say("not noted"),
}
_PLACES: dict[str, Label] = {
    **members(LearningPlace),
    "several": say("in more than one place"),
}
_CONFIRMED: dict[str, Label] = {
    "yes": say("confirmed by someone else"),
    "no": say("not confirmed yet"),
}
_BASELINE: dict[str, Label] = {
    "yes": say("with a level at the start"),
    "no": say("without a level at the start"),
}
_ANSWERED: dict[str, Label] = {"yes": say("answered"), "no": say("open")}


def figures(scope: Scope) -> Iterator[Figure]:
    """Goals of the plans that count; evidence, and what stands in it."""
    yield from _goals(scope)
    found = [(one.id, data) for one in scope.learners for data in scope.evidence(one)]
    yield from _evidence(found, scope)
    yield from _in_evidence(found)


def _goals(scope: Scope) -> Iterator[Figure]:
    plans = [(one.id, plan) for one in scope.learners if (plan := scope.plan(one)) is not None]
    rows = [(one, plan, goal) for one, plan in plans for goal in plan.goals]
    goals = count(
        "goals",
        say("Goals"),
        say("The goals of the plan that counts on the last day, of each learner."),
        ((one, 1) for one, _, _ in rows),
        unit="goals",
        points=("29",),
        kept=True,
    )
    yield goals
    yield split(
        goals,
        "place",
        say("Goals by place of learning"),
        say("Where the goal is learned, by `learned_at`."),
        _PLACES,
        ((_place(goal), one, 1) for one, _, goal in rows),
        points=("11", "35"),
        kept=True,
    )
    yield split(
        goals,
        "proposer",
        say("Goals by who proposed them"),
        say("Who proposed the goal, by `proposed_by`."),
        _PROPOSERS,
        ((_proposer(goal), one, 1) for one, _, goal in rows),
        points=("31",),
        kept=True,
    )
    yield split(
        goals,
        "baseline",
        say("Goals with a level at the start"),
        say("Whether the plan's `baseline` has the competence of the goal."),
        _BASELINE,
        ((_has_baseline(plan, goal), one, 1) for one, plan, goal in rows),
        points=("12", "39"),
    )
    yield count(
        "plan_adjustments",
        say("Changes of plan"),
        say("The `adjustments` of the plans that count, dated on a day that counts."),
        ((one, sum(scope.within(change.date) for change in plan.adjustments)) for one, plan in plans),
        unit="adjustments",
        points=("34", "48"),
    )


def _place(goal: Goal) -> str:
    return goal.learned_at[0].value if len(set(goal.learned_at)) == 1 else "several"


def _proposer(goal: Goal) -> str:
    proposer = goal.proposed_by.value if goal.proposed_by else ""
    return proposer if proposer in _PROPOSERS else "unknown"


def _has_baseline(plan: Plan, goal: Goal) -> str:
    return "yes" if any(one.competence == goal.competence for one in plan.baseline) else "no"


def _evidence(found: list[tuple[str, Evidence]], scope: Scope) -> Iterator[Figure]:
    evidence = count(
        "evidence",
        say("Pieces of evidence"),
        say("Evidence dated on a day that counts; what is private is left out."),
        ((one, 1) for one, _ in found),
        unit="evidence",
        points=("36",),
        kept=True,
    )
    yield evidence
    yield split(
        evidence,
        "type",
        say("Evidence by type"),
        say("The `type` of each piece."),
        members(EvidenceType),
        ((data.type.value, one, 1) for one, data in found),
        kept=True,
    )
    yield split(
        evidence,
        "place",
        say("Evidence by place"),
        say("The `place` under `context` of each piece."),
        members(ContextPlace),
        ((data.context.place.value, one, 1) for one, data in found),
        points=("11",),
    )
    yield split(
        evidence,
        "confirmation",
        say("Evidence confirmed"),
        say("Whether someone other than the learner has `verified` it by the last day."),
        _CONFIRMED,
        (
            ("yes" if any(by.date <= scope.last_day for by in data.verified) else "no", one, 1)
            for one, data in found
        ),
        points=("46",),
        kept=True,
    )


def _in_evidence(found: list[tuple[str, Evidence]]) -> Iterator[Figure]:
    yield count(
        "reflections",
        say("Reflections"),
        say("Pieces of evidence with a `reflection`."),
        ((one, int(data.reflection is not None)) for one, data in found),
        unit="evidence",
        points=("47",),
    )
    yield count(
        "self_study_hours",
        say("Hours of self-study"),
        say("The `hours` of evidence with `self_study`."),
        ((one, (data.hours or 0) if data.self_study else 0) for one, data in found),
        unit="hours",
        points=("44",),
    )
    rows = [
        ("no" if question.answered is False else "yes", one, 1)
        for one, data in found
        for question in data.questions
    ]
    questions = count(
        "questions",
        say("Questions of learners"),
        say("The `questions` in evidence."),
        ((who, number) for _, who, number in rows),
        unit="questions",
        points=("42",),
    )
    yield questions
    yield split(
        questions,
        "answer",
        say("Questions answered"),
        say("Whether the question says `answered`."),
        _ANSWERED,
        rows,
    )
