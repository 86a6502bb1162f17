"""`bekwaam merge`: one site from the parts that several machines made."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.asking import asked, config_file
from bekwaam.cli.build import build_site
from bekwaam.cli.output import Output
from bekwaam.cli.refusing import Refused
from bekwaam.cli.settings import settings
from bekwaam.mkdocs_plugin.options import WrongOption, message_of
from bekwaam.mkdocs_plugin.shards import fits, read_parts, take_in
from bekwaam.model.audience import Audience


@click.command()
@click.argument("parts", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PART ...")
@options.portfolios()
@click.option("-o", "--site-dir", type=click.Path(path_type=Path), metavar="DIR", help="Where the site goes.")
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
@click.pass_obj
def command(
    output: Output,
    *,
    parts: tuple[Path, ...],
    portfolios: Path | None,
    site_dir: Path | None,
    strict: bool,
) -> int:
    """Build the site from PARTs, made with “bekwaam build --shard”.

    The site is the same, byte for byte, as when one machine builds all of it. The parts say for whom
    it is, and on which day; they must be made from the same records as lie here.
    """
    try:
        part = read_parts(parts)
        audience, day = Audience(part.audience), dt.date.fromisoformat(part.as_of)
        chosen = settings(portfolios, day, audience.value)
        fits(part, chosen.options)
        take_in(parts, audience, config_file().parent / ".cache" / "bekwaam")
    except WrongOption as wrong:
        raise Refused(message_of(wrong)) from None
    wanted = asked(output, portfolios, audience.value, (), day, None)
    return build_site(output, wanted, site_dir, strict=strict)
