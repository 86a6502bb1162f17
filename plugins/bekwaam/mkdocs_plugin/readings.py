"""One reading of the records for a build: what was asked for, what is in them, and what of it is shown."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from bekwaam.mkdocs_plugin.asked import ASKED
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.loading import load
from bekwaam.mkdocs_plugin.options import Given, Options, first_of, from_environment, settle
from bekwaam.project import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The options of a build, all records, and what its audience may see of them."""

    options: Options
    loaded: Loaded
    content: Content


def read(config: MkDocsConfig, configured: Given, folder: Path, cache: Path, *, preview: bool) -> Reading:
    """Settle what is asked for, and read the records for it.

    Args:
        config: MkDocs' own settings.
        configured: ours.
        folder: where `mkdocs.yml` stands.
        cache: our own folder for what may be made again.
        preview: whether this is for the live server, which prints no documents unless asked to.

    Raises:
        StoppedByRecords: where the records have errors; the report is then on standard error.
        WrongOption: where an option cannot be used.
    """
    asked_for = first_of(ASKED.get().given, from_environment(os.environ, Path.cwd()))
    options = settle(asked_for, configured, os.environ, folder)
    options = options.for_preview() if preview else options
    content, loaded = load(options, config, cache)
    return Reading(options=options, loaded=loaded, content=content)
