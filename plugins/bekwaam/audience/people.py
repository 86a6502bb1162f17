"""Mentors, coaches and others as an audience may know them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bekwaam.model.agreement import Agreement, Backup
from bekwaam.model.audience import Audience
from bekwaam.model.organisation import Organisation
from bekwaam.model.person import Person
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.model.roles import Role
from bekwaam.model.text import UNMARKED, Text

_NAMELESS = Text(((UNMARKED, ""),))


def narrow_people(project: Project, audience: Audience, as_of: dt.date) -> Project:
    """Keep the people behind what is shown, without contact details, training and keys.

    In public their names go too, unless their record allows the name; an id often is a name, so
    ids are replaced everywhere by numbers.
    """
    needed = set(_mentioned(project))
    needed.update(
        one
        for one, person in project.people.items()
        if person.data.public_name and Role.MENTOR in person.data.roles_on(as_of)
    )
    people = {
        one: replace(record, data=_narrow(record.data, audience))
        for one, record in project.people.items()
        if one in needed
    }
    narrowed = replace(project, people=people, organisations=_organisations(project))
    if audience is not Audience.PUBLIC:
        return narrowed
    numbers = {
        one: f"person-{number}"
        for number, one in enumerate((one for one in people if not people[one].data.public_name), 1)
    }
    return _renamed(narrowed, numbers)


def _mentioned(project: Project) -> Iterator[str]:
    yield project.school.data.responsible
    for folder in project.learners.values():
        for agreement in folder.agreements.values():
            yield from agreement.data.mentors | agreement.data.coaches
        for evidence in folder.evidence.values():
            yield from (one.by for one in evidence.data.verified)
        for assessment in folder.assessments.values():
            yield assessment.data.assessor
        for decision in folder.decisions.values():
            yield decision.data.by


def _narrow(person: Person, audience: Audience) -> Person:
    named = audience is not Audience.PUBLIC or person.public_name
    roles = tuple(replace(held, hours_per_week=None, profile=None) for held in person.roles)
    return replace(
        person,
        name=person.name if named else _NAMELESS,
        roles=roles,
        emails=(),
        account=None,
        signing_keys=(),
        training=(),
        contact=None,
    )


def _organisations(project: Project) -> Mapping[str, Record[Organisation]]:
    return {
        one: replace(record, data=replace(record.data, responsible=None))
        for one, record in project.organisations.items()
    }


def _renamed(project: Project, numbers: Mapping[str, str]) -> Project:
    def rename(one: str) -> str:
        return numbers.get(one, one)

    people = {
        rename(one): replace(record, id=rename(one), path=f"people/{rename(one)}.yml")
        for one, record in project.people.items()
    }
    school = replace(project.school.data, responsible=rename(project.school.data.responsible))
    learners = {key: _renamed_folder(folder, numbers) for key, folder in project.learners.items()}
    return replace(
        project,
        school=replace(project.school, data=school),
        people=people,
        learners=learners,
    )


def _renamed_folder(folder: LearnerFolder, numbers: Mapping[str, str]) -> LearnerFolder:
    def rename(one: str) -> str:
        return numbers.get(one, one)

    return replace(
        folder,
        agreements={
            one: replace(record, data=_renamed_agreement(record.data, numbers))
            for one, record in folder.agreements.items()
        },
        evidence={
            one: replace(
                record,
                data=replace(
                    record.data,
                    verified=tuple(replace(by, by=rename(by.by)) for by in record.data.verified),
                ),
            )
            for one, record in folder.evidence.items()
        },
        assessments={
            one: replace(record, data=replace(record.data, assessor=rename(record.data.assessor)))
            for one, record in folder.assessments.items()
        },
        decisions={
            one: replace(record, data=replace(record.data, by=rename(record.data.by)))
            for one, record in folder.decisions.items()
        },
    )


def _renamed_agreement(agreement: Agreement, numbers: Mapping[str, str]) -> Agreement:
    def rename(one: str) -> str:
        return numbers.get(one, one)

    backup = agreement.backup
    if backup is not None:
        backup = Backup(
            mentor=rename(backup.mentor) if backup.mentor else None,
            coach=rename(backup.coach) if backup.coach else None,
        )
    return replace(agreement, mentor=rename(agreement.mentor), coach=rename(agreement.coach), backup=backup)
