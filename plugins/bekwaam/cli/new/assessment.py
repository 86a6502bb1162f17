"""`bekwaam new assessment`: somebody's rating of competences."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.new.days import date_option, dated
from bekwaam.cli.new.evidence import competences_of
from bekwaam.cli.new.place import Place, place
from bekwaam.diagnostics import say
from bekwaam.model.assessment import Moment, Phase
from bekwaam.model.project import LearnerFolder
from bekwaam.rendering import labels, translations

SELF = "self"
SKIP = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A competence as the record names it; ``level`` is empty where it is not rated."""

    reference: str
    title: str
    level: str
    criteria: tuple[str, ...]
    evidence: tuple[str, ...]


@click.command()
@click.argument("learner", required=False)
@click.option("--assessor", metavar="ID", help="Who assesses: a person, or self.")
@click.option("--moment", metavar="M", help="formative, interim or summative.  [default: formative]")
@click.option(
    "--result",
    "results",
    multiple=True,
    metavar="REF=LEVEL",
    help="As bakery/dough=independent; may be repeated.",
)
@date_option
@options.portfolios()
def assessment(
    *,
    learner: str | None,
    assessor: str | None,
    moment: str | None,
    results: tuple[str, ...],
    date: dt.date | None,
    portfolios: Path | None,
) -> int:
    """Add an assessment of LEARNER.

    What is not rated stands in the record as a comment, to be filled in or left out.
    """
    here = place(portfolios)
    ask = here.questions
    ask.require({"LEARNER": learner, "--assessor": assessor, "--result": results})
    folder = here.learner(learner)
    day = date or here.today
    assessor = ask.choice(say("Who assesses?"), _assessors(here, folder, day), assessor)
    spoken = translations.load(here.language).gettext
    moments = {one.value: labels.label(one, spoken) for one in Moment}
    moment = ask.choice(say("When in the placement?"), moments, moment, default=Moment.FORMATIVE.value)
    rated = _rated(here, folder, results, day)
    plan = folder.plan_on(day)
    running = any(one.data.start <= day <= one.data.end for one in folder.agreements.values())
    who = assessor if assessor == SELF else assessor.partition("-")[0]
    file = here.write(
        here.free(f"learners/{folder.id}/assessments", dated(day, who)),
        "assessment.yml",
        date=day,
        assessor=assessor,
        moment=moment,
        phase=(Phase.DURING if running or not folder.agreements else Phase.AFTER).value,
        plan_version=plan.data.version if plan else None,
        results=[one for one in rated if one.level],
        others=[one for one in rated if not one.level],
        levels=list(_levels(here)),
    )
    return here.tell(file)


def _assessors(here: Place, folder: LearnerFolder, day: dt.date) -> dict[str, str]:
    """The learner, those of the agreements, then everyone else with a role on the day."""
    people = here.loaded.project.people
    agreed = [one for record in folder.agreements.values() for one in (record.data.mentor, record.data.coach)]
    others = [one for one, record in people.items() if record.data.roles_on(day)]
    known = dict.fromkeys(one for one in (*agreed, *others) if one in people)
    names = {one: here.words(people[one].data.name) for one in known}
    return {SELF: here.questions.told(say("the learner")), **names}


def _levels(here: Place) -> dict[str, str]:
    return {one.code: here.words(one.label) for one in here.loaded.project.school.data.levels}


def _rated(here: Place, folder: LearnerFolder, given: tuple[str, ...], day: dt.date) -> list[Rated]:
    """Every competence of the learner, with its level where one was given or chosen."""
    titles, levels, ask = competences_of(here, folder, day), _levels(here), here.questions
    found = {}
    for one in given:
        reference, _, level = one.partition("=")
        reference = ask.choice(say("Which competence?"), titles, reference)
        found[reference] = ask.choice(say("Which level?"), levels, level)
    if not given:
        skip = {SKIP: ask.told(say("not now"))}
        while not found:
            for reference, title in titles.items():
                level = ask.choice(
                    say("At which level: {title}?", title=title), {**levels, **skip}, default=SKIP
                )
                if level != SKIP:
                    found[reference] = level
    return [
        _one(here, folder, reference, title, found.get(reference, "")) for reference, title in titles.items()
    ]


def _one(here: Place, folder: LearnerFolder, reference: str, title: str, level: str) -> Rated:
    competence = here.loaded.project.competence(reference)
    return Rated(
        reference=reference,
        title=title,
        level=level,
        criteria=tuple(one.code for one in competence.criteria) if competence else (),
        evidence=tuple(
            one for one, record in folder.evidence.items() if reference in record.data.competences
        ),
    )
