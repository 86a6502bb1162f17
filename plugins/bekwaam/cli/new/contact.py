"""`bekwaam new contact`: a visit, a call, a meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.new.days import date_option, dated
from bekwaam.cli.new.place import Place, place
from bekwaam.diagnostics import say
from bekwaam.model.follow_up import ContactKind
from bekwaam.model.project import LearnerFolder
from bekwaam.model.roles import Role
from bekwaam.rendering import labels, translations

_ORDER = (
    Role.COACH,
    Role.MENTOR,
    Role.TEACHER,
    Role.SCHOOL_RESPONSIBLE,
    Role.EMPLOYER,
    Role.GUARDIAN,
    Role.EXTERNAL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who took part; a learner without a person."""

    role: str
    person: str | None = None


@click.command()
@click.argument("learner", required=False)
@click.option("--kind", metavar="KIND", help="visit, call, meeting, ...  [default: visit]")
@click.option(
    "--person",
    "people",
    multiple=True,
    metavar="ID",
    help="Who took part; may be repeated.  [default: mentor and coach]",
)
@click.option(
    "--school", "of_school", is_flag=True, help="About the school's way of working, not about a learner."
)
@date_option
@options.portfolios()
def contact(
    *,
    learner: str | None,
    kind: str | None,
    people: tuple[str, ...],
    of_school: bool,
    date: dt.date | None,
    portfolios: Path | None,
) -> int:
    """Add a contact about LEARNER, or of the school with --school; a date to come makes it a plan."""
    here = place(portfolios)
    ask = here.questions
    ask.require({"--person": people} if of_school else {"LEARNER": learner})
    folder = None if of_school else here.learner(learner)
    spoken = translations.load(here.language).gettext
    kinds = {one.value: labels.label(one, spoken) for one in ContactKind}
    default = ContactKind.MEETING if of_school else ContactKind.VISIT
    kind = ask.choice(say("What sort of contact?"), kinds, kind, default=default.value)
    day = date or here.today
    home = f"learners/{folder.id}/contacts" if folder else "quality/contacts"
    file = here.write(
        here.free(home, dated(day, kind)),
        "contact.yml",
        date=day,
        kind=kind,
        planned=day > here.today,
        participants=_participants(here, folder, people, day),
    )
    return here.tell(file)


def _participants(
    here: Place, folder: LearnerFolder | None, given: tuple[str, ...], day: dt.date
) -> list[Participant]:
    known = here.loaded.project.people
    names = {one: here.words(record.data.name) for one, record in known.items()}
    chosen = [here.questions.choice(say("Who took part?"), names, one) for one in given]
    if not chosen and folder is None:
        chosen = [here.questions.choice(say("Who took part?"), names)]
    if folder is None:
        return [_participant(here, one, day) for one in chosen]
    running = [one.data for one in folder.agreements.values() if one.data.start <= day <= one.data.end]
    latest = max(running, key=lambda one: one.start, default=None)
    found = [Participant(role=Role.LEARNER.value)]
    if chosen or latest is None:
        return [*found, *(_participant(here, one, day) for one in chosen)]
    return [
        *found,
        Participant(role=Role.MENTOR.value, person=latest.mentor),
        Participant(role=Role.COACH.value, person=latest.coach),
    ]


def _participant(here: Place, person: str, day: dt.date) -> Participant:
    held = here.loaded.project.people[person].data.roles_on(day)
    role = next((one for one in _ORDER if one in held), Role.EXTERNAL)
    return Participant(role=role.value, person=person)
