"""What the school itself has to do: trainings, reviews and actions."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.model.quality import ActionStatus
from bekwaam.rules.acting import responsible
from bekwaam.rules.quality import REVIEW_AFTER
from bekwaam.views.team.maker import Maker
from bekwaam.views.team.task import Task, TaskKind

RESOURCES = "team/resources/"
"""Where the page about resources and ways of working stands."""


def school_tasks(make: Maker) -> Iterator[Task]:
    """What is not about one learner."""
    yield from _trainings(make)
    yield from _reviews(make)
    yield from _actions(make)


def _trainings(make: Maker) -> Iterator[Task]:
    for person in make.context.project.people.values():
        if not person.data.roles_on(make.as_of):
            continue
        for position, training in enumerate(person.data.training):
            if training.due is not None:
                yield make.task(
                    TaskKind.TRAINING,
                    person.path,
                    (person.id,),
                    say("Follow this training again: {title}", title=make.context.words(training.title)),
                    how=say("Plan it, or write the date on which it was done."),
                    due=training.due,
                    code="W616",
                    detail=str(position),
                )


def _reviews(make: Maker) -> Iterator[Task]:
    school = make.context.school
    for code, resources in (("W606", school.resources), ("W633", school.procedures)):
        for position, one in enumerate(resources):
            if one.reviewed_on is not None:
                yield make.task(
                    TaskKind.REVIEW,
                    make.context.project.school.path,
                    responsible(make.context.project),
                    say("Look whether it is still right: {title}", title=make.context.words(one.title)),
                    how=say("Then write the new date at `reviewed_on:`."),
                    due=one.reviewed_on + REVIEW_AFTER,
                    uri=RESOURCES,
                    code=code,
                    detail=f"{code} {position}",
                )


def _actions(make: Maker) -> Iterator[Task]:
    for action in make.context.project.actions.values():
        if action.data.status in (ActionStatus.OPEN, ActionStatus.DOING):
            yield make.task(
                TaskKind.ACTION,
                action.path,
                (action.data.owner,),
                say("Improve: {title}", title=make.context.words(action.data.title)),
                how=say("Once it is done, write `status: done` and what came of it under `effect:`."),
                due=action.data.due,
                code="W626",
            )
