"""`bekwaam codeowners`: who has to look at which change, for the code host."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import click

from bekwaam import project
from bekwaam.cli import options
from bekwaam.cli.codeowners_dialects import FILES, codeowners
from bekwaam.cli.output import complain
from bekwaam.cli.ownership import ownerships
from bekwaam.cli.refusing import require_records
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import say
from bekwaam.project import Loaded
from bekwaam.provenance.git import find
from bekwaam.rendering import translations
from bekwaam.rendering.writing import write_whole


@click.command()
@options.portfolios()
@options.as_of()
@click.option(
    "--host",
    type=click.Choice(tuple(FILES)),
    default="github",
    show_default=True,
    help="Each reads the file in its own way.",
)
@click.option(
    "--technical",
    multiple=True,
    metavar="WHO",
    help="Who looks after settings and pipelines: a person, @account, @organisation/team or an e-mail"
    " address; may be repeated.  [default: who answers for the school]",
)
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to this file, such as .github/CODEOWNERS.  [default: standard output]",
)
@click.option("--check", is_flag=True, help="Write nothing: exit with 1 where the file is not up to date.")
def command(
    *,
    portfolios: Path | None,
    as_of: dt.date | None,
    host: str,
    technical: tuple[str, ...],
    file: Path | None,
    check: bool,
) -> int:
    """Write CODEOWNERS: assessments ask for mentor and coach, decisions for the school.

    People are named by the account in their record, else by their first e-mail address, by which
    GitHub and GitLab know them. Forgejo takes accounts only.
    """
    chosen = settings(portfolios, as_of).options
    root = chosen.portfolios
    require_records(root)
    loaded = project.load(root, as_of=chosen.as_of)
    spoken = translations.spoken_language(os.environ, loaded.project.school.data.first_language)
    translate = translations.load(spoken).gettext
    if loaded.errors:
        missing = say(
            "the records have {errors} errors, so owners may be missing: see “bekwaam validate”",
            errors=loaded.errors,
        )
        complain(missing.render(translate))
    git = find(root)
    top = git.work_tree if git else Path.cwd()
    text = owners_of(loaded, host, technical, top, chosen.as_of)
    if check:
        wanted = file or top / FILES[host]
        if not wanted.is_file() or wanted.read_text(encoding="utf-8", errors="replace") != text:
            shown = Path(os.path.relpath(wanted)).as_posix()
            old = say("{file} is not up to date: write it again with -o", file=shown)
            complain(old.render(translate))
            return 1
    elif file is None:
        click.echo(text, nl=False)
    else:
        write_whole(file.absolute(), text.encode())
    return 1 if loaded.errors else 0


def owners_of(loaded: Loaded, host: str, technical: tuple[str, ...], top: Path, day: dt.date) -> str:
    """CODEOWNERS for the repository whose top is ``top``, with the agreements that run on a day."""
    prefix = Path(os.path.relpath(loaded.root.resolve(), top.resolve())).as_posix()
    found = tuple(ownerships(loaded.project, day))
    return codeowners(host, found, technical, loaded.project.people, "" if prefix == "." else f"{prefix}/")
