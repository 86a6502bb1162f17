"""`bekwaam serve`: the site, live, as `mkdocs serve` shows it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.asking import asked, config_file
from bekwaam.cli.output import Output, complain
from bekwaam.mkdocs_plugin.building import CannotBuild, serve


@click.command()
@options.portfolios()
@options.audience()
@options.learners()
@options.as_of()
@click.option("--pdf/--no-pdf", default=None, help="With or without PDFs.  [default: without]")
@click.option("--address", metavar="HOST:PORT", help="Where to listen.  [default: 127.0.0.1:8000]")
@click.pass_obj
def command(
    output: Output,
    *,
    portfolios: Path | None,
    audience: str | None,
    learners: tuple[str, ...],
    as_of: dt.date | None,
    pdf: bool | None,
    address: str | None,
) -> int:
    """Show the site on this computer, and follow every change in the records."""
    wanted = asked(output, portfolios, audience, learners, as_of, pdf)
    try:
        serve(wanted, config_file(), address, quiet=output.quiet)
    except CannotBuild as stop:
        complain(str(stop))
        return 1 if stop.of_the_records else 2
    return 0
