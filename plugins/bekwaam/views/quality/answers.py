"""Answers in self-evaluations, beside those of the same respondent in the cycle before."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

from bekwaam.model.project import Record
from bekwaam.model.quality import Answer, AnswerValue, SelfEvaluation
from bekwaam.views.context import Context
from bekwaam.views.quality.naming import evaluation_link, organisation_name
from bekwaam.views.quality.parts import Accord, ActionView, AnswerView, IndicationView, Trend

_RANK = {AnswerValue.NO: 0, AnswerValue.PARTLY: 1, AnswerValue.YES: 2}
_FAR = 2

Answers = Mapping[str, AnswerView]
"""The answers of one self-evaluation, by the number of their point."""


def all_answers(context: Context, actions: Mapping[str, ActionView]) -> Mapping[str, Answers]:
    """The answers of every self-evaluation by its id, in the order of their ids."""
    evaluations = context.project.self_evaluations
    before = _cycles_before(context)
    known = {
        (record.data.cycle, *_who(record.data), code): answer.answer
        for record in evaluations.values()
        for code, answer in record.data.answers.items()
    }
    return {
        one: {
            code: _view(
                context,
                record,
                answer,
                known.get((before.get(record.data.cycle, ""), *_who(record.data), code)),
                actions,
            )
            for code, answer in record.data.answers.items()
        }
        for one, record in evaluations.items()
    }


def _cycles_before(context: Context) -> Mapping[str, str]:
    """Each cycle with the one that began before it."""
    cycles = context.project.cycles
    ordered = sorted(cycles, key=lambda one: (cycles[one].data.start, one))
    return {later: earlier for earlier, later in itertools.pairwise(ordered)}


def _who(evaluation: SelfEvaluation) -> tuple[str, ...]:
    """The same organisation, form and role are asked again."""
    return evaluation.organisation, evaluation.form.value, evaluation.respondent.value


def _view(
    context: Context,
    record: Record[SelfEvaluation],
    answer: Answer,
    earlier: AnswerValue | None,
    actions: Mapping[str, ActionView],
) -> AnswerView:
    return AnswerView(
        evaluation=evaluation_link(context, record.id),
        organisation=organisation_name(context, record.data.organisation),
        respondent=record.data.respondent,
        form=record.data.form,
        value=answer.answer,
        note=context.words_or_none(answer.note),
        action=actions.get(answer.action) if answer.action else None,
        earlier=earlier,
        trend=_trend(earlier, answer.answer),
        wants_action=answer.wants_action,
    )


def _trend(earlier: AnswerValue | None, now: AnswerValue) -> Trend | None:
    if earlier not in _RANK or now not in _RANK:
        return None
    step = _RANK[now] - _RANK[earlier]
    return Trend.BETTER if step > 0 else Trend.WORSE if step < 0 else Trend.SAME


def accord(answers: Iterable[AnswerView], records: IndicationView | None) -> Accord:
    """Whether all who answer say the same as each other and as the records."""
    values = [one.value for one in answers]
    if records is not None and records.answer is not None:
        values.append(records.answer)
    ranks = [_RANK[one] for one in values if one in _RANK]
    if not ranks:
        return Accord.SILENT
    if len(ranks) == 1:
        return Accord.ALONE
    apart = max(ranks) - min(ranks)
    return Accord.FAR_APART if apart >= _FAR else Accord.APART if apart else Accord.AGREED
