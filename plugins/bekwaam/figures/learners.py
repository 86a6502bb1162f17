"""Figures about who learns, what they achieved, and what they let others see."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.figures.figure import Figure, Label, count, members, split
from bekwaam.figures.scope import Scope
from bekwaam.model.audience import Audience
from bekwaam.model.consent import allows
from bekwaam.model.learner import ConsentScope, LearnerStatus
from bekwaam.model.status import Status


def everyone(scope: Scope) -> Figure:
    """All learners who take part."""
    return count(
        "learners",
        say("Learners"),
        say("Learners with a folder; in a cycle: whose agreement runs in it, or with a record in it."),
        ((one.id, 1) for one in scope.learners),
        unit="learners",
        points=("53",),
        kept=True,
    )


def figures(scope: Scope) -> Iterator[Figure]:
    """Learners by status, programme and cohort; their competences; their consents."""
    folders = [(one.id, one.learner.data) for one in scope.learners]
    learners = everyone(scope)
    yield learners
    yield split(
        learners,
        "status",
        say("Learners by status"),
        say("The `status` of each learner's record."),
        members(LearnerStatus),
        ((data.status.value, one, 1) for one, data in folders),
        kept=True,
    )
    frameworks = scope.project.frameworks
    programmes: dict[str, Label] = {one: record.data.title for one, record in frameworks.items()}
    programmes |= {data.programme: None for _, data in folders if data.programme not in programmes}
    yield split(
        learners,
        "programme",
        say("Learners by programme"),
        say("The `programme` of each learner's record."),
        programmes,
        ((data.programme, one, 1) for one, data in folders),
    )
    yield split(
        learners,
        "cohort",
        say("Learners by cohort"),
        say("The `cohort` of each learner's record."),
        dict.fromkeys(sorted({data.cohort for _, data in folders})),
        ((data.cohort, one, 1) for one, data in folders),
    )
    yield from _competences(scope)
    for name, title, wanted in (
        ("descriptions_shared", say("Learners with a description to hand over"), ConsentScope.DESCRIPTION),
        ("portfolios_shared", say("Learners with a portfolio to hand over"), ConsentScope.PORTFOLIO),
    ):
        yield count(
            name,
            title,
            say("Learners whose consents let the next school or employer have it on the last day."),
            ((one, 1) for one, data in folders if allows(data, wanted, Audience.HANDOVER, scope.last_day)),
            unit="learners",
            points=("51",) if wanted is ConsentScope.DESCRIPTION else ("52",),
        )


def _competences(scope: Scope) -> Iterator[Figure]:
    rows = [
        (status.status.value, one.id, 1)
        for one in scope.learners
        for status in scope.statuses.get(one.id, {}).values()
    ]
    competences = count(
        "competences",
        say("Competences of learners"),
        say("For each learner, the competences of the programme and of the plan."),
        ((who, number) for _, who, number in rows),
        unit="competences",
        points=("34", "46"),
    )
    yield competences
    yield split(
        competences,
        "status",
        say("Competences by status"),
        say("The status of each on the last day, as “bekwaam status” tells it."),
        members(Status),
        rows,
    )
