"""The school's own follow-up: W606, W616, W625, W626, W628, W633, W637, W640, W642, W650, W651 and W653."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from bekwaam.diagnostics import At, Diagnostic, say
from bekwaam.model.kinds import Kind
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.project import LearnerFolder, Project
from bekwaam.model.quality import ActionStatus
from bekwaam.model.school import Resource
from bekwaam.rules.acting import coach_of, guides_of, responsible, together
from bekwaam.rules.finding import gap
from bekwaam.rules.records import all_read

REVIEW_AFTER = dt.timedelta(days=730)
"""How long a review of resources and ways of working holds."""

ANSWER_WITHIN = dt.timedelta(days=30)
"""How long a learner's question may wait."""


def of_school(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn about what is overdue, too much, or left without an owner."""
    yield from _reviews(project, as_of)
    yield from _organisations(project, as_of)
    yield from _trainings(project, as_of)
    yield from _actions(project, as_of)
    yield from _answers(project)


def _reviews(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    school = project.school
    lists: tuple[tuple[str, str, str, tuple[Resource, ...]], ...] = (
        ("W606", "06", "resources", school.data.resources),
        ("W633", "33", "procedures", school.data.procedures),
    )
    for code, point, key, resources in lists:
        for position, one in enumerate(resources):
            if one.reviewed_on is not None and one.reviewed_on + REVIEW_AFTER < as_of:
                yield gap(
                    code,
                    point,
                    school,
                    (key, position, "reviewed_on"),
                    say("Last reviewed on {date}, over two years ago", date=one.reviewed_on),
                    say("Look whether it is still right, and write the new date."),
                    who=responsible(project),
                    due=one.reviewed_on + REVIEW_AFTER,
                )


def _organisations(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    running = [
        record.data
        for folder in project.learners.values()
        for record in folder.agreements.values()
        if record.data.start <= as_of <= record.data.end
    ]
    placed = Counter(one.workplace for one in running)
    placing: dict[str, tuple[str, ...]] = {}
    for one in running:
        placing[one.workplace] = together((*placing.get(one.workplace, ()), one.coach))
    for organisation in project.organisations.values():
        if organisation.data.responsible is None:
            yield gap(
                "W625",
                "25",
                organisation,
                (),
                say("Nobody is named as responsible for this organisation"),
                say("Add `responsible:` with the id of a person."),
                who=responsible(project),
            )
        for position, workplace in enumerate(organisation.data.workplaces):
            learners = placed[f"{organisation.id}/{workplace.id}"]
            if workplace.capacity is not None and learners > workplace.capacity:
                yield gap(
                    "W637",
                    "37",
                    organisation,
                    ("workplaces", position, "capacity"),
                    say(
                        "Learners here now: {learners}; room for: {capacity}",
                        learners=learners,
                        capacity=f"{workplace.capacity:g}",
                    ),
                    say("Spread the placements, or agree on more room."),
                    who=placing.get(f"{organisation.id}/{workplace.id}", ()),
                )


def _trainings(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    for person in project.people.values():
        if not person.data.roles_on(as_of):
            continue
        for position, training in enumerate(person.data.training):
            if training.due is not None and training.due < as_of:
                yield gap(
                    "W616",
                    "16",
                    person,
                    ("training", position, "due"),
                    say("This training was due again on {date}", date=training.due),
                    say("Plan it, or write the date on which it was done."),
                    who=(person.id,),
                    due=training.due,
                )


def _actions(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    for action in project.actions.values():
        if action.data.status in (ActionStatus.OPEN, ActionStatus.DOING) and action.data.due < as_of:
            yield gap(
                "W626",
                "26",
                action,
                ("due",),
                say("This action was due on {date}", date=action.data.due),
                say("Finish it, give it a new date, or write `status: dropped` with the reason."),
                who=(action.data.owner,),
                due=action.data.due,
            )


def _answers(project: Project) -> Iterator[Diagnostic]:
    for evaluation in project.self_evaluations.values():
        for point, answer in evaluation.data.answers.items():
            if answer.wants_action and answer.action is None:
                yield gap(
                    "W628",
                    "28",
                    evaluation,
                    ("answers", point),
                    say("Point {number} is not in order, and no action follows", number=point),
                    say("Add a file in `quality/actions/`, and write its id here as `action:`."),
                    who=responsible(project, project.organisations.get(evaluation.data.organisation)),
                    at=At.KEY,
                )


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn about what is missing where a learner has finished, and about questions that wait."""
    learner = folder.learner
    broken = project.listed.get((Kind.NEXT_STEP, folder.id))
    if learner.data.status is LearnerStatus.COMPLETED and folder.next_step is None and not broken:
        yield gap(
            "W650",
            "50",
            learner,
            ("status",),
            say("This learner has finished, and nothing is noted about the next step"),
            say("Add `next-step.yml` to the learner's folder."),
            who=coach_of(project, folder, as_of),
        )
    if (
        learner.data.status is LearnerStatus.COMPLETED
        and not folder.decisions
        and all_read(project, folder, Kind.DECISION)
    ):
        yield gap(
            "W651",
            "51",
            learner,
            ("status",),
            say("This learner has finished, and the school has decided on nothing"),
            say("Add a decision in `decisions/`: only then can a competence description say something."),
            who=responsible(project),
        )
    step = folder.next_step
    if learner.data.status is LearnerStatus.COMPLETED and step is not None and step.data.advice is None:
        yield gap(
            "W640",
            "40",
            step,
            ("type",),
            say("This learner has finished, and no advice is noted"),
            say("Write under `advice:` what suits the learner, starting from what they can do."),
            who=coach_of(project, folder, as_of),
        )
    asked = step.data.follow_up if step is not None else None
    if step is not None and asked is not None and step.data.outcome is None and asked < as_of:
        yield gap(
            "W653",
            "53",
            step,
            ("follow_up",),
            say(
                "Somebody would ask on {date} how it went, and no outcome is noted",
                date=asked,
            ),
            say("Ask the learner, and write the answer under `outcome:`, or give it a later date."),
            who=coach_of(project, folder, as_of),
            due=asked,
        )
    for record in folder.evidence.values():
        for position, question in enumerate(record.data.questions):
            waiting = record.data.date + ANSWER_WITHIN < as_of
            if question.answered is False and waiting:
                yield gap(
                    "W642",
                    "42",
                    record,
                    ("questions", position, "text"),
                    say("This question of the learner has had no answer for over 30 days"),
                    say("Answer it, and write `answered: true`."),
                    who=guides_of(project, folder, as_of),
                    due=record.data.date + ANSWER_WITHIN,
                )
