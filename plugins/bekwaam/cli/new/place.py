"""The school that a new record goes into, and the writing of files that never overwrites one."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from bekwaam import project, source
from bekwaam.cli.new.questions import Questions
from bekwaam.cli.refusing import require_records
from bekwaam.cli.reporting import written
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import Diagnostic, say
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.model.text import Text
from bekwaam.project import Loaded
from bekwaam.rendering import translations
from bekwaam.rendering.scaffolds import scaffold
from bekwaam.schema import registry, validate

SCHEMAS = "schemas"
"""Where a school keeps the schemas for editors, beside `mkdocs.yml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A school, the folder that its `mkdocs.yml` is in, and how to ask."""

    root: Path
    home: Path
    loaded: Loaded
    today: dt.date
    questions: Questions

    @property
    def language(self) -> str:
        """The language of comments in records."""
        return self.loaded.project.school.data.first_language

    def words(self, text: Text) -> str:
        """A text in the school's first language."""
        return text.pick(self.language, self.language)

    def learner(self, given: str | None) -> LearnerFolder:
        """The learner that was named or chosen.

        Raises:
            click.UsageError: where there is no such learner, or none at all.
        """
        folders = self.loaded.project.learners
        if not folders:
            none = say("There is no learner yet: start with “bekwaam new learner”.")
            raise click.UsageError(self.questions.told(none))
        names = {one: _name(self, folder) for one, folder in folders.items()}
        folder = folders[self.questions.choice(say("Which learner?"), names, given)]
        self.must_be_read(folder.learner)
        return folder

    def must_be_read(self, record: Record[Any]) -> None:
        """Stop where a record that others build on is missing or wrong.

        Raises:
            click.UsageError: naming the record.
        """
        if record.stand_in:
            wrong = say(
                "{file} is missing or not right: “bekwaam validate” tells more.",
                file=_from_here(self.root / record.path),
            )
            raise click.UsageError(self.questions.told(wrong))

    def write(self, path: str, template: str, /, **values: object) -> Path:
        """Write a record; gives its file.

        Raises:
            click.UsageError: where the file exists, or what was given cannot stand in a record.
        """
        schema = _way_to_schema(path, self.root, self.home, template)
        text = scaffold(template, self.language, schema=schema, **values)
        self._refuse(text, path)
        file = self.root / path
        if not put(file, text):
            exists = say("{file} exists already; it stays as it is.", file=_from_here(file))
            raise click.UsageError(self.questions.told(exists))
        put_schemas(self.home)
        return file

    def tell(self, file: Path) -> int:
        """Say what is wrong with the new record beside others, which its own shape does not show."""
        loaded = project.load(self.root, self.today)
        path = file.relative_to(self.root).as_posix()
        kept = tuple(one for one in loaded.diagnostics if one.path == path)
        click.echo(_from_here(file))
        if kept:
            told = replace(loaded, diagnostics=kept, files=1)
            language = translations.spoken_language(os.environ, self.language)
            click.echo(written(told, "text", language=language, standing_in=Path.cwd()), err=True)
        return 1 if any(one.code.startswith("E") for one in kept) else 0

    def free(self, folder: str, stem: str) -> str:
        """A path for a record that does not exist yet: a number is added where it does."""
        number, name = 1, stem
        while any((self.root / folder / f"{name}{ending}").exists() for ending in (".yml", ".yaml")):
            number += 1
            name = f"{stem}-{number}"
        return f"{folder}/{name}.yml"

    def _refuse(self, text: str, path: str) -> None:
        for wrong in wrong_shape(text, path):
            raise click.UsageError(self.questions.told(wrong.message))


def place(portfolios: Path | None) -> Place:
    """The school in the folder that somebody stands in.

    Raises:
        click.UsageError: where there is none.
    """
    chosen = settings(portfolios)
    options = chosen.options
    require_records(options.portfolios)
    # What is added today is dated today, also where the site looks back from another day.
    today = dt.date.today()
    loaded = project.load(options.portfolios, today)
    language = translations.spoken_language(os.environ, loaded.project.school.data.first_language)
    root = options.portfolios.resolve()
    found = Place(
        root=root,
        home=chosen.config_file.resolve().parent if chosen.config_file else root.parent,
        loaded=loaded,
        today=today,
        questions=Questions(translations.load(language).gettext),
    )
    found.must_be_read(loaded.project.school)
    return found


def put(file: Path, text: str) -> bool:
    """Write a file that does not exist; False, and nothing done, where it does."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError:
        return False
    return True


def put_schemas(home: Path) -> None:
    """Put the schemas where the editor's line in each record looks for them, where they lack."""
    folder = home / SCHEMAS
    if not folder.exists():
        for one in sorted(registry.folder().glob("*.json")):
            put(folder / one.name, one.read_text(encoding="utf-8"))


def wrong_shape(text: str, path: str) -> Iterable[Diagnostic]:
    """What is wrong with a record by itself."""
    known = source.classify(path)
    reading = source.read_bytes(text.encode(), path)
    if reading.data is None or known is None:
        return reading.diagnostics
    return validate(known.kind, reading.data, path)


def _way_to_schema(path: str, root: Path, home: Path, template: str) -> str:
    return Path(
        os.path.relpath(home / SCHEMAS / f"{Path(template).stem}.schema.json", (root / path).parent)
    ).as_posix()


def _name(place: Place, folder: LearnerFolder) -> str:
    name = folder.learner.data.name
    return place.words(name) if name else folder.learner.data.pseudonym


def _from_here(file: Path) -> str:
    return Path(os.path.relpath(file)).as_posix()
