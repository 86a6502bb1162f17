"""From options to the content of a build, or a stop that says why."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from bekwaam import project
from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin import findings
from bekwaam.mkdocs_plugin.content import Content, gather
from bekwaam.mkdocs_plugin.options import Options, WrongOption
from bekwaam.mkdocs_plugin.stopping import StoppedByRecords
from bekwaam.project import Loaded
from bekwaam.rendering import translations


def load(options: Options, config: MkDocsConfig, cache: Path) -> tuple[Content, Loaded]:
    """Check the records and gather what an audience may see of them.

    Raises:
        StoppedByRecords: where the records have errors; the report is then on standard error.
        WrongOption: where an option cannot be used.
    """
    _keep_apart(options, config)
    if not options.portfolios.is_dir():
        missing = say(
            "There is no folder {folder}. Start with “bekwaam new school”.", folder=options.portfolios
        )
        raise WrongOption(missing)
    with _without_collecting():
        loaded = project.load(options.portfolios, as_of=options.as_of)
    if loaded.errors:
        colour = findings.colours(os.environ, sys.stderr)
        report = findings.report(loaded, spoken(loaded), colour=colour, standing_in=Path.cwd())
        sys.stderr.write(f"{report}\n")
        stopped = say("Nothing was built, because of the errors above.")
        raise StoppedByRecords(translated(stopped, spoken(loaded)))
    with _without_collecting():
        return gather(loaded, options, cache), loaded


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Make many objects that stay, without searching them for garbage again and again."""
    gc.unfreeze()  # what a preview made before may go
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def spoken(loaded: Loaded) -> str:
    """The language to speak to whoever builds."""
    return findings.spoken_language(os.environ, loaded.project.school.data.first_language)


def translated(message: Message, language: str) -> str:
    """A message in a language."""
    return message.render(translations.load(language).gettext)


def _keep_apart(options: Options, config: MkDocsConfig) -> None:
    """MkDocs copies what is in its docs_dir, and empties its site_dir."""
    records = options.portfolios.resolve()
    for name, other in (("docs_dir", config.docs_dir), ("site_dir", config.site_dir)):
        folder = Path(other).resolve()
        if records.is_relative_to(folder) or folder.is_relative_to(records):
            raise WrongOption(
                say(
                    "The records in {records} and MkDocs' {name} ({folder}) may not lie in each other.",
                    records=options.portfolios,
                    name=name,
                    folder=folder,
                )
            )
