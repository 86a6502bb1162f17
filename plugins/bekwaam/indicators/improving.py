"""How the school watches itself: actions, self-evaluations, cycles (26, 28, 53, 55, 57)."""

from __future__ import annotations

from bekwaam.diagnostics import say
from bekwaam.diagnostics.message import N_
from bekwaam.indicators.indication import Indication, count, share, some
from bekwaam.indicators.seen import Seen
from bekwaam.model.quality import ActionStatus, AnswerValue

_CLOSED = frozenset({ActionStatus.DONE, ActionStatus.DROPPED})
_VOICES = 2
"""Self-evaluations of a cycle that make it more than one voice."""


def actions_on_time(seen: Seen) -> Indication:
    """26: of the actions whose day is past, those that are done or dropped."""
    return share(
        (
            count(one, one.data.status in _CLOSED, say("was due on {date}", date=one.data.due))
            for one in seen.project.actions.values()
            if one.data.due < seen.as_of
        ),
        N_("{done} of {all} actions whose date is past are done or dropped."),
        N_("Counted: actions in `quality/actions/` with a `due` before the day."),
    )


def self_evaluations_lead_on(seen: Seen) -> Indication:
    """28: every no and partly has an action."""
    evaluations = list(seen.self_evaluations())
    how = N_("Counted: answers “no” and “partly” in the self-evaluations of the cycle, with an `action`.")
    if not evaluations:
        return Indication(
            answer=AnswerValue.NO, says=say("There is no self-evaluation in this period yet."), how=say(how)
        )
    return share(
        (
            count(one, answer.action, say("point {number} has no action", number=point))
            for one in evaluations
            for point, answer in one.data.answers.items()
            if answer.wants_action
        ),
        N_("{done} of {all} weak points in self-evaluations have an action."),
        how,
        empty=AnswerValue.YES,
    )


def cycles_counted(seen: Seen) -> Indication:
    """53: cycles that ended have their totals."""
    return share(
        (
            count(one, one.data.counts, say("no totals"))
            for one in seen.project.cycles.values()
            if one.data.end < seen.as_of
        ),
        N_("{done} of {all} cycles that ended have their totals."),
        N_("Counted: cycles in `quality/cycles/` whose `end` is past, with `counts`."),
    )


def actions_carried_on(seen: Seen) -> Indication:
    """55: closed actions say what they brought; open ones go along."""
    onward = sum(one.data.status not in _CLOSED for one in seen.project.actions.values())
    return share(
        (
            count(one, one.data.effect, say("no effect noted"))
            for one in seen.project.actions.values()
            if one.data.status in _CLOSED
        ),
        N_(
            "{done} of {all} finished actions say what they brought; {onward} others go along to what comes"
            " next."
        ),
        N_("Counted: actions that are done or dropped, with `effect`; the others are still open."),
        onward=onward,
    )


def checklists_filled_in(seen: Seen) -> Indication:
    """57: the checklist was filled in, by more than one."""
    return some(
        seen.self_evaluations(),
        N_("Self-evaluations of this cycle: {count}."),
        N_("Counted: self-evaluations of the cycle; from two on, more than one voice was heard."),
        enough=_VOICES,
    )
