"""From a gated project to what its team sees of quality in the cycle of the day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from bekwaam.guide import guide_of
from bekwaam.indicators import Indication, Seen, indications, period_on
from bekwaam.model.guide import Phase, Point, Rubric
from bekwaam.model.project import Record
from bekwaam.model.quality import AnswerValue, SelfEvaluation
from bekwaam.model.roles import Role
from bekwaam.views.context import Context
from bekwaam.views.quality.actions import action_views
from bekwaam.views.quality.answers import Answers, accord, all_answers
from bekwaam.views.quality.naming import organisation_name, point_anchor, point_uri, record_link
from bekwaam.views.quality.parts import (
    ActionView,
    AnswerView,
    EvaluationView,
    IndicationView,
    PointView,
    QualityView,
    QuestionView,
    RubricView,
    ShortView,
)
from bekwaam.views.words import Words

_FOR_AN_ORGANISATION = frozenset({Role.SCHOOL_RESPONSIBLE, Role.EMPLOYER})
_SHOWN = 5
"""Records that fall short, named one by one."""


def quality_view(context: Context) -> QualityView | None:
    """The cycle that began last; None for everybody but the team."""
    if not context.for_team:
        return None
    project = context.project
    period = period_on(project, context.as_of)
    evaluations = list(project.self_evaluations.values())
    now = [one for one in evaluations if period.cycle is None or one.data.cycle == period.cycle]
    actions = action_views(context, period)
    found = indications(
        Seen(project=project, statuses=context.gated.statuses, as_of=context.as_of, period=period)
    )
    given = all_answers(context, actions)
    of_points: dict[str, list[AnswerView]] = defaultdict(list)
    for record in now:
        for code, answer in given[record.id].items():
            of_points[code].append(answer)
    rubrics = tuple(
        _rubric(context, phase, rubric, of_points, found, actions)
        for phase in guide_of(context.school).phases
        for rubric in phase.rubrics
    )
    points = {
        point.code: point for rubric in rubrics for question in rubric.questions for point in question.points
    }
    cycle = project.cycles.get(period.cycle) if period.cycle else None
    return QualityView(
        cycle=context.words(cycle.data.title) if cycle else None,
        start=period.start,
        end=period.end,
        rubrics=rubrics,
        evaluations=tuple(_evaluation(context, one, given[one.id], points) for one in now),
        earlier=tuple(
            _evaluation(context, one, given[one.id], points) for one in evaluations if one not in now
        ),
        actions=tuple(actions.values()),
        core_group=context.words_or_none(context.school.core_group),
    )


def _rubric(
    context: Context,
    phase: Phase,
    rubric: Rubric,
    answers: Mapping[str, list[AnswerView]],
    found: Mapping[str, Indication],
    actions: Mapping[str, ActionView],
) -> RubricView:
    return RubricView(
        anchor=f"rubric-{rubric.code.replace('_', '-')}",
        phase=context.words(phase.title),
        title=context.words(rubric.title),
        questions=tuple(
            QuestionView(
                title=context.words(question.title),
                points=tuple(
                    _point(context, point, answers.get(point.code, []), found, actions)
                    for point in question.points
                ),
            )
            for question in rubric.questions
        ),
    )


def _point(
    context: Context,
    point: Point,
    answers: list[AnswerView],
    found: Mapping[str, Indication],
    actions: Mapping[str, ActionView],
) -> PointView:
    records = _indication(context, found[point.indicator]) if point.indicator else None
    priorities = context.school.priorities
    following = [one.action for one in answers if one.action is not None]
    following += [
        one for one in actions.values() if context.project.actions[one.id].data.origin == point.code
    ]
    return PointView(
        code=point.code,
        uri=point_uri(point.code),
        anchor=point_anchor(point.code),
        title=context.words(point.title),
        ask=context.words(point.ask),
        core=point.core,
        important=point.important_for_all,
        priority=priorities.index(point.code) + 1 if point.code in priorities else None,
        of_organisations=tuple(one for one in answers if one.respondent in _FOR_AN_ORGANISATION),
        of_people=tuple(one for one in answers if one.respondent not in _FOR_AN_ORGANISATION),
        records=records,
        accord=accord(answers, records),
        actions=tuple({one.id: one for one in following}.values()),
    )


def _indication(context: Context, one: Indication) -> IndicationView:
    return IndicationView(
        answer=one.answer,
        says=one.says,
        how=one.how,
        short=tuple(
            ShortView(record=record_link(context, short.path), says=short.says)
            for short in one.short[:_SHOWN]
        ),
        more=max(0, len(one.short) - _SHOWN),
    )


def _evaluation(
    context: Context, record: Record[SelfEvaluation], given: Answers, points: Mapping[str, PointView]
) -> EvaluationView:
    data = record.data
    asked = [one for one in guide_of(context.school).points if one.is_asked(data.form, data.respondent)]
    cycle = context.project.cycles.get(data.cycle)
    counts = Counter(one.answer for one in data.answers.values())
    return EvaluationView(
        id=record.id,
        uri=f"quality/self-evaluations/{record.id}/",
        organisation=organisation_name(context, data.organisation),
        cycle=context.words(cycle.data.title) if cycle else Words(data.cycle),
        cycle_id=data.cycle,
        form=data.form,
        respondent=data.respondent,
        answers=tuple((point, given[code]) for code, point in points.items() if code in given),
        open=tuple(points[one.code] for one in asked if one.code not in data.answers),
        counts=tuple((value, counts[value]) for value in AnswerValue if counts[value]),
    )
