"""Cycles that ended, and actions that are finished: W655, W657 and W753."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import Diagnostic, say
from bekwaam.model.kinds import Kind
from bekwaam.model.project import Project
from bekwaam.model.quality import ActionStatus
from bekwaam.rules.acting import responsible
from bekwaam.rules.finding import gap

_COUNTED_WITHIN = dt.timedelta(days=60)


def of_school(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn about what is lost where nobody notes it."""
    listed = project.listed.get((Kind.SELF_EVALUATION, None), frozenset())
    asked = {one.data.cycle for one in project.self_evaluations.values()}
    ended = [one for one in project.cycles.values() if one.data.end < as_of]
    last = max(ended, key=lambda one: (one.data.end, one.id), default=None)
    for cycle in project.cycles.values():
        due = cycle.data.end + _COUNTED_WITHIN
        if due < as_of and not cycle.data.counts:
            yield gap(
                "W753",
                "53",
                cycle,
                ("end",),
                say("This cycle ended on {date}, and its totals are not kept", date=cycle.data.end),
                say("Write them with `bekwaam cycle close {cycle}`.", cycle=cycle.id),
                who=responsible(project),
                due=due,
            )
        if cycle is last and cycle.id not in asked and len(listed) <= len(project.self_evaluations):
            yield gap(
                "W657",
                "57",
                cycle,
                ("end",),
                say("This cycle ended on {date} without a self-evaluation", date=cycle.data.end),
                say("Print the checklist with `bekwaam checklist`, and go through it together."),
                who=responsible(project),
                due=cycle.data.end,
            )
    for action in project.actions.values():
        if action.data.status in (ActionStatus.DONE, ActionStatus.DROPPED) and action.data.effect is None:
            yield gap(
                "W655",
                "55",
                action,
                ("status",),
                say("This action is finished, and nobody noted what it brought"),
                say("Write under `effect:` what came of it, or why it was dropped."),
                who=(action.data.owner,),
            )
