"""Which parts of a record differ, in words that somebody at a workplace understands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from types import MappingProxyType
from typing import Any

from bekwaam.diagnostics import Message, say
from bekwaam.diagnostics.message import N_
from bekwaam.model.assessment import Rating
from bekwaam.model.decision import Ruling
from bekwaam.model.project import Record
from bekwaam.model.text import Text


@dataclass(frozen=True, slots=True)
class Named:
    """A record as a value of a message: its reader decides how much of it is told."""

    record: Record[Any]


@dataclass(frozen=True, slots=True)
class Coded:
    """A competence, level or status as a value of a message."""

    what: str
    code: str


@dataclass(frozen=True, slots=True)
class Written:
    """What people wrote themselves, as a value of a message; a name may stand in it."""

    text: Text | str


_TOLD_ELSEWHERE = ("seal", "consents")
_WORDS = MappingProxyType(
    {
        "title": N_("the title"),
        "name": N_("the name"),
        "pseudonym": N_("the pseudonym"),
        "date": N_("the date"),
        "type": N_("the sort"),
        "competences": N_("the competences"),
        "criteria": N_("the criteria"),
        "context": N_("where it was"),
        "description": N_("the description"),
        "media": N_("the photos or files"),
        "reflection": N_("the reflection"),
        "hours": N_("the hours"),
        "questions": N_("the questions"),
        "verified": N_("who confirms it"),
        "visibility": N_("who may see it"),
        "assessor": N_("who assesses"),
        "moment": N_("the moment"),
        "phase": N_("during or after the placement"),
        "next_action": N_("what to do next"),
        "by": N_("who decides"),
        "emails": N_("the e-mail addresses"),
        "signing_keys": N_("the keys to sign with"),
        "roles": N_("the roles"),
        "contact": N_("the contact details"),
        "training": N_("the training"),
        "about": N_("what the learner tells"),
        "photo": N_("the photo"),
        "featured": N_("the chosen work"),
        "programme": N_("the programme"),
        "guardians": N_("the guardians"),
        "goals": N_("the goals"),
        "baseline": N_("the starting levels"),
        "agreed": N_("who agreed"),
        "adjustments": N_("the adjustments"),
        "mentor": N_("the mentor"),
        "coach": N_("the coach"),
        "start": N_("the start"),
        "end": N_("the end"),
        "due": N_("the day by when"),
        "status": N_("the status"),
        "notes": N_("the notes"),
        "agreements": N_("what was agreed"),
        "text": N_("the text"),
        "version": N_("the version"),
    }
)
"""Words for the keys that people meet; others are named as they are written."""

_LONGEST = 80


def parts(before: Any, after: Any) -> Iterator[Message]:
    """What differs between two versions of a record: from what to what, where that is short."""
    for field in fields(after):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name in _TOLD_ELSEWHERE or old == new:
            continue
        if field.name == "results":
            yield from _results(old, new)
            continue
        written = field.name.rstrip("_")
        words = Message(_WORDS[written]) if written in _WORDS else say("`{key}`", key=written)
        if _is_short(old) and _is_short(new):
            yield say(
                "{part} from “{before}” to “{after}”", part=words, before=_value(old), after=_value(new)
            )
        else:
            yield words


def _results(old: Any, new: Any) -> Iterator[Message]:
    """What an assessment says of each competence, or a decision."""
    before: Mapping[str, Any] = {one.competence: one for one in old}
    after: Mapping[str, Any] = {one.competence: one for one in new}
    for reference in dict.fromkeys((*before, *after)):
        name, then, now = Coded("competence", reference), before.get(reference), after.get(reference)
        if then is None and now is not None:
            yield say("“{competence}” is added: {result}", competence=name, result=_verdict(now))
        elif now is None:
            yield say("“{competence}” is taken out", competence=name)
        elif then != now:
            yield from _result(name, then, now)


def _result(name: Coded, then: Any, now: Any) -> Iterator[Message]:
    if _verdict(then) != _verdict(now):
        yield say(
            "“{competence}” from “{before}” to “{after}”",
            competence=name,
            before=_verdict(then),
            after=_verdict(now),
        )
    for key, template in (
        ("criteria", N_("the criteria of “{competence}”")),
        ("comment", N_("the comment on “{competence}”")),
        ("motivation", N_("the reasons for “{competence}”")),
        ("evidence", N_("the evidence cited for “{competence}”")),
        ("assessments", N_("the assessments under “{competence}”")),
    ):
        if getattr(then, key, None) != getattr(now, key, None):
            yield say(template, competence=name)


def _verdict(one: Rating | Ruling) -> object:
    level = Coded("level", one.level) if one.level else None
    if isinstance(one, Rating):
        return level
    return say("{result}, “{level}”", result=one.result, level=level) if level else one.result


def _is_short(value: Any) -> bool:
    if isinstance(value, Text):
        return all(len(text) <= _LONGEST for _, text in value.by_language)
    if isinstance(value, str):
        return len(value) <= _LONGEST
    return isinstance(value, (Enum, dt.date, int, float)) and not isinstance(value, bool)


def _value(value: Any) -> object:
    return Written(value) if isinstance(value, (str, Text)) else value
