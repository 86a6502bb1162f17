"""`bekwaam export table`: records as tables for spreadsheets and notebooks."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import click

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.cli import options
from bekwaam.cli.export.fresh_folder import fresh_folder
from bekwaam.cli.output import Output, complain
from bekwaam.cli.refusing import Refused, require_records
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import nearest, say
from bekwaam.export.school_tables import NAMES, tables
from bekwaam.export.table_files import NoParquet, csv_files, parquet_files
from bekwaam.model.audience import Audience
from bekwaam.rendering import translations


def _kinds(_context: click.Context, _parameter: click.Parameter, asked: tuple[str, ...]) -> tuple[str, ...]:
    for one in asked:
        if one not in NAMES:
            meant = nearest(one, NAMES)
            if meant:
                raise Refused(
                    say("There are no tables of “{kind}”. Did you mean “{meant}”?", kind=one, meant=meant)
                )
            raise Refused(
                say("There are no tables of “{kind}”. There are: {names}.", kind=one, names=tuple(NAMES))
            )
    return asked


@click.command()
@click.argument("kinds", nargs=-1, metavar="[KIND ...]", callback=_kinds)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    required=True,
    help="A folder that does not exist yet, or is empty.",
)
@click.option("--format", "form", type=click.Choice(("csv", "parquet")), default="csv", show_default=True)
@click.option("--audience", metavar="A", help="For whom: team, handover or public.  [default: team]")
@options.portfolios()
@options.as_of()
@click.pass_obj
def table(
    output: Output,
    *,
    kinds: tuple[str, ...],
    folder: Path,
    form: str,
    audience: str | None,
    portfolios: Path | None,
    as_of: dt.date | None,
) -> int:
    """Write tables of all records, or of each KIND: `evidence`, `assessment`, `status` ...

    One table for each kind, and one for each list in its records, such as an assessment's results.
    """
    chosen = settings(portfolios, as_of, audience or Audience.TEAM.value).options
    root = chosen.portfolios
    require_records(root)
    if folder.resolve().is_relative_to(root.resolve()):
        raise Refused(say("Tables have no place among the records."))
    loaded = project.load(root, as_of=chosen.as_of)
    spoken = translations.spoken_language(os.environ, loaded.project.school.data.first_language)
    translate = translations.load(spoken).gettext
    gated = restrict(loaded.project, loaded.statuses, chosen.audience, chosen.as_of)
    found = tables(gated, kinds)
    try:
        files = csv_files(found) if form == "csv" else parquet_files(found)
    except NoParquet:
        raise Refused(
            say("Parquet needs a library that is not installed: “pip install 'bekwaam[parquet]'”.")
        ) from None
    with fresh_folder(folder) as new:
        for name, content in files.items():
            (new / name).write_bytes(content)
    if chosen.audience is Audience.TEAM:
        personal = say(
            "These tables hold personal data: keep them in the team, and throw them away after use."
        )
        output.remark(personal.render(translate))
    click.echo(folder.as_posix())
    if loaded.errors:
        broken = say(
            "the records have {errors} errors; what is broken is left out: see “bekwaam validate”",
            errors=loaded.errors,
        )
        complain(broken.render(translate))
        return 1
    return 0
