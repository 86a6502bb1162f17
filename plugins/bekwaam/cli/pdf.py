"""`bekwaam pdf`: one document of one learner."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.output import Output, complain
from bekwaam.cli.printing import CannotPrintOne, print_one
from bekwaam.cli.settings import settings
from bekwaam.model.audience import Audience
from bekwaam.views.learner import DocumentKind

_FOR_HANDOVER = (DocumentKind.DESCRIPTION, DocumentKind.PORTFOLIO)


@click.command()
@click.argument("learner")
@click.option(
    "--document", type=click.Choice([kind.value for kind in DocumentKind]), required=True, help="Which one."
)
@click.option("--language", metavar="L", help="One of the school's languages.  [default: its first]")
@options.file()
@click.option(
    "--audience",
    metavar="A",
    help="For whom: team, handover or public.  [default: handover for a description or portfolio, else team]",
)
@options.portfolios()
@options.as_of()
@click.pass_obj
def command(
    output: Output,
    *,
    learner: str,
    document: str,
    language: str | None,
    file: Path,
    audience: str | None,
    portfolios: Path | None,
    as_of: dt.date | None,
) -> int:
    """Print one document of LEARNER to a PDF."""
    kind = DocumentKind(document)
    default = Audience.HANDOVER if kind in _FOR_HANDOVER else Audience.TEAM
    chosen = settings(portfolios, as_of, audience or default.value)
    try:
        remarks = print_one(chosen, learner, kind, language, file)
    except CannotPrintOne as stop:
        complain(str(stop))
        return 1 if stop.of_the_records else 2
    for remark in remarks:
        output.remark(remark)
    click.echo(file)
    return 0
