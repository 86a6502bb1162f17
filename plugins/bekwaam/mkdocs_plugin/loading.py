"""From options to the content of a build, or a stop that says why."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from bekwaam import project
from bekwaam.audience.again import Again
from bekwaam.diagnostics import Message, Severity, say
from bekwaam.mkdocs_plugin import findings
from bekwaam.mkdocs_plugin.asked import ASKED
from bekwaam.mkdocs_plugin.content import Content, gather
from bekwaam.mkdocs_plugin.dependencies import program
from bekwaam.mkdocs_plugin.kept_records import OnDisk
from bekwaam.mkdocs_plugin.options import Options, WrongOption
from bekwaam.mkdocs_plugin.reading_crew import reading_crew
from bekwaam.mkdocs_plugin.stopping import StoppedByRecords
from bekwaam.model.audience import Audience
from bekwaam.project import Keep, Loaded
from bekwaam.rendering import translations
from bekwaam.source import learner_of

_log = get_plugin_logger("bekwaam")


def load(
    options: Options,
    config: MkDocsConfig,
    cache: Path,
    keep: Keep | None = None,
    again: Again | None = None,
) -> tuple[Content, Loaded]:
    """Check the records and gather what an audience may see of them.

    What was found before is taken from ``keep``, or else from the cache: only what changed is read.
    ``again`` remembers what went through the gate in the last reading of a preview.

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
    keep = keep or OnDisk(cache / "records", program())
    with _without_collecting():
        loaded = project.load(options.portfolios, as_of=options.as_of, keep=keep, hire=reading_crew)
    if loaded.errors:
        options = _without_errors(loaded, options)
    if options.audience is Audience.HANDOVER and not options.learners:
        everyone = say(
            "This holds everyone who consents to a handover. For one receiver, say whom it is about:"
            " --learner ID, BEKWAAM_LEARNERS, or `learners:` in mkdocs.yml."
        )
        _log.warning(translated(everyone, spoken(loaded)))
    with _without_collecting():
        return gather(loaded, options, cache, keep, again), loaded


def _without_errors(loaded: Loaded, options: Options) -> Options:
    """Tell the errors; then leave out whom they are about, where that was asked for and is enough.

    Raises:
        StoppedByRecords: where the build cannot go on.
    """
    errors = tuple(one for one in loaded.diagnostics if one.severity is Severity.ERROR)
    colour = findings.colours(os.environ, sys.stderr)
    told = replace(loaded, diagnostics=errors)
    report = findings.report(told, spoken(loaded), colour=colour, standing_in=Path.cwd())
    sys.stderr.write(f"{report}\n")
    blamed = {learner_of(one.path) for one in errors}
    wanted = options.learners or tuple(loaded.project.learners)
    kept = tuple(one for one in wanted if one not in blamed)
    if not ASKED.get().keep_going or None in blamed or not kept:
        stopped = say("Nothing was built, because of the errors above.")
        if ASKED.get().keep_going and None in blamed:
            stopped = say("Nothing was built: some of the errors above are not about one learner.")
        raise StoppedByRecords(translated(stopped, spoken(loaded)))
    left_out = tuple(one for one in wanted if one in blamed)
    ASKED.get().left_out.extend(left_out)
    message = say(
        "LEFT OUT, because of the errors above: {learners}. The site is built without them.",
        learners=left_out,
    )
    sys.stderr.write(f"{translated(message, spoken(loaded))}\n")
    return replace(options, learners=kept)


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
    return translations.spoken_language(os.environ, loaded.project.school.data.first_language)


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
