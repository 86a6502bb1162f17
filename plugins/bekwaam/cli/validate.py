"""`bekwaam validate`: every finding of every record, or of those named."""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from bekwaam import project
from bekwaam.cli import options
from bekwaam.cli.output import Output
from bekwaam.cli.settings import settings
from bekwaam.diagnostics.json_report import write_json
from bekwaam.mkdocs_plugin import findings
from bekwaam.project import Loaded
from bekwaam.rendering import translations

FORMATS = ("text", "json")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH ...]")
@options.portfolios()
@options.as_of()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.pass_obj
def command(
    output: Output,
    *,
    paths: tuple[Path, ...],
    portfolios: Path | None,
    as_of: dt.date | None,
    form: str,
    strict: bool,
) -> int:
    """Check all records, and say what is wrong, where, and how to mend it.

    With PATHs only what stands in those files and folders is told; the rules still see the whole
    school.
    """
    chosen = settings(portfolios, as_of).options
    if not chosen.portfolios.is_dir():
        raise click.UsageError(f"There is no folder {chosen.portfolios}. Start with “bekwaam new school”.")
    loaded = project.load(chosen.portfolios, as_of=chosen.as_of)
    if paths:
        kept = tuple(one for one in loaded.diagnostics if _is_named(loaded, one.path, paths))
        loaded = replace(loaded, diagnostics=kept, files=_count(loaded, paths))
    if loaded.diagnostics or form != "text" or not output.quiet:
        click.echo(_written(loaded, form))
    return 1 if loaded.errors or (strict and loaded.warnings) else 0


def _written(loaded: Loaded, form: str) -> str:
    language = findings.spoken_language(os.environ, loaded.project.school.data.first_language)
    here = Path.cwd()
    if form == "text":
        colour = findings.colours(os.environ, sys.stdout)
        return findings.report(loaded, language, colour=colour, standing_in=here)
    translate = translations.load(language).gettext
    root = loaded.root.resolve()
    return write_json(
        loaded.diagnostics,
        loaded.files,
        translate,
        lambda path: Path(os.path.relpath(root / path, here)).as_posix(),
    )


def _is_named(loaded: Loaded, path: str, named: tuple[Path, ...]) -> bool:
    file = loaded.root.resolve() / path
    return any(file.is_relative_to(one.resolve()) for one in named)


def _count(loaded: Loaded, named: tuple[Path, ...]) -> int:
    return sum(_is_named(loaded, path, named) for path in loaded.paths)
