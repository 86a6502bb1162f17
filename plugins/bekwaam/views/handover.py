"""The cover of a pack for somebody who moves on: what is in it, what is not, and how to go on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from bekwaam.audience.reasons import Withheld
from bekwaam.diagnostics import Message
from bekwaam.model.evidence import EvidenceType
from bekwaam.model.follow_up import NextStepType
from bekwaam.model.status import Status
from bekwaam.views.context import Context
from bekwaam.views.parts import PersonView
from bekwaam.views.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """A file of the pack: its name, and what it is."""

    path: str
    title: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A competence from the start on; ``start`` is what the learner brought along, by the plan."""

    competence: Words
    start: Words | None
    now: Words | None
    status: Status
    target: Words | None
    due: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedEvidence:
    """A piece of evidence in the index."""

    date: dt.date
    title: Words
    type: EvidenceType
    competences: tuple[Words, ...]
    confirmed_by: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverView:
    """All that stands on the cover; ``goals`` remain, ``reached`` are done."""

    name: str
    programme: Words
    cohort: str
    as_of: dt.date
    contents: tuple[PackFile, ...]
    held_back: tuple[Withheld, ...]
    step: NextStepType | None
    wish: Words | None
    target: Words | None
    advice: Words | None
    goals: tuple[Progress, ...]
    reached: tuple[Progress, ...]
    evidence: tuple[IndexedEvidence, ...]

    @property
    def has_start(self) -> bool:
        """Whether the levels at the start are told."""
        return any(one.start for one in (*self.goals, *self.reached))


def handover_view(
    context: Context, key: str, contents: tuple[PackFile, ...], held_back: tuple[Withheld, ...]
) -> HandoverView:
    """The cover for one learner, from what came through the gate for a pack."""
    folder = context.project.learners[key]
    learner = folder.learner.data
    framework = context.project.frameworks.get(learner.programme)
    step = folder.next_step.data if folder.next_step else None
    progress = tuple(_progress(context, key))
    done = (Status.ACHIEVED, Status.EXEMPT)
    return HandoverView(
        name=context.gated.shown[key].name,
        programme=context.words(framework.data.title) if framework else Words(learner.programme),
        cohort=learner.cohort,
        as_of=context.as_of,
        contents=contents,
        held_back=held_back,
        step=step.type if step else None,
        wish=context.words_or_none(step.wish) if step else None,
        target=context.words_or_none(step.target) if step else None,
        advice=context.words_or_none(step.advice) if step else None,
        goals=tuple(one for one in progress if one.status not in done),
        reached=tuple(one for one in progress if one.status in done),
        evidence=tuple(_index(context, key)),
    )


def _progress(context: Context, key: str) -> Iterator[Progress]:
    folder = context.project.learners[key]
    record = folder.plan_on(context.as_of)
    plan = record.data if record else None
    for competence, status in context.gated.statuses[key].items():
        goals = [one for one in plan.goals if one.competence == competence] if plan else []
        starts = [one.level for one in plan.baseline if one.competence == competence] if plan else []
        yield Progress(
            competence=context.competence(competence).title,
            start=context.level(starts[0]) if starts else None,
            now=context.level(status.level),
            status=status.status,
            target=context.level(goals[0].target if goals else status.target),
            due=goals[0].due if goals else None,
        )


def _index(context: Context, key: str) -> Iterator[IndexedEvidence]:
    folder = context.project.learners[key]
    for record in sorted(folder.evidence.values(), key=lambda one: (one.data.date, one.id)):
        data = record.data
        yield IndexedEvidence(
            date=data.date,
            title=context.words(data.title),
            type=data.type,
            competences=tuple(context.competence(one).title for one in data.competences),
            confirmed_by=tuple(context.assessor(folder, one.by, one.date) for one in data.verified),
        )
