"""Figures about where learners go, and how it went."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.figures.figure import Figure, Label, count, members, split
from bekwaam.figures.learners import everyone
from bekwaam.figures.scope import Scope
from bekwaam.model.follow_up import NextStep, NextStepType

_TYPES: dict[str, Label] = {**members(NextStepType), "none": say("nothing noted yet")}
_ASKED: dict[str, Label] = {
    "known": say("we know how it went"),
    "coming": say("we will ask"),
    "overdue": say("we should have asked by now"),
    "unplanned": say("no day to ask"),
}
_KNOWN: dict[str, Label] = {"yes": say("known"), "no": say("not known")}


def figures(scope: Scope) -> Iterator[Figure]:
    """Next steps by type, and the follow-up after them."""
    learners = everyone(scope)
    found = [(one.id, one.next_step.data if one.next_step else None) for one in scope.learners]
    yield split(
        learners,
        "type",
        say("Next steps"),
        say("The `type` of each learner's next step."),
        _TYPES,
        ((step.type.value if step else "none", one, 1) for one, step in found),
        kept=True,
        rest="none",
        name="next_steps",
    )
    yield split(
        learners,
        "outcome",
        say("Next steps of which we know how it went"),
        say("Whether the next step has an `outcome`."),
        _KNOWN,
        (("yes" if step and step.outcome else "no", one, 1) for one, step in found),
        kept=True,
        name="next_steps",
    )
    follow_ups = count(
        "follow_ups",
        say("Follow-up after the next step"),
        say("Learners with a next step."),
        ((one, 1) for one, step in found if step is not None),
        unit="learners",
        points=("50", "53"),
    )
    yield follow_ups
    yield split(
        follow_ups,
        "state",
        say("Follow-ups done and due"),
        say("Known: there is an `outcome`. Else by whether `follow_up` is before the last day."),
        _ASKED,
        ((_asked(step, scope), one, 1) for one, step in found if step is not None),
    )


def _asked(step: NextStep, scope: Scope) -> str:
    if step.outcome is not None:
        return "known"
    if step.follow_up is None:
        return "unplanned"
    return "overdue" if step.follow_up < scope.last_day else "coming"
