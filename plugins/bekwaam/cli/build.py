"""`bekwaam build`: the site, as `mkdocs build` makes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.asking import asked, config_file
from bekwaam.cli.output import Output, complain
from bekwaam.cli.refusing import Refused
from bekwaam.cli.revisions import revisions
from bekwaam.cli.settings import Settings, settings
from bekwaam.cli.sharing import make_part
from bekwaam.diagnostics import say
from bekwaam.mkdocs_plugin.asked import Asked
from bekwaam.mkdocs_plugin.building import CannotBuild, build
from bekwaam.mkdocs_plugin.options import WrongOption, message_of
from bekwaam.mkdocs_plugin.shards import parse_shard


@click.command()
@options.portfolios()
@options.audience()
@options.learners()
@options.as_of()
@click.option("--pdf/--no-pdf", default=None, help="With or without PDFs.")
@click.option("--site-dir", type=click.Path(path_type=Path), metavar="DIR", help="Where the site goes.")
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
@click.option("--at", metavar="REV", help="The records as they are in this commit; nothing is checked out.")
@click.option("--scheduler", metavar="ADDRESS", help="Print the documents on the Dask cluster at ADDRESS.")
@click.option("--shard", metavar="I/N", help="Only one part of N, for “bekwaam merge” to put together.")
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
    at: str | None,
    scheduler: str | None,
    shard: str | None,
    keep_going: bool,
) -> int:
    """Build the site: check all records, and make pages and PDFs for one audience.

    The new site takes the place of the old one only when it is complete. With --at only the records
    are those of a commit: settings, pages and templates are those of the folder that you stand in.

    With --shard 2/4 only the documents and pictures of every fourth learner are made, into a folder of
    their own: the slow part of the work, which four machines can then do at the same time.
    """
    wanted = asked(output, portfolios, audience, learners, as_of, pdf)
    wanted = replace(wanted, keep_going=keep_going, scheduler=scheduler)
    if shard is not None:
        if learners or keep_going or strict or at or pdf is False:
            raise Refused(say("--shard cannot go with --learner, --keep-going, --strict, --at or --no-pdf."))
        return _part(output, wanted, settings(portfolios, as_of, audience), shard, site_dir)
    if at is None:
        return build_site(output, wanted, site_dir, strict=strict)
    with revisions(settings(portfolios).options.portfolios).laid_out(at, whole=True) as (root, _):
        given = replace(wanted.given, portfolios=root)
        return build_site(output, replace(wanted, given=given), site_dir, strict=strict)


def build_site(output: Output, wanted: Asked, site_dir: Path | None, *, strict: bool) -> int:
    """Build what is asked for, tell where it is or why not, and give the exit code."""
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


def _part(output: Output, wanted: Asked, chosen: Settings, text: str, folder: Path | None) -> int:
    try:
        shard = parse_shard(text)
    except WrongOption as wrong:
        raise Refused(message_of(wrong)) from None
    folder = (folder or Path(f"part-{shard.number}-of-{shard.of}")).absolute()
    try:
        for line in make_part(chosen, wanted, shard, folder):
            output.remark(line)
    except CannotBuild as stop:
        complain(str(stop))
        return 1 if stop.of_the_records else 2
    click.echo(folder)
    return 0
