"""`bekwaam new self-evaluation`: the questions for a form and a role, to answer in a file."""

from __future__ import annotations

from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.new.place import Place, place
from bekwaam.diagnostics import say
from bekwaam.guide import guide_of
from bekwaam.model.agreement import LearningForm
from bekwaam.model.roles import Role
from bekwaam.rendering import labels, translations


@click.command("self-evaluation")
@click.argument("organisation", required=False)
@click.option("--cycle", metavar="ID", help="The cycle that it is about.  [default: the latest]")
@click.option("--form", metavar="FORM", help="The form of workplace learning: dual, internship, ...")
@click.option("--respondent", metavar="ROLE", help="Who answers: learner, mentor, coach, employer, ...")
@options.portfolios()
def self_evaluation(
    *,
    organisation: str | None,
    cycle: str | None,
    form: str | None,
    respondent: str | None,
    portfolios: Path | None,
) -> int:
    """Add a self-evaluation of ORGANISATION, with the questions as comments."""
    here = place(portfolios)
    ask = here.questions
    ask.require({"ORGANISATION": organisation, "--form": form, "--respondent": respondent})
    spoken = translations.load(here.language).gettext
    project = here.loaded.project
    names = {one: here.words(record.data.name) for one, record in project.organisations.items()}
    organisation = ask.choice(say("Which organisation?"), names, organisation)
    forms = {one.value: labels.label(one, spoken) for one in LearningForm}
    form = ask.choice(say("Which form of workplace learning?"), forms, form)
    roles = {one.value: labels.label(one, spoken) for one in Role}
    respondent = ask.choice(say("Who answers?"), roles, respondent)
    cycle = _cycle(here, cycle)
    asked = [
        (point.code, here.words(point.asked_of(Role(respondent))))
        for point in guide_of(project.school.data).points
        if point.is_asked(LearningForm(form), Role(respondent))
    ]
    file = here.write(
        here.free("quality/self-evaluations", f"{here.today:%Y-%m}-{organisation}-{respondent}"),
        "self-evaluation.yml",
        organisation=organisation,
        cycle=cycle,
        form=form,
        respondent=respondent,
        asked=asked,
    )
    return here.tell(file)


def _cycle(here: Place, given: str | None) -> str:
    """The cycle that was named or chosen.

    Raises:
        click.UsageError: where there is no such cycle, or none at all.
    """
    cycles = here.loaded.project.cycles
    if not cycles:
        none = say("There is no cycle yet: add one in `quality/cycles/`, with title, start and end.")
        raise click.UsageError(here.questions.told(none))
    titles = {one: here.words(record.data.title) for one, record in cycles.items()}
    latest = max(cycles, key=lambda one: (cycles[one].data.start, one))
    return here.questions.choice(say("Which cycle?"), titles, given, default=latest)
