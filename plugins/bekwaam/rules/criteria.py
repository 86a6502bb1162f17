"""Criteria in an assessment are those of the competence that is rated: E302."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import At, Diagnostic, nearest, say
from bekwaam.model.project import LearnerFolder, Project


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Report short codes that the rated competence does not have."""
    for assessment in folder.assessments.values():
        for position, rating in enumerate(assessment.data.results):
            competence = project.competence(rating.competence)
            if competence is None:
                continue
            codes = [one.code for one in competence.criteria]
            for code in rating.criteria:
                if code not in codes:
                    meant = nearest(code, codes)
                    known = say("Its criteria: {known}.", known=tuple(f"`{one}`" for one in codes))
                    if not codes:
                        known = say("It has no criteria: add them in its framework, or take this out.")
                    yield Diagnostic(
                        code="E302",
                        path=assessment.path,
                        message=say(
                            "Competence `{competence}` has no criterion `{code}`.",
                            competence=rating.competence,
                            code=code[:80],
                        ),
                        hint=say("Did you mean `{meant}`? {others}", meant=meant, others=known)
                        if meant
                        else known,
                        pointer=("results", position, "criteria", code),
                        at=At.KEY,
                    )
