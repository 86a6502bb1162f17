"""`bekwaam build`: the site, as `mkdocs build` makes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.asking import asked, config_file
from bekwaam.cli.output import Output, complain
from bekwaam.mkdocs_plugin.building import CannotBuild, build


@click.command()
@options.portfolios()
@options.audience()
@options.learners()
@options.as_of()
@click.option("--pdf/--no-pdf", default=None, help="With or without PDFs.")
@click.option("--site-dir", type=click.Path(path_type=Path), metavar="DIR", help="Where the site goes.")
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
@click.option("--keep-going", is_flag=True, help="Publish without the learners whose records have errors.")
@click.pass_obj
def command(
    output: Output,
    *,
    portfolios: Path | None,
    audience: str | None,
    learners: tuple[str, ...],
    as_of: dt.date | None,
    pdf: bool | None,
    site_dir: Path | None,
    strict: bool,
    keep_going: bool,
) -> int:
    """Build the site: check all records, and make pages and PDFs for one audience.

    The new site takes the place of the old one only when it is complete.
    """
    wanted = replace(asked(output, portfolios, audience, learners, as_of, pdf), keep_going=keep_going)
    try:
        folder = build(
            wanted,
            config_file(),
            site_dir.absolute() if site_dir else None,
            strict=strict,
            quiet=output.quiet,
        )
    except CannotBuild as stop:
        complain(str(stop))
        return 1 if stop.of_the_records else 2
    click.echo(folder)
    return 1 if wanted.left_out else 0
