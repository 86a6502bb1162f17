"""`bekwaam new evidence`: something that shows a competence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.new.days import date_option, dated
from bekwaam.cli.new.place import Place, place
from bekwaam.diagnostics import say
from bekwaam.model.evidence import ContextPlace, EvidenceType
from bekwaam.model.project import LearnerFolder
from bekwaam.rendering import labels, translations


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A competence as the record's comments name it."""

    reference: str
    criteria: tuple[str, ...]


@click.command()
@click.argument("learner", required=False)
@click.option("--title", help="What it is.")
@click.option("--type", "kind", metavar="TYPE", help="photo, observation, test, ...  [default: observation]")
@click.option(
    "--competence",
    "competences",
    multiple=True,
    metavar="REF",
    help="What it shows, as bakery/dough; may be repeated.",
)
@click.option(
    "--place", "where", metavar="PLACE", help="workplace, school or elsewhere.  [default: workplace]"
)
@date_option
@options.portfolios()
def evidence(
    *,
    learner: str | None,
    title: str | None,
    kind: str | None,
    competences: tuple[str, ...],
    where: str | None,
    date: dt.date | None,
    portfolios: Path | None,
) -> int:
    """Add a piece of evidence for LEARNER."""
    here = place(portfolios)
    ask = here.questions
    ask.require({"LEARNER": learner, "--title": title, "--competence": competences})
    folder = here.learner(learner)
    title = ask.text(say("A title"), title)
    spoken = translations.load(here.language).gettext
    types = {one.value: labels.label(one, spoken) for one in EvidenceType}
    kind = ask.choice(say("What is it?"), types, kind, default=EvidenceType.OBSERVATION.value)
    places = {one.value: labels.label(one, spoken) for one in ContextPlace}
    where = ask.choice(say("Where was it?"), places, where, default=ContextPlace.WORKPLACE.value)
    day = date or here.today
    file = here.write(
        here.free(f"learners/{folder.id}/evidence", dated(day, title)),
        "evidence.yml",
        title=title,
        date=day,
        type=kind,
        competences=_shown(here, folder, competences, day),
        place=where,
        workplace=_workplace(folder, day) if where == ContextPlace.WORKPLACE.value else None,
    )
    return here.tell(file)


def _shown(here: Place, folder: LearnerFolder, given: tuple[str, ...], day: dt.date) -> list[Shown]:
    known = competences_of(here, folder, day)
    chosen = dict.fromkeys(
        here.questions.choice(say("Which competence does it show?"), known, one) for one in given or (None,)
    )
    found = []
    for reference in chosen:
        competence = here.loaded.project.competence(reference)
        criteria = tuple(one.code for one in competence.criteria) if competence else ()
        found.append(Shown(reference=reference, criteria=criteria))
    return found


def competences_of(here: Place, folder: LearnerFolder, day: dt.date) -> dict[str, str]:
    """The competences of a learner's programme and plan, with their titles."""
    plan = folder.plan_on(day)
    found = here.loaded.project.competences_of(folder.learner.data.programme, plan.data if plan else None)
    titles = {}
    for reference in found:
        competence = here.loaded.project.competence(reference)
        if competence is not None:
            titles[reference] = here.words(competence.title)
    if not titles:
        none = say("The framework of this learner has no competences yet.")
        raise click.UsageError(here.questions.told(none))
    return titles


def _workplace(folder: LearnerFolder, day: dt.date) -> str | None:
    running = [one.data for one in folder.agreements.values() if one.data.start <= day <= one.data.end]
    return max(running, key=lambda one: one.start).workplace if running else None
