"""`bekwaam report`: a year in figures, to share outside the school."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.output import Output, complain
from bekwaam.cli.printing import CannotPrintOne, print_report
from bekwaam.cli.refusing import require_records
from bekwaam.cli.settings import settings
from bekwaam.model.audience import Audience


@click.command()
@click.argument("cycle", required=False, metavar="[CYCLE]")
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
    cycle: str | None,
    language: str | None,
    file: Path,
    portfolios: Path | None,
    as_of: dt.date | None,
) -> int:
    """Print the report about CYCLE, or about the last one that was closed, to a PDF.

    It holds totals, trends, and the subjects of actions: no people and no small groups. So it can be shared
    with other schools. Only a closed cycle has one: see “bekwaam cycle close”.
    """
    chosen = settings(portfolios, as_of, Audience.TEAM.value)
    require_records(chosen.options.portfolios)
    try:
        remarks = print_report(chosen, cycle, language, file)
    except CannotPrintOne as stop:
        complain(str(stop))
        return 1 if stop.of_the_records else 2
    for remark in remarks:
        output.remark(remark)
    click.echo(file)
    return 0
