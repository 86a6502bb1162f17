"""Talks, meetings and feedback in a placement: W623, W632, W639 and W645."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import Diagnostic, Message, say
from bekwaam.model.agreement import Agreement
from bekwaam.model.follow_up import ContactKind
from bekwaam.model.kinds import Kind
from bekwaam.model.placement import (
    has_begun,
    have_met,
    silences,
    talks_of_guides,
    visits_done,
    visits_wanted,
)
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.model.roles import Role
from bekwaam.model.school import VisitRules
from bekwaam.rules.finding import gap
from bekwaam.rules.records import all_read

_WORKPLACE = frozenset({Role.MENTOR, Role.EMPLOYER, Role.COLLEAGUE})
_WITHIN = dt.timedelta(days=183)


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn where mentor and coach did not talk for too long, and where somebody was not asked."""
    rules = project.school.data.rules.visits
    for record in folder.agreements.values():
        if not has_begun(record.data, as_of):
            continue
        if all_read(project, folder, Kind.CONTACT):
            yield from _talked(folder, record, rules, as_of)
            yield from _met(folder, record, as_of)
            yield from _began(folder, record)
        if all_read(project, folder, Kind.FEEDBACK):
            yield from _heard(folder, record, as_of)


def _talked(
    folder: LearnerFolder, record: Record[Agreement], rules: VisitRules, as_of: dt.date
) -> Iterator[Diagnostic]:
    """Where nobody came by either, the rule for visits says so."""
    data, until = record.data, min(record.data.end, as_of)
    _, longest = visits_wanted(data, rules)
    visits = visits_done(folder, data, as_of)
    for silence in silences([data.start, *talks_of_guides(folder, data, as_of), until], longest):
        if any(silence.before < one < silence.after for one in visits):
            yield gap(
                "W623",
                "23",
                record,
                ("mentor",),
                say(
                    "Mentor and coach did not talk from {before} to {after}, which is {count} days",
                    before=silence.before,
                    after=silence.after,
                    count=silence.days,
                ),
                say(
                    "Call or meet, and note it in the learner's `contacts/` with both under `participants:`."
                ),
                who=(data.coach,),
                due=silence.before + dt.timedelta(days=longest) if silence.after == as_of else None,
            )


def _met(folder: LearnerFolder, record: Record[Agreement], as_of: dt.date) -> Iterator[Diagnostic]:
    data = record.data
    due = data.start + _WITHIN
    if due <= min(data.end, as_of) and not have_met(folder, data, as_of):
        yield gap(
            "W645",
            "45",
            record,
            ("start",),
            say("Mentor and coach have had no meeting in this placement"),
            say("Sit together, with the learner, and note it as a contact with `kind: meeting`."),
            who=(data.coach,),
            due=due if as_of <= data.end else None,  # what is past is past
        )


def _began(folder: LearnerFolder, record: Record[Agreement]) -> Iterator[Diagnostic]:
    """An intake is a contact, or shows in where a starting level comes from."""
    plans = [one for one in folder.plans.values() if one.data.agreement == record.id]
    told = any(
        one.data.kind is ContactKind.INTAKE and not one.data.planned for one in folder.contacts.values()
    )
    if plans and not told and not any(each.source for one in plans for each in one.data.baseline):
        yield gap(
            "W639",
            "39",
            record,
            ("start",),
            say("There is a plan, and no intake is noted before it"),
            say("Note the intake as a contact with `kind: intake`, or the `source:` of each starting level."),
            who=(record.data.coach,),
            due=record.data.start,
        )


def _heard(folder: LearnerFolder, record: Record[Agreement], as_of: dt.date) -> Iterator[Diagnostic]:
    data = record.data
    due = data.start + _WITHIN
    if due > as_of:
        return
    roles = {one.data.from_ for one in folder.feedback.values() if data.start <= one.data.date <= as_of}
    missing: list[Message] = []
    if Role.LEARNER not in roles:
        missing.append(say("learner"))
    if not roles & _WORKPLACE:
        missing.append(say("workplace"))
    if missing:
        yield gap(
            "W632",
            "32",
            record,
            ("start",),
            say("Nobody noted what they think of this placement; missing: {who}", who=tuple(missing)),
            say("Ask, and note the answer in the learner's `feedback/`."),
            who=(data.coach,),
            due=due if as_of <= data.end else None,  # what is past is past
        )
