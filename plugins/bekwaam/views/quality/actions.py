"""Actions: what is improved, by whom, by when, and what goes along to the next cycle."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bekwaam.guide import guide_of
from bekwaam.indicators import Period
from bekwaam.model.project import Record
from bekwaam.model.quality import Action, ActionStatus
from bekwaam.views.context import Context
from bekwaam.views.parts import Link
from bekwaam.views.quality.naming import action_uri, learner_link, point_uri
from bekwaam.views.quality.parts import ActionView
from bekwaam.views.words import Words

_OPEN = (ActionStatus.OPEN, ActionStatus.DOING)
_MONTH = re.compile(r"\d{4}-\d{2}")


def action_views(context: Context, period: Period) -> Mapping[str, ActionView]:
    """All actions by id: late ones first, then open ones by day, then those that are finished."""
    titles = {point.code: context.words(point.title) for point in guide_of(context.school).points}
    made = [_view(context, record, period, titles) for record in context.project.actions.values()]
    made.sort(key=lambda one: (one.status not in _OPEN, not one.late, one.due, one.id))
    return {one.id: one for one in made}


def _view(
    context: Context, record: Record[Action], period: Period, titles: Mapping[str, Words]
) -> ActionView:
    data = record.data
    running = data.status in _OPEN
    # A file's name begins with the month in which somebody wrote it down.
    month = _MONTH.match(record.id)
    return ActionView(
        id=record.id,
        uri=action_uri(record.id),
        title=context.words(data.title),
        origin=_origin(context, data.origin, titles),
        owner=context.person(data.owner, None, data.due),
        due=data.due,
        status=data.status,
        effect=context.words_or_none(data.effect),
        late=running and data.due < context.as_of,
        onward=running and data.due > period.end,
        from_before=bool(running and month and month[0] < f"{period.start:%Y-%m}"),
    )


def _origin(context: Context, origin: str, titles: Mapping[str, Words]) -> Link:
    if origin in titles:
        words = titles[origin]
        return Link(title=Words(f"{origin} {words}", words.language), uri=point_uri(origin))
    learner, _, record = origin.partition("/")
    if learner in context.gated.shown:
        return learner_link(context, learner, record)
    return Link(title=Words(origin), uri=None)
