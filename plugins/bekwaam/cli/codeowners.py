"""`bekwaam codeowners`: who has to look at which change, for the code host."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from bekwaam import project
from bekwaam.cli import options
from bekwaam.cli.output import complain
from bekwaam.cli.settings import settings
from bekwaam.model.project import LearnerFolder, Project
from bekwaam.model.roles import Role
from bekwaam.provenance.git import find
from bekwaam.rendering.writing import write_whole

_HEAD = """\
# Written by `bekwaam codeowners`; write it again when agreements or people change.
# The last line that fits a file counts. Protect the main branch and ask for a review by
# owners: without that this file asks for nothing.
"""
_OF_THE_SCHOOL = ("people/", "organisations/", "frameworks/", "school.yml", "quality/")


@click.command()
@options.portfolios()
@options.as_of()
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to this file, such as .github/CODEOWNERS.  [default: standard output]",
)
def command(*, portfolios: Path | None, as_of: dt.date | None, file: Path | None) -> int:
    """Write CODEOWNERS: assessments ask for mentor and coach, decisions for the school.

    People are named by their first e-mail address, by which GitHub and GitLab know them. Forgejo
    takes no addresses but names of accounts, which records do not hold.
    """
    chosen = settings(portfolios, as_of).options
    root = chosen.portfolios
    if not root.is_dir():
        raise click.UsageError(f"There is no folder {root}. Start with “bekwaam new school”.")
    loaded = project.load(root, as_of=chosen.as_of)
    if loaded.errors:
        complain(f"the records have {loaded.errors} errors, so owners may be missing: see “bekwaam validate”")
    git = find(root)
    top = git.work_tree if git else Path.cwd()
    prefix = Path(os.path.relpath(root.resolve(), top.resolve())).as_posix()
    text = _HEAD + "".join(f"{row}\n" for row in _rows(loaded.project, prefix, chosen.as_of))
    if file is None:
        click.echo(text, nl=False)
    else:
        write_whole(file.absolute(), text.encode())
    return 1 if loaded.errors else 0


def _rows(school: Project, prefix: str, day: dt.date) -> Iterator[str]:
    start = "/" if prefix == "." else f"/{prefix}/"
    responsible = [
        one for one, record in school.people.items() if Role.SCHOOL_RESPONSIBLE in record.data.roles_on(day)
    ]
    deciders = list(dict.fromkeys([school.school.data.responsible, *responsible]))
    yield ""
    for path in ("/mkdocs.yml", "/.gitattributes", *(start + one for one in _OF_THE_SCHOOL)):
        yield _row(school, path, deciders)
    for id_, folder in school.learners.items():
        yield ""
        home = f"{start}learners/{id_}/"
        guides = _guides(folder, day)
        yield _row(school, f"{home}assessments/", guides)
        yield _row(school, f"{home}agreements/", guides)
        yield _row(school, f"{home}plans/", guides)
        yield _row(school, f"{home}decisions/", deciders)
        yield _row(school, f"{home}learner.yml", deciders)


def _guides(folder: LearnerFolder, day: dt.date) -> list[str]:
    """Mentors and coaches of the agreements that run, else of all."""
    agreements = [one.data for one in folder.agreements.values()]
    running = [one for one in agreements if one.start <= day <= one.end]
    return [
        person
        for one in running or agreements
        for person in (one.mentor, one.coach, *sorted(one.mentors | one.coaches))
    ]


def _row(school: Project, path: str, people: Iterable[str | None]) -> str:
    addresses = []
    for one in dict.fromkeys(people):
        record = school.people.get(one) if one else None
        if record is not None and record.data.emails:
            addresses.append(record.data.emails[0])
    escaped = path.replace("\\", "\\\\").replace(" ", "\\ ")
    if not addresses:
        return f"# {escaped}: nobody with an address"
    return f"{escaped} {' '.join(dict.fromkeys(addresses))}"
