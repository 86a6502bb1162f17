"""Where an action comes from: a record (E314) or a point (E315)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from bekwaam.diagnostics import Diagnostic, Message, nearest, say
from bekwaam.model.kinds import Kind
from bekwaam.model.project import Project
from bekwaam.rules.references import NO_POINT, WHERE_POINTS, point_codes

_LISTS = {"contacts": Kind.CONTACT, "feedback": Kind.FEEDBACK, "assessments": Kind.ASSESSMENT}


def of_school(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Report actions that come from a record or a point that is not there."""
    points = point_codes(project)
    for action in project.actions.values():
        origin = action.data.origin
        learner, _, rest = origin.partition("/")
        folder, _, record = rest.partition("/")
        kind = _LISTS.get(folder)
        if kind is None:
            if origin not in points and not project.school.stand_in:
                yield Diagnostic(
                    code="E315",
                    path=action.path,
                    message=say(NO_POINT, name=origin[:80]),
                    hint=say(WHERE_POINTS),
                    pointer=("origin",),
                )
            continue
        there = project.listed.get((kind, learner), frozenset())
        if record not in there:
            yield Diagnostic(
                code="E314",
                path=action.path,
                message=say("Record `{origin}` does not exist.", origin=origin[:80]),
                hint=_hint(project, learner, folder, record, there),
                pointer=("origin",),
            )


def _hint(project: Project, learner: str, folder: str, record: str, there: Collection[str]) -> Message:
    if learner not in project.learners:
        meant = nearest(learner, project.learners)
        known = say("The learners have their folders in `learners/`.")
    else:
        meant = nearest(record, there)
        known = say("Look in `learners/{learner}/{folder}/`.", learner=learner, folder=folder)
    return say("Did you mean `{meant}`? {others}", meant=meant, others=known) if meant else known
