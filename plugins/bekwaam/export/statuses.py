"""Competence statuses, as data for programs and as text for people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from bekwaam.diagnostics import Message, Translate, say
from bekwaam.model.school import School
from bekwaam.model.status import CompetenceStatus, Flag, Status

Statuses = Mapping[str, Mapping[str, CompetenceStatus]]
"""By learner and competence."""

_NAMES: Mapping[Status, Message] = {
    Status.NOT_STARTED: say("not started"),
    Status.IN_PROGRESS: say("in progress"),
    Status.READY: say("ready"),
    Status.TO_DISCUSS: say("to discuss"),
    Status.PROPOSED: say("proposed"),
    Status.ACHIEVED: say("achieved"),
    Status.NOT_ACHIEVED: say("not achieved"),
    Status.EXEMPT: say("exempt"),
}
_FLAGS: Mapping[Flag, Message] = {
    Flag.NEEDS_REFRESH: say("look at it again: evidence has grown too old, or a seal is broken"),
    Flag.OVERRULED: say("departs from the assessments"),
}


def as_data(statuses: Statuses, as_of: dt.date, translate: Translate) -> dict[str, object]:
    """The form of ``status --format json``; levels and targets are codes, or null."""
    return {
        "as_of": as_of.isoformat(),
        "learners": {
            learner: {
                competence: {
                    "status": one.status.value,
                    "level": one.level,
                    "target": one.target,
                    "flags": [flag.value for flag in one.flags],
                    "why": one.why.render(translate),
                    "records": list(one.records),
                }
                for competence, one in found.items()
            }
            for learner, found in statuses.items()
        },
    }


def as_text(
    statuses: Statuses, names: Mapping[str, str], school: School, language: str, translate: Translate
) -> str:
    """A block per learner, a line per competence, and under it why."""
    blocks = []
    for learner, found in statuses.items():
        rows = [f"{names.get(learner, learner)} ({learner})"]
        width = max((len(competence) for competence in found), default=0)
        for competence, one in found.items():
            rows.append(f"  {competence:<{width}}  {_line(one, school, language, translate)}")
            rows.extend(f"  {'':<{width}}  {reason}" for reason in _reasons(one, translate))
        blocks.append("\n".join(rows))
    return "\n\n".join(blocks)


def _line(one: CompetenceStatus, school: School, language: str, translate: Translate) -> str:
    parts = [_NAMES[one.status].render(translate)]
    if one.level:
        parts.append(_level(one.level, school, language))
    if one.target:
        target = _level(one.target, school, language)
        parts.append(say("target: {level}", level=target).render(translate))
    return " · ".join(parts)


def _level(code: str, school: School, language: str) -> str:
    for level in school.levels:
        if level.code == code:
            return level.label.pick(language, school.first_language)
    return code


def _reasons(one: CompetenceStatus, translate: Translate) -> Iterable[str]:
    yield one.why.render(translate)
    for flag in one.flags:
        yield f"! {_FLAGS[flag].render(translate)}"
    if one.records:
        yield ", ".join(one.records)
