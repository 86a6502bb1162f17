"""Where an action comes from, and the points that are answered: E314 and E315."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bekwaam.diagnostics import Diagnostic, say
from bekwaam.model.kinds import Kind
from bekwaam.model.project import Project

_POINT = re.compile(r"[0-9]{2}\Z")
_LISTS = {"contacts": Kind.CONTACT, "feedback": Kind.FEEDBACK, "assessments": Kind.ASSESSMENT}


def check(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Report actions whose origin is neither a point nor a record of a learner."""
    for action in project.actions.values():
        origin = action.data.origin
        if _POINT.match(origin):
            continue
        learner, _, rest = origin.partition("/")
        folder, _, record = rest.partition("/")
        kind = _LISTS.get(folder)
        if kind is None:
            yield Diagnostic(
                code="E315",
                path=action.path,
                message=say("`{origin}` is no origin of an action", origin=origin[:80]),
                hint=say(
                    "Write a point of the guide with two digits, as `43`, or a record as"
                    " `<learner>/contacts/<id>` (also `feedback`, `assessments`)."
                ),
                pointer=("origin",),
            )
        elif record not in project.listed.get((kind, learner), frozenset()):
            yield Diagnostic(
                code="E314",
                path=action.path,
                message=say("record `{origin}` does not exist", origin=origin[:80]),
                hint=say("Look in `learners/{learner}/{folder}/`.", learner=learner, folder=folder),
                pointer=("origin",),
            )
