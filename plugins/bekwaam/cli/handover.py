"""`bekwaam handover`: the pack for a learner who moves on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.output import Output, complain
from bekwaam.cli.packing import CannotPack, pack
from bekwaam.cli.refusing import require_records
from bekwaam.cli.settings import settings
from bekwaam.model.audience import Audience


@click.command()
@click.argument("learner", metavar="ID")
@click.option(
    "-o",
    "--output",
    "place",
    type=click.Path(path_type=Path),
    required=True,
    metavar="DIR|FILE.zip",
    help="A new folder, or a new file whose name ends in .zip.",
)
@click.option("--language", metavar="L", help="One of the school's languages.  [default: its first]")
@options.portfolios()
@options.as_of()
@click.pass_obj
def command(
    output: Output,
    *,
    learner: str,
    place: Path,
    language: str | None,
    portfolios: Path | None,
    as_of: dt.date | None,
) -> int:
    """Make the pack that the learner ID takes to a next school or employer.

    In it are a cover with the goals that remain, the school's advice and an index of the evidence; the
    competence description; the portfolio; and an inventory with digests. Each is there as far as the
    learner's consents for a handover go, and the cover names what is held back and why.
    """
    chosen = settings(portfolios, as_of, Audience.HANDOVER.value)
    require_records(chosen.options.portfolios)
    try:
        remarks = pack(chosen, learner, language, place)
    except CannotPack as stop:
        for line in stop.lines:
            complain(line)
        return 1
    for remark in remarks:
        output.remark(remark)
    click.echo(place.as_posix())
    return 0
