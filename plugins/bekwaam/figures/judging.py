"""Figures about assessments and decisions."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.figures.figure import Figure, Label, count, members, split
from bekwaam.figures.scope import Scope
from bekwaam.model.assessment import Assessment, Moment, Phase
from bekwaam.model.decision import Verdict
from bekwaam.model.project import LearnerFolder
from bekwaam.model.roles import Role

_ASSESSORS: dict[str, Label] = {
    "learner": Role.LEARNER,
    "mentor": Role.MENTOR,
    "coach": Role.COACH,
    "other": say("someone else"),
}


def figures(scope: Scope) -> Iterator[Figure]:
    """Assessments by moment, phase and assessor; rulings by result."""
    found = [
        (one, record.data)
        for one in scope.learners
        for record in one.assessments.values()
        if scope.within(record.data.date)
    ]
    assessments = count(
        "assessments",
        say("Assessments"),
        say("Assessments dated on a day that counts."),
        ((one.id, 1) for one, _ in found),
        unit="assessments",
        points=("46", "48"),
        kept=True,
    )
    yield assessments
    yield split(
        assessments,
        "moment",
        say("Assessments by moment"),
        say("The `moment` of each."),
        members(Moment),
        ((data.moment.value, one.id, 1) for one, data in found),
        points=("48",),
        kept=True,
    )
    yield split(
        assessments,
        "phase",
        say("Assessments during and after"),
        say("The `phase` of each."),
        members(Phase),
        ((data.phase.value, one.id, 1) for one, data in found),
        points=("49",),
        kept=True,
    )
    yield split(
        assessments,
        "assessor",
        say("Assessments by who assesses"),
        say("The learner, the mentor or coach of one of the agreements (or who stands in), or another."),
        _ASSESSORS,
        ((_assessor(one, data), one.id, 1) for one, data in found),
        points=("46", "47"),
        kept=True,
    )
    yield count(
        "learners_self_assessed",
        say("Learners who assessed themselves"),
        say("Learners with a self-assessment on a day that counts."),
        ((who, 1) for who in sorted({one.id for one, data in found if data.by_learner})),
        unit="learners",
        points=("47",),
    )
    yield from _decisions(scope)


def _assessor(folder: LearnerFolder, data: Assessment) -> str:
    if data.by_learner:
        return "learner"
    agreements = [record.data for record in folder.agreements.values()]
    if any(data.assessor in one.mentors for one in agreements):
        return "mentor"
    return "coach" if any(data.assessor in one.coaches for one in agreements) else "other"


def _decisions(scope: Scope) -> Iterator[Figure]:
    rows = [
        (ruling.result.value, one.id, 1)
        for one in scope.learners
        for record in one.decisions.values()
        if scope.within(record.data.date)
        for ruling in record.data.results
    ]
    decisions = count(
        "decisions",
        say("Competences decided on"),
        say("The results of decisions dated on a day that counts."),
        ((who, number) for _, who, number in rows),
        unit="competences",
        points=("46",),
        kept=True,
    )
    yield decisions
    yield split(
        decisions,
        "result",
        say("What the school decided"),
        say("The `result` for each competence."),
        members(Verdict),
        rows,
        kept=True,
    )
