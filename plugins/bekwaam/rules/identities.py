"""Who somebody is has to be clear: one address in git for one person (W511), roles that they hold (W407)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from bekwaam.diagnostics import Diagnostic, Pointer, say
from bekwaam.model.person import Person
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.model.roles import Role
from bekwaam.rules.acting import responsible
from bekwaam.rules.finding import finding
from bekwaam.rules.roles import ROLE_NAMES

Named = tuple[Record[Any], Role, str | None, Pointer]
"""Somebody who is named in a role: the record, the role, the person and where it says so."""


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn about roles that people never held."""
    yield from _never_held(project, _named(folder))


def of_school(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn where git cannot tell two people apart.

    Only among those who guide and assess: a family may share one address.
    """
    first: dict[str, str] = {}
    for person in project.people.values():
        if all(held.role is Role.GUARDIAN for held in person.data.roles):
            continue
        for key, values in (("emails", person.data.emails), ("signing_keys", person.data.signing_keys)):
            for position, value in enumerate(values):
                other = first.setdefault(_same(key, value), person.id)
                if other != person.id:
                    yield finding(
                        "W511",
                        person,
                        (key, position),
                        say("`{other}` has this too, so nobody can tell who signed off.", other=other),
                        say("Give each person their own, and take it out here or there."),
                        who=responsible(project),
                    )


def _same(key: str, value: str) -> str:
    """Two spellings of one address, or one key with two comments, come out the same."""
    return value.casefold() if key == "emails" else " ".join(value.split()[:2])


def _named(folder: LearnerFolder) -> Iterator[Named]:
    for place, guardian in enumerate(folder.learner.data.guardians):
        yield folder.learner, Role.GUARDIAN, guardian, ("guardians", place)
    for agreement in folder.agreements.values():
        for place, one in enumerate(agreement.data.signatures):
            yield agreement, one.role, one.person, ("signatures", place, "person")
        for place, ready in enumerate(agreement.data.readiness):
            yield agreement, ready.role, ready.person, ("readiness", place, "person")
    for plan in folder.plans.values():
        for place, one in enumerate(plan.data.agreed):
            yield plan, one.role, one.person, ("agreed", place, "person")
    for contact in folder.contacts.values():
        for place, taking_part in enumerate(contact.data.participants):
            yield contact, taking_part.role, taking_part.person, ("participants", place, "person")


def _never_held(project: Project, named: Iterable[Named]) -> Iterator[Diagnostic]:
    for record, role, one, pointer in named:
        person = project.people.get(one) if one else None
        if person is not None and role is not Role.COLLEAGUE and not _held(person.data, role):
            yield finding(
                "W407",
                record,
                pointer,
                say("`{person}` is no {role}.", person=one, role=ROLE_NAMES[role]),
                say("Write another role or person here, or add the role to `{path}`.", path=person.path),
                who=responsible(project),
            )


def _held(person: Person, role: Role) -> bool:
    """At any time: a mentor may well take part in a meeting before the first day."""
    return any(held.role is role for held in person.roles)
