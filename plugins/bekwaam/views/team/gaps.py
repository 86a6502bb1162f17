"""Findings that ask somebody to act, as tasks; those that say what a task says already are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bekwaam.diagnostics import Diagnostic
from bekwaam.views.context import Context
from bekwaam.views.evidence import evidence_uri, learner_uri
from bekwaam.views.team.maker import Maker, follow_up_uri
from bekwaam.views.team.school_tasks import RESOURCES
from bekwaam.views.team.task import Task, TaskKind

_SEALS = ("W501", "W502")
_ALSO = {"W646": ("W636",)}
"""A goal that waits for an assessment asks for more evidence as well."""

_INTERVALS = ("W623", "W643", "W648")
"""Once the interval is over, nothing can be done but note what was forgotten."""


def gap_tasks(context: Context, tasks: Iterable[Task]) -> Iterator[Task]:
    """A task for every finding that names who can act."""
    said = {
        (code, one.path, one.due)
        for one in tasks
        if one.code is not None
        for code in (one.code, *_ALSO.get(one.code, ()))
    }
    for finding in context.gated.findings:
        if finding.who and (finding.code, finding.path, finding.due) not in said:
            yield _task(context, finding)


def _task(context: Context, finding: Diagnostic) -> Task:
    folder, _, rest = finding.path.partition("/")
    key = rest.partition("/")[0] if folder == "learners" else None
    make = Maker(context, key if key in context.gated.shown else None)
    return make.task(
        _kind(finding),
        finding.path,
        finding.who,
        finding.message,
        how=finding.hint,
        due=finding.due,
        uri=_page(finding.path, finding.code),
        code=finding.code,
        detail=f"{finding.code} {finding.message.render()}",
    )


def _kind(finding: Diagnostic) -> TaskKind:
    if finding.code in _SEALS:
        return TaskKind.SEAL
    past = finding.code in _INTERVALS and finding.due is None
    return TaskKind.LOOK_BACK if past else TaskKind.GAP


def _page(path: str, code: str) -> str | None:
    """The page that shows what a finding is about."""
    parts = path.removesuffix(".yml").removesuffix(".yaml").split("/")
    if parts[0] == "learners" and len(parts) == 4 and parts[2] == "evidence":
        return evidence_uri(parts[1], parts[3])
    if parts[0] == "learners":
        return learner_uri(parts[1]) if code.startswith("W4") else follow_up_uri(parts[1])
    if parts[0] == "people":
        return person_uri(parts[1])
    if parts[0] == "frameworks":
        return f"frameworks/{parts[1]}/"
    return {"organisations": "team/workplaces/", "school": RESOURCES}.get(parts[0])


def person_uri(person: str) -> str:
    """Where somebody's list stands."""
    return f"team/people/{person}/"
