"""Writes our pages into the site, learner by learner, each forgotten as soon as it is written."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.frames import Frames, address
from bekwaam.mkdocs_plugin.pages import refuse_taken
from bekwaam.mkdocs_plugin.searching import Search
from bekwaam.site.learners import Row
from bekwaam.site.page import Page


@dataclass
class Writer:
    """Writes the pages of one build below ``site``.

    ``shown`` are the files that the pages turn out to show, by site path; ``addresses`` the full
    addresses of those that a search engine may list.
    """

    site: Path
    frames: Frames
    config: MkDocsConfig
    files: Files
    search: Search
    shown: dict[str, Path] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)
    written: set[str] = field(default_factory=set)

    def write_all(self, content: Content) -> None:
        """Write every page.

        Raises:
            WrongOption: where the site's own files already have a page at one of our addresses.
        """
        rows: list[Row] = []
        for share in content.shares():
            for page in share.pages:
                self._write(page)
            if share.row is not None:
                rows.append(share.row)
        for page in content.pages_of_school(rows):
            self._write(page)

    def _write(self, page: Page) -> None:
        refuse_taken(self.files, page.uri, self.config)
        finished = self.frames.finish(page)
        folder = f"{self.site}/{page.uri}"
        try:
            file = open(f"{folder}index.html", "wb")  # noqa: SIM115, PTH123 - as fast as can be
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            file = open(f"{folder}index.html", "wb")  # noqa: SIM115, PTH123
        with file:
            file.write(finished)
        self.shown.update(page.files)
        self.written.add(page.uri)
        self.search.add(page)
        if page.search:
            self.addresses.append(address(self.config, page.uri))
