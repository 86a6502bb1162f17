"""The blank checklist: the questions for a form of workplace learning and a role, in order."""

from __future__ import annotations

from dataclasses import dataclass

from bekwaam.guide import guide_of
from bekwaam.model.agreement import LearningForm
from bekwaam.model.guide import Point, Rubric
from bekwaam.model.roles import Role
from bekwaam.views.context import Context
from bekwaam.views.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPoint:
    """One question to tick; ``forms`` are those that it is only for, empty where it is for all."""

    code: str
    ask: Words
    important: bool
    priority: bool
    forms: tuple[LearningForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedGroup:
    """Questions under a heading of their own."""

    title: Words
    points: tuple[AskedPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPart:
    """A rubric of the guide with its groups; ``phase`` is named where a phase begins."""

    phase: Words | None
    title: Words
    groups: tuple[AskedGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistView:
    """A checklist; ``form`` and ``respondent`` are None where it is for any.

    ``forms`` and ``roles`` are those to choose from: forms that the school's agreements have, or all.
    """

    form: LearningForm | None
    respondent: Role | None
    forms: tuple[LearningForm, ...]
    roles: tuple[Role, ...]
    parts: tuple[AskedPart, ...]


def checklist(context: Context, form: LearningForm | None, respondent: Role | None) -> ChecklistView:
    """The points that are asked, under the headings of the guide."""
    parts: list[AskedPart] = []
    for phase in guide_of(context.school).phases:
        title: Words | None = context.words(phase.title)
        for rubric in phase.rubrics:
            groups = _groups(context, rubric, form, respondent)
            if groups:
                parts.append(AskedPart(phase=title, title=context.words(rubric.title), groups=groups))
                title = None
    return ChecklistView(
        form=form,
        respondent=respondent,
        forms=used_forms(context),
        roles=tuple(one for one in Role if one is not Role.LEARNER),
        parts=tuple(parts),
    )


def used_forms(context: Context) -> tuple[LearningForm, ...]:
    """The forms of workplace learning that the school's agreements have; all while there are none."""
    used = {
        record.data.form
        for folder in context.project.learners.values()
        for record in folder.agreements.values()
    }
    return tuple(form for form in LearningForm if form in used or not used)


def _groups(
    context: Context, rubric: Rubric, form: LearningForm | None, respondent: Role | None
) -> tuple[AskedGroup, ...]:
    groups = []
    for question in rubric.questions:
        asked = [point for point in question.points if point.is_asked(form, respondent)]
        points = tuple(_asked(context, point, form, respondent) for point in asked)
        if points:
            groups.append(AskedGroup(title=context.words(question.title), points=points))
    return tuple(groups)


def _asked(context: Context, point: Point, form: LearningForm | None, respondent: Role | None) -> AskedPoint:
    return AskedPoint(
        code=point.code,
        ask=context.words(point.asked_of(respondent)),
        important=point.important_for_all,
        priority=point.code in context.school.priorities,
        forms=() if form else point.forms,
    )
