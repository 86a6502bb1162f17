"""`bekwaam checklist`: the questions of the guide on paper, to fill in with a pen."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.output import Output, complain
from bekwaam.cli.printing import CannotPrintOne, print_checklist
from bekwaam.cli.settings import settings
from bekwaam.model.agreement import LearningForm
from bekwaam.model.audience import Audience
from bekwaam.model.roles import Role


@click.command()
@click.option(
    "--form",
    type=click.Choice([one.value for one in LearningForm]),
    help="For one form of workplace learning.  [default: a form to choose on paper]",
)
@click.option(
    "--respondent",
    type=click.Choice([one.value for one in Role]),
    help="Only what this role can answer; a learner is asked in other words.  [default: everything]",
)
@click.option(
    "--language", metavar="L", help="One of the school's languages, or nl or en.  [default: its first]"
)
@options.file()
@options.portfolios()
@options.as_of()
@click.pass_obj
def command(
    output: Output,
    *,
    form: str | None,
    respondent: str | None,
    language: str | None,
    file: Path,
    portfolios: Path | None,
    as_of: dt.date | None,
) -> int:
    """Print the checklist of the guide's points, blank, to a PDF."""
    chosen = settings(portfolios, as_of, Audience.TEAM.value)
    try:
        remarks = print_checklist(
            chosen,
            LearningForm(form) if form else None,
            Role(respondent) if respondent else None,
            language,
            file,
        )
    except CannotPrintOne as stop:
        complain(str(stop))
        return 1 if stop.of_the_records else 2
    for remark in remarks:
        output.remark(remark)
    click.echo(file)
    return 0
