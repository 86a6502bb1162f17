"""Contacts that are planned: with a learner, or of the school with others."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.model.follow_up import Contact
from bekwaam.model.project import Record, Records
from bekwaam.views.team.maker import Maker
from bekwaam.views.team.task import Task, TaskKind
from bekwaam.views.timeline import CONTACTS


def planned_contacts(make: Maker, contacts: Records[Contact]) -> Iterator[Task]:
    """A task for everybody who takes part."""
    for record in contacts.values():
        if record.data.planned:
            yield make.task(
                TaskKind.CONTACT,
                record.path,
                _known(make, record),
                say("Planned: {contact}", contact=CONTACTS[record.data.kind]),
                how=say("Take out `planned:` once it was done, and write down what was agreed."),
                due=record.data.date,
                code="W252",
            )


def _known(make: Maker, record: Record[Contact]) -> tuple[str, ...]:
    named = (one.person for one in record.data.participants if one.person)
    return tuple(one for one in named if one in make.context.project.people)
