"""What a learner's competences and evidence wait for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import Message, say
from bekwaam.model.evidence import ContextPlace
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.project import LearnerFolder
from bekwaam.model.status import CompetenceStatus, Flag, Status
from bekwaam.rules.acting import coach_of, current, guides_of, responsible
from bekwaam.rules.quality import ANSWER_WITHIN
from bekwaam.views.evidence import anchor, evidence_uri, learner_uri
from bekwaam.views.parts import Link
from bekwaam.views.team.maker import Maker
from bekwaam.views.team.task import Task, TaskKind

_DECIDED = frozenset({Status.ACHIEVED, Status.NOT_ACHIEVED, Status.EXEMPT})
_ASKS = {
    Status.READY: TaskKind.READY,
    Status.TO_DISCUSS: TaskKind.DISCUSS,
    Status.PROPOSED: TaskKind.DECIDE,
}
_NOT_ASSESSED = "W646"
_SAYS: dict[TaskKind, tuple[Message, Message]] = {
    TaskKind.READY: (
        say("Assess: there is enough evidence"),
        say("Mentor and coach each: “bekwaam new assessment”, with `moment: summative`."),
    ),
    TaskKind.DISCUSS: (
        say("Talk about it: mentor and coach do not see the same"),
        say("Look at the evidence together, and assess again."),
    ),
    TaskKind.DECIDE: (
        say("Decide: mentor and coach agree"),
        say("Add a decision in the learner's `decisions/`, and seal it."),
    ),
    TaskKind.GOAL: (
        say("Reach the goal: it is not there yet"),
        say("Look at what is missing; adjust the plan together if the day cannot be kept."),
    ),
}


def learning_tasks(make: Maker, folder: LearnerFolder) -> Iterator[Task]:
    """Competences to assess, discuss, decide or reach; evidence to confirm, questions to answer."""
    if folder.learner.data.status is not LearnerStatus.STOPPED:
        yield from _competences(make, folder)
        yield from _refresh(make, folder)
        yield from _confirm(make, folder)
        yield from _questions(make, folder)
        yield from _afterwards(make, folder)


def _competences(make: Maker, folder: LearnerFolder) -> Iterator[Task]:
    """One task for what asks the same by the same day."""
    assert make.key is not None
    plan = folder.plan_on(make.as_of)
    due = {goal.competence: goal.due for goal in plan.data.goals} if plan else {}
    grouped: dict[tuple[TaskKind, dt.date | None], list[CompetenceStatus]] = {}
    for status in make.context.gated.statuses[make.key].values():
        kind = _ASKS.get(status.status)
        learns = folder.learner.data.status is LearnerStatus.ACTIVE and status.competence in due
        if kind is None and learns and status.status not in _DECIDED:
            kind = TaskKind.GOAL
        if kind is not None:
            grouped.setdefault((kind, due.get(status.competence)), []).append(status)
    path = plan.path if plan else folder.learner.path
    for (kind, day), statuses in grouped.items():
        says, how = _SAYS[kind]
        decides = kind is TaskKind.DECIDE
        yield make.task(
            kind,
            path,
            responsible(make.context.project)
            if decides
            else guides_of(make.context.project, folder, make.as_of),
            says,
            how=how,
            due=day,
            about=tuple(_link(make, one) for one in statuses),
            uri=f"{learner_uri(make.key)}#{anchor(statuses[0].competence)}",
            code=_NOT_ASSESSED if kind in (TaskKind.READY, TaskKind.GOAL) else None,
            detail=" ".join(one.competence for one in statuses),
        )


def _link(make: Maker, status: CompetenceStatus) -> Link:
    assert make.key is not None
    title = make.context.competence(status.competence).title
    return Link(title=title, uri=f"{learner_uri(make.key)}#{anchor(status.competence)}")


def _refresh(make: Maker, folder: LearnerFolder) -> Iterator[Task]:
    assert make.key is not None
    old = [one for one in make.context.gated.statuses[make.key].values() if Flag.NEEDS_REFRESH in one.flags]
    if old:
        yield make.task(
            TaskKind.REFRESH,
            folder.learner.path,
            guides_of(make.context.project, folder, make.as_of),
            say("Look again: evidence has grown too old, or a seal is broken"),
            how=say("Ask for new evidence, or assess again."),
            about=tuple(_link(make, one) for one in old),
        )


def _confirm(make: Maker, folder: LearnerFolder) -> Iterator[Task]:
    assert make.key is not None
    agreement = current(folder, make.as_of)
    coach = coach_of(make.context.project, folder, make.as_of)
    waiting: dict[tuple[str, ...], list[Link]] = {}
    for record in folder.evidence.values():
        if record.data.verified or record.data.date > make.as_of:
            continue
        at_work = record.data.context.place is ContextPlace.WORKPLACE and agreement is not None
        who = (agreement.mentor,) if at_work and agreement else coach
        link = Link(title=make.context.words(record.data.title), uri=evidence_uri(make.key, record.id))
        waiting.setdefault(who, []).append(link)
    for who, links in waiting.items():
        yield make.task(
            TaskKind.CONFIRM,
            folder.learner.path,
            who,
            say("Confirm the evidence: nobody did yet"),
            how=say("Add `verified:` to it with your id and the date, if you saw it yourself."),
            about=tuple(links),
            uri=links[0].uri,
            detail=" ".join(who),
        )


def _questions(make: Maker, folder: LearnerFolder) -> Iterator[Task]:
    assert make.key is not None
    for record in folder.evidence.values():
        for position, question in enumerate(record.data.questions):
            if question.answered is False and record.data.date <= make.as_of:
                yield make.task(
                    TaskKind.QUESTION,
                    record.path,
                    guides_of(make.context.project, folder, make.as_of),
                    say(
                        "Answer the question: {question}",
                        question=make.context.words(question.text),
                    ),
                    how=say("Answer it, and write `answered: true`."),
                    due=record.data.date + ANSWER_WITHIN,
                    about=(
                        Link(
                            title=make.context.words(record.data.title),
                            uri=evidence_uri(make.key, record.id),
                        ),
                    ),
                    uri=evidence_uri(make.key, record.id),
                    code="W642",
                    detail=str(position),
                )


def _afterwards(make: Maker, folder: LearnerFolder) -> Iterator[Task]:
    step = folder.next_step
    if step is not None and step.data.follow_up is not None and not step.data.outcome:
        yield make.task(
            TaskKind.FOLLOW_UP,
            step.path,
            coach_of(make.context.project, folder, make.as_of),
            say("Ask how it went after the next step"),
            how=say("Call, and note what came of it under `outcome:`."),
            due=step.data.follow_up,
        )
