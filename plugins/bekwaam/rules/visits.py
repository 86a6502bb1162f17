"""Visits to the workplace, planned and done: W643; planned contacts that are past: W252."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import At, Diagnostic, say
from bekwaam.model.agreement import Agreement
from bekwaam.model.follow_up import Participant
from bekwaam.model.kinds import Kind
from bekwaam.model.placement import has_begun, silences, visits_done, visits_wanted
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.model.roles import Role
from bekwaam.model.school import VisitRules
from bekwaam.rules.acting import coach_of, together
from bekwaam.rules.finding import finding, gap
from bekwaam.rules.records import all_read


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn where a placement had too few visits, or too long a time without one."""
    if all_read(project, folder, Kind.CONTACT):
        for record in folder.agreements.values():
            yield from _in_agreement(folder, record, project.school.data.rules.visits, as_of)
    yield from _passed(project, folder, as_of)


def _in_agreement(
    folder: LearnerFolder, record: Record[Agreement], rules: VisitRules, as_of: dt.date
) -> Iterator[Diagnostic]:
    data, guidance = record.data, record.data.guidance
    if not has_begun(data, as_of):
        return
    visits = visits_done(folder, data, as_of)
    wanted, longest = visits_wanted(data, rules)
    if data.end <= as_of and len(visits) < wanted:
        yield gap(
            "W643",
            "43",
            record,
            ("guidance",) if guidance.min_visits is None else ("guidance", "min_visits"),
            say("Visits done: {done}; agreed: at least {wanted}", done=len(visits), wanted=wanted),
            say("Were there more? Note each in the learner's `contacts/`, with `kind: visit`."),
            who=(data.coach,),
            due=data.end,
            at=At.KEY,
        )
    interval = guidance.max_interval_days
    for silence in silences([data.start, *visits, min(data.end, as_of)], longest):
        yield gap(
            "W643",
            "43",
            record,
            ("guidance",) if interval is None else ("guidance", "max_interval_days"),
            say(
                "No visit from {before} to {after}, which is {count} days; agreed: at most {days}",
                before=silence.before,
                after=silence.after,
                count=silence.days,
                days=longest,
            ),
            say("Plan a visit, or note the one that was done in the learner's `contacts/`."),
            who=(data.coach,),
            # What is past is past.
            due=silence.before + dt.timedelta(days=longest) if silence.after == as_of else None,
            at=At.KEY,
        )


def _passed(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    for record in folder.contacts.values():
        if record.data.planned and record.data.date < as_of:
            yield finding(
                "W252",
                record,
                ("planned",),
                say("This was planned for {date}, which is past.", date=record.data.date),
                say("Take out `planned:` if it was done, or give it a new date."),
                who=_invited(project, record.data.participants) or coach_of(project, folder, as_of),
                due=record.data.date,
            )


def _invited(project: Project, participants: tuple[Participant, ...]) -> tuple[str, ...]:
    """The coaches who take part; where none does, everybody who is known."""
    known = [one for one in participants if one.person in project.people]
    coaches = [one for one in known if one.role is Role.COACH]
    return together(one.person for one in coaches or known if one.person)
