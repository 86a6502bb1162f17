"""What is cited has to be about the competence for which it is cited: W301 and W302."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from bekwaam.diagnostics import LEARNER, Diagnostic, say
from bekwaam.model.project import LearnerFolder, Project
from bekwaam.rules.finding import finding


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn about evidence and assessments that say nothing of the competence."""
    yield from _evidence(project, folder)
    yield from _assessments(project, folder)


def _evidence(project: Project, folder: LearnerFolder) -> Iterator[Diagnostic]:
    for record in folder.assessments.values():
        for position, rating in enumerate(record.data.results):
            for place, cited in enumerate(rating.evidence):
                evidence = folder.evidence.get(cited)
                if evidence is not None and _says_nothing(
                    project, rating.competence, evidence.data.competences
                ):
                    yield finding(
                        "W301",
                        record,
                        ("results", position, "evidence", place),
                        say(
                            "This evidence does not name `{competence}`, so it does not count for it.",
                            competence=rating.competence,
                        ),
                        say("Add the competence in `{path}`, or take this line out.", path=evidence.path),
                        who=(LEARNER if record.data.by_learner else record.data.assessor,),
                    )


def _assessments(project: Project, folder: LearnerFolder) -> Iterator[Diagnostic]:
    for record in folder.decisions.values():
        for position, ruling in enumerate(record.data.results):
            for place, cited in enumerate(ruling.assessments):
                assessment = folder.assessments.get(cited)
                if assessment is not None and _says_nothing(
                    project, ruling.competence, [one.competence for one in assessment.data.results]
                ):
                    yield finding(
                        "W302",
                        record,
                        ("results", position, "assessments", place),
                        say("This assessment does not rate `{competence}`.", competence=ruling.competence),
                        say("Name the assessments on which this decision rests."),
                        who=(record.data.by,),
                    )


def _says_nothing(project: Project, competence: str, about: Collection[str]) -> bool:
    """Whether something that is about other competences is cited for one.

    A competence that does not exist is told where it stands, and may be the one that was meant.
    """
    return competence not in about and all(project.competence(one) for one in (competence, *about))
