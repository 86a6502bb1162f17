"""`bekwaam export learner`: a learner's own part, to take along."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import click

from bekwaam import project, source
from bekwaam.cli import options
from bekwaam.cli.export.fresh_folder import copy_file, copy_regular, fresh_folder
from bekwaam.cli.export.past import RECORDS, Past, add_history, find_past, with_address
from bekwaam.cli.new.place import put, put_schemas
from bekwaam.cli.output import Output, complain
from bekwaam.cli.refusing import Refused, Stopped, require_records
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import say
from bekwaam.export.own_part import own_part
from bekwaam.export.yaml_records import written
from bekwaam.mkdocs_plugin.options import unknown_learner
from bekwaam.model.media import school_files
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.project import Loaded
from bekwaam.provenance.git import GitFailed
from bekwaam.rendering import translations
from bekwaam.rendering.scaffolds import scaffold
from bekwaam.source import SourceFile

_SCAFFOLDS = (
    ("mkdocs.yml", "own-mkdocs.yml"),
    ("README.md", "own-README.md"),
    ("docs/index.md", "own-index.md"),
    (".gitignore", "gitignore"),
)


@click.command()
@click.argument("learner_id", metavar="ID")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    required=True,
    help="A folder that does not exist yet, or is empty.",
)
@click.option(
    "--with-history", is_flag=True, help="Make it a git repository, with its own part of the history."
)
@options.portfolios()
@click.pass_obj
def learner(
    output: Output, *, learner_id: str, folder: Path, with_history: bool, portfolios: Path | None
) -> int:
    """Give a learner their own part: their folder, and what it needs of the school to stand by itself.

    DIR then checks and builds without the school. Nothing of other learners is in it. In the history
    each commit says only which files it changed; others than the learner have no real address in it.
    """
    today = dt.date.today()
    chosen = settings(portfolios).options
    root = chosen.portfolios
    require_records(root)
    if folder.resolve().is_relative_to(root.resolve()):
        raise Refused(say("What a learner takes along has no place among the school's records."))
    loaded = project.load(root, chosen.as_of)
    found = loaded.project.learners.get(learner_id)
    language = loaded.project.school.data.first_language
    spoken = translations.load(translations.spoken_language(os.environ, language)).gettext
    if found is None:
        raise click.UsageError(unknown_learner(learner_id, loaded.project.learners).render(spoken))
    for record in (found.learner, loaded.project.school):
        if record.stand_in:
            wrong = say(
                "{file} is missing or not right: “bekwaam validate” tells more.", file=root / record.path
            )
            raise click.UsageError(wrong.render(spoken))
    try:
        past = find_past(root, found) if with_history else None
        with fresh_folder(folder) as new:
            left = _write(new, loaded, found, chosen.as_of if chosen.as_of != today else None, past)
            if past is not None:
                commits = add_history(new, past, loaded.project, found, today)
                output.remark(say("Commits in the history: {number}", number=commits).render(spoken))
    except GitFailed as failure:
        raise Stopped(say("git failed: {reason}", reason=failure)) from failure
    for one in left:
        output.remark(say("{file} is no ordinary file, and stays behind.", file=one).render(spoken))
    click.echo(folder.as_posix())
    mine = [one for one in loaded.diagnostics if _is_mine(one.path, learner_id) and one.code[0] == "E"]
    if mine:
        taken = say(
            "the learner's records have {errors} errors, taken along as they are: see “bekwaam validate”",
            errors=len(mine),
        )
        complain(taken.render(spoken))
        return 1
    return 0


def _write(
    new: Path, loaded: Loaded, found: LearnerFolder, as_of: dt.date | None, past: Past | None
) -> list[str]:
    """Write everything; gives the files that were left out. ``as_of`` where the school pins a day."""
    root, school = loaded.root, loaded.project
    language = school.school.data.first_language
    name = found.learner.data.name
    shown = name.pick(language, language) if name else found.learner.data.pseudonym
    for path, template in _SCAFFOLDS:
        text = scaffold(template, language, name=shown, id=found.id, as_of=as_of)
        put(new / path, text)

    def read(record: Record[Any]) -> dict[str, Any]:
        file = SourceFile(path=record.path, kind=record.kind, id=record.id, learner=record.learner)
        return dict(source.read(root, file).data or {})

    for path, data in own_part(school, found, read).items():
        kept = with_address(path, data) if past else data
        put(new / RECORDS / path, written(kept).decode())
    for file in school_files(school):
        if file in school.media:
            copy_file(root / school.media[file].path, new / RECORDS / file)
    put_schemas(new)
    home = f"learners/{found.id}"
    return copy_regular(root / home, new / RECORDS / home)


def _is_mine(path: str, learner_id: str) -> bool:
    return path.startswith(f"learners/{learner_id}/")
