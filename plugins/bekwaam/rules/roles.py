"""Who may assess, decide, guide and confirm: E401 to E404."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import Diagnostic, Message, Pointer, say
from bekwaam.model.assessment import SELF
from bekwaam.model.person import Person
from bekwaam.model.project import LearnerFolder, Project
from bekwaam.model.roles import Role
from bekwaam.rules.finding import finding

_MAY_ASSESS = frozenset(
    {
        Role.MENTOR,
        Role.COACH,
        Role.TEACHER,
        Role.SCHOOL_RESPONSIBLE,
        Role.EMPLOYER,
        Role.EXTERNAL,
    }
)
ROLE_NAMES: dict[Role, Message] = {
    Role.LEARNER: say("learner"),
    Role.MENTOR: say("workplace mentor"),
    Role.COACH: say("learning coach"),
    Role.TEACHER: say("teacher"),
    Role.SCHOOL_RESPONSIBLE: say("school responsible"),
    Role.EMPLOYER: say("employer"),
    Role.EXTERNAL: say("external"),
    Role.GUARDIAN: say("guardian"),
    Role.COLLEAGUE: say("colleague"),
}


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Report people who do what their role, on that day, does not let them do."""
    yield from _guides(project, folder)
    yield from _assessors(project, folder)
    yield from _deciders(project, folder)
    yield from _confirmers(folder)


def _overlaps(person: Person, role: Role, start: dt.date, end: dt.date) -> bool:
    return any(
        held.role is role and held.from_ <= end and (held.to is None or held.to >= start)
        for held in person.roles
    )


def _guides(project: Project, folder: LearnerFolder) -> Iterator[Diagnostic]:
    for record in folder.agreements.values():
        data, backup = record.data, record.data.backup
        named: list[tuple[Role, str | None, Pointer]] = [
            (Role.MENTOR, data.mentor, ("mentor",)),
            (Role.COACH, data.coach, ("coach",)),
            (Role.MENTOR, backup.mentor if backup else None, ("backup", "mentor")),
            (Role.COACH, backup.coach if backup else None, ("backup", "coach")),
        ]
        for role, one, pointer in named:
            person = project.people.get(one) if one else None
            if person and not _overlaps(person.data, role, data.start, data.end):
                yield finding(
                    "E401",
                    record,
                    pointer,
                    say(
                        "`{person}` is no {role} during this agreement.",
                        person=one,
                        role=ROLE_NAMES[role],
                    ),
                    say(
                        "Add the role with its dates to `{path}`, or name someone else.",
                        path=person.path,
                    ),
                )


def _assessors(project: Project, folder: LearnerFolder) -> Iterator[Diagnostic]:
    for record in folder.assessments.values():
        assessor = record.data.assessor
        person = project.people.get(assessor)
        if assessor == SELF or person is None:
            continue
        roles = person.data.roles_on(record.data.date)
        if not roles & _MAY_ASSESS:
            yield finding(
                "E402",
                record,
                ("assessor",),
                say(
                    "`{person}` has no role on {date} that may assess.",
                    person=assessor,
                    date=record.data.date,
                ),
                say(
                    "Workplace mentors, learning coaches, teachers, school responsibles, employers"
                    " and externals assess; look at the roles and dates in `{path}`.",
                    path=person.path,
                ),
            )


def _deciders(project: Project, folder: LearnerFolder) -> Iterator[Diagnostic]:
    for record in folder.decisions.values():
        person = project.people.get(record.data.by)
        if person is None:
            continue
        if Role.SCHOOL_RESPONSIBLE not in person.data.roles_on(record.data.date):
            yield finding(
                "E403",
                record,
                ("by",),
                say(
                    "`{person}` is no school responsible on {date}, so cannot decide.",
                    person=record.data.by,
                    date=record.data.date,
                ),
                say("Only a school responsible decides; look at the roles in `{path}`.", path=person.path),
            )


def _confirmers(folder: LearnerFolder) -> Iterator[Diagnostic]:
    for record in folder.evidence.values():
        for position, one in enumerate(record.data.verified):
            if one.by in (folder.id, SELF, Role.LEARNER.value):
                yield finding(
                    "E404",
                    record,
                    ("verified", position, "by"),
                    say("The learner cannot confirm their own evidence."),
                    say("Name the mentor, coach, teacher or someone else who saw it."),
                )
