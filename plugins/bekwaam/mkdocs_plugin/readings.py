"""One reading of the records for a build: what was asked for, what is in them, and what of it is shown."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from bekwaam.audience.again import Again
from bekwaam.mkdocs_plugin.asked import ASKED
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.dependencies import program
from bekwaam.mkdocs_plugin.kept_records import InMemory, OnDisk
from bekwaam.mkdocs_plugin.loading import load
from bekwaam.mkdocs_plugin.options import Given, Options, first_of, from_environment, settle
from bekwaam.project import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The options of a build, all records, and what its audience may see of them."""

    options: Options
    loaded: Loaded
    content: Content


class Memory:
    """What one reading of a preview leaves for the next."""

    def __init__(self, cache: Path) -> None:
        """Nothing was read yet, but for what a build left in the cache."""
        self.keep = InMemory(OnDisk(cache / "records", program()))
        self.again = Again()


def read(
    config: MkDocsConfig, configured: Given, folder: Path, cache: Path, preview: Memory | None
) -> Reading:
    """Settle what is asked for, and read the records for it.

    Args:
        config: MkDocs' own settings.
        configured: ours.
        folder: where `mkdocs.yml` stands.
        cache: our own folder for what may be made again.
        preview: what the live server remembers, which prints no documents unless asked to; else None.

    Raises:
        StoppedByRecords: where the records have errors; the report is then on standard error.
        WrongOption: where an option cannot be used.
    """
    asked_for = first_of(ASKED.get().given, from_environment(os.environ, Path.cwd()))
    options = settle(asked_for, configured, os.environ, folder)
    options = options.for_preview() if preview else options
    keep, again = (preview.keep, preview.again) if preview else (None, None)
    content, loaded = load(options, config, cache, keep, again)
    return Reading(options=options, loaded=loaded, content=content)
