"""Writes our pages into the site, learner by learner, each forgotten as soon as it is written."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.dependencies import Dependencies
from bekwaam.mkdocs_plugin.frames import Frames, address
from bekwaam.mkdocs_plugin.pages import refuse_taken
from bekwaam.mkdocs_plugin.searching import Search
from bekwaam.mkdocs_plugin.shelf import Note, Shelf, digest_of
from bekwaam.site.learners import Row
from bekwaam.site.page import Page
from bekwaam.site.pages import Share


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

    def write_all(self, content: Content, shelf: Shelf, memory: Path) -> None:
        """Write every page, or take it from the shelf.

        Raises:
            WrongOption: where the site's own files already have a page at one of our addresses.
        """
        rows: list[Row | None] = []
        sample = content.sample()
        first = {sample: content.share(sample)} if sample else {}
        # One page of each kind stands for all: repeated frames would only repeat the digest.
        samples = {page.kind: page for share in first.values() for page in share.pages}
        settled = self.frames.settle(samples.values())
        dependencies = None
        if settled is not None:
            settings = (settled, *content.settings(), self.config.site_url, self.config.use_directory_urls)
            dependencies = Dependencies(content.gated, content.root, memory, *settings)
        shelf.open(self.site, [f"learners/{key}/" for key in content.school.learners])
        for key in content.school.learners:
            uri = f"learners/{key}/"
            name = dependencies.of(key) if dependencies and key not in first else ""
            note = shelf.take(name, uri, self.site)
            if note is not None and self._take(note, content.pictures.cache):
                rows.append(row_from(note["row"], content.pictures.cache))
                continue
            unreadable = len(content.pictures.unreadable)
            share = first.pop(key, None) or content.share(key)
            rows.append(share.row)
            made = self._make(share, uri)
            if name and made["files"] and unreadable == len(content.pictures.unreadable):
                shelf.note(name, uri, made)
        if dependencies is not None:
            dependencies.remember()
        of_school = content.pages_of_school([one for one in rows if one is not None])
        for page in (*of_school, *content.checks_elsewhere()):
            self._write(page)

    def _make(self, share: Share, uri: str) -> Note:
        """Write a learner's pages; gives the note to keep of them."""
        start = len(self.search.entries)
        digests = {page.uri: digest_of(self._write(page)) for page in share.pages}
        own = [page for page in share.pages if page.uri.startswith(uri)]
        others = [page for page in share.pages if not page.uri.startswith(uri)]
        return {
            "files": {f"{page.uri.removeprefix(uri)}index.html": digests[page.uri] for page in own},
            "pages": [page.uri for page in own],
            "listed": [page.uri for page in own if page.search],
            "entries": self.search.entries[start:],
            "shown": _names({path: file for page in share.pages for path, file in page.files.items()}),
            "others": [{**dataclasses.asdict(page), "files": {}} for page in others],
            "row": share.row and {**dataclasses.asdict(share.row), "files": _names(share.row.files)},
        }

    def _take(self, note: Note, media: Path) -> bool:
        """Count in what was kept of a learner; False where a picture is not kept any more."""
        shown = {path: media / name for path, name in note["shown"].items()}
        if not all(file.is_file() for file in shown.values()):
            return False
        self.shown.update(shown)
        self.written.update(note["pages"])
        self.addresses.extend(address(self.config, uri) for uri in note["listed"])
        self.search.entries.extend(note["entries"])
        for page in note["others"]:
            self._write(Page(**page))
        return True

    def _write(self, page: Page) -> bytes:
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
        return finished


def _names(files: Mapping[str, Path]) -> dict[str, str]:
    return {path: file.name for path, file in files.items()}


def row_from(kept: Note | None, media: Path) -> Row | None:
    """A learner's row in the overview, from what was kept of it."""
    if kept is None:
        return None
    return Row(
        html=kept["html"],
        programme=(kept["programme"][0], kept["programme"][1]),
        cohort=kept["cohort"],
        status=(kept["status"][0], kept["status"][1]),
        asked=tuple(kept["asked"]),
        files={path: media / name for path, name in kept["files"].items()},
    )
