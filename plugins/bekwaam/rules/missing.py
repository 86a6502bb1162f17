"""Records that all others rest on have to be there: E332 and E333."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import Diagnostic, say
from bekwaam.model.kinds import Kind
from bekwaam.model.project import LearnerFolder, Project


def of_school(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Report a school without `school.yml`."""
    if project.listed and not project.listed.get((Kind.SCHOOL, None)):
        yield Diagnostic(
            code="E333",
            path=project.school.path,
            message=say("The school's own record, `school.yml`, is not there."),
            hint=say("Add it: it holds the school's name, its languages and its levels."),
        )


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Report a learner's folder without `learner.yml`."""
    if not project.listed.get((Kind.LEARNER, folder.id)):
        yield Diagnostic(
            code="E332",
            path=folder.learner.path,
            message=say("The folder of learner `{learner}` has no `learner.yml`.", learner=folder.id),
            hint=say("Add it: it says who learns, on which programme, and what may be shown."),
        )
