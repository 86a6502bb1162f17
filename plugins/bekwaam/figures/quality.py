"""Figures about how the school watches itself: actions, trainings, answers, roles."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.figures.figure import About, Figure, Label, count, members, split
from bekwaam.figures.scope import Scope
from bekwaam.model.quality import ActionStatus, AnswerValue
from bekwaam.model.roles import Role

_STATES: dict[str, Label] = {**members(ActionStatus), "overdue": say("late")}
_TRAININGS: dict[str, Label] = {"valid": say("up to date"), "overdue": say("due again")}


def figures(scope: Scope) -> Iterator[Figure]:
    """Actions by state, answers of self-evaluations, who guides, and trainings that are due."""
    yield from _actions(scope)
    yield from _answers(scope)
    yield from _people(scope)


def _actions(scope: Scope) -> Iterator[Figure]:
    found = [
        (record.id, record.data)
        for record in scope.project.actions.values()
        if scope.cycle is None or scope.cycle.start <= record.data.due <= scope.cycle.end
    ]
    unfinished = (ActionStatus.OPEN, ActionStatus.DOING)
    actions = count(
        "actions",
        say("Actions for improvement"),
        say("Records in `quality/actions/`; in a cycle: those that are due in it."),
        ((one, 1) for one, _ in found),
        unit="actions",
        about=About.SCHOOL,
        points=("26",),
        kept=True,
    )
    yield actions
    yield split(
        actions,
        "state",
        say("Actions by state"),
        say("The `status`; late: not done or dropped, and due before the last day."),
        _STATES,
        (
            (
                "overdue" if data.status in unfinished and data.due < scope.last_day else data.status.value,
                one,
                1,
            )
            for one, data in found
        ),
        points=("26", "55"),
        kept=True,
    )
    yield count(
        "actions_with_effect",
        say("Actions of which the effect is noted"),
        say("Actions with an `effect`."),
        ((one, int(data.effect is not None)) for one, data in found),
        unit="actions",
        about=About.SCHOOL,
        points=("26", "55"),
        kept=True,
    )


def _answers(scope: Scope) -> Iterator[Figure]:
    cycles = {one for one, record in scope.project.cycles.items() if record.data is scope.cycle}
    found = [
        record
        for record in scope.project.self_evaluations.values()
        if scope.cycle is None or record.data.cycle in cycles
    ]
    rows = [
        (answer.answer.value, record.id, 1) for record in found for answer in record.data.answers.values()
    ]
    answers = count(
        "answers",
        say("Answers in self-evaluations"),
        say("The `answers` of the self-evaluations; in a cycle: of that cycle."),
        ((who, number) for _, who, number in rows),
        unit="answers",
        about=About.SCHOOL,
        points=("28",),
        kept=True,
    )
    yield answers
    yield split(
        answers,
        "answer",
        say("What self-evaluations answer"),
        say("The `answer` on each point."),
        members(AnswerValue),
        rows,
        kept=True,
    )


def _people(scope: Scope) -> Iterator[Figure]:
    people = [
        (record.id, record.data)
        for record in scope.project.people.values()
        if record.data.roles_on(scope.last_day)
    ]
    roles = [role for role in Role if role not in (Role.LEARNER, Role.COLLEAGUE)]
    held = [(one, role) for one, data in people for role in roles if role in data.roles_on(scope.last_day)]
    parts = count(
        "roles",
        say("Roles that people hold"),
        say("Each role that each person holds on the last day."),
        ((one, 1) for one, _ in held),
        unit="roles",
        about=About.PEOPLE,
        points=("15",),
    )
    yield parts
    yield split(
        parts,
        "role",
        say("People by role"),
        say("The `role` of each."),
        {role.value: role for role in roles},
        ((role.value, one, 1) for one, role in held),
    )
    yield count(
        "guidance_hours",
        say("Hours a week for roles"),
        say("The `hours_per_week` of the roles that are held on the last day."),
        (
            (one, sum(role.hours_per_week or 0 for role in data.roles if role.holds_on(scope.last_day)))
            for one, data in people
        ),
        unit="hours",
        about=About.PEOPLE,
        points=("17",),
    )
    rows = [
        ("overdue" if taken.due is not None and taken.due < scope.last_day else "valid", one, 1)
        for one, data in people
        for taken in data.training
        if taken.date <= scope.last_day
    ]
    trainings = count(
        "trainings",
        say("Trainings"),
        say("The `training` of people who hold a role on the last day."),
        ((who, number) for _, who, number in rows),
        unit="trainings",
        about=About.PEOPLE,
        points=("16",),
    )
    yield trainings
    yield split(
        trainings,
        "validity",
        say("Trainings that are due again"),
        say("Whether `due` is before the last day."),
        _TRAININGS,
        rows,
    )
