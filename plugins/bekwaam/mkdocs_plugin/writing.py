"""Writes our pages into the site, learner by learner, each forgotten as soon as it is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.dependencies import Dependencies
from bekwaam.mkdocs_plugin.frames import Frames, address
from bekwaam.mkdocs_plugin.making import Maker, make_all
from bekwaam.mkdocs_plugin.pages import refuse_taken, taken
from bekwaam.mkdocs_plugin.searching import Search
from bekwaam.mkdocs_plugin.shelf import Note, Shelf
from bekwaam.site.learners import Row
from bekwaam.site.page import Page


@dataclass
class Writer:
    """Writes the pages of one build below ``site``.

    ``shown`` are the files that the pages turn out to show, by site path; ``addresses`` the full
    addresses of those that a search engine may list, where the site has a list of them.
    """

    site: Path
    frames: Frames
    config: MkDocsConfig
    files: Files
    search: Search
    shown: dict[str, Path] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)
    written: set[str] = field(default_factory=set)

    def write_all(
        self, content: Content, shelf: Shelf, memory: Path, meanwhile: Callable[[], None] | None
    ) -> None:
        """Write every page, or take it from the shelf; ``meanwhile`` is called after those of learners.

        Raises:
            WrongOption: where the site's own files already have a page at one of our addresses.
        """
        self._maker = Maker(content=content, frames=self.frames, search=self.search, site=self.site)
        self._taken = taken(self.files)
        self._lists = "sitemap.xml" in self.config.theme.static_templates
        keys = list(content.school.learners)
        notes = self._from_shelf(content, shelf, memory, keys)
        if meanwhile is not None:
            meanwhile()
        rows = [self._count(notes[key], content.pictures.cache) for key in keys]
        of_school = content.pages_of_school([one for one in rows if one is not None])
        for page in (*of_school, *content.checks_elsewhere()):
            self._write(page)

    def _from_shelf(
        self, content: Content, shelf: Shelf, memory: Path, keys: Collection[str]
    ) -> dict[str, Note]:
        """The notes of all learners, from the shelf or of pages that are made for it."""
        sample = content.sample()
        first = {sample: content.share(sample)} if sample else {}
        # One page of each kind stands for all: repeated frames would only repeat the digest.
        samples = {page.kind: page for share in first.values() for page in share.pages}
        settled = self.frames.settle(samples.values())
        dependencies = None
        if settled is not None:
            settings = (settled, *content.settings(), self.config.site_url, self.config.use_directory_urls)
            dependencies = Dependencies(
                content.gated, content.root, memory, *settings, digests=content.digests
            )
        names, notes = {}, {}
        kept = _names_in(content.pictures.cache)
        for key in keys:
            name = dependencies.of(key, content.beyond(key)) if dependencies and key not in first else ""
            note = shelf.take(name, f"learners/{key}/", self.site)
            if note is not None and kept.issuperset(note["shown"].values()):
                notes[key] = note
            else:
                names[key] = name
                shelf.drop(f"learners/{key}/", self.site)
        if dependencies is not None:
            dependencies.remember()
        for key, share in first.items():
            notes[key] = self._maker.write_share(key, share)
        missing = [key for key in names if key not in first]
        for key, made in zip(missing, make_all(self._maker, missing), strict=True):
            notes[key] = made.note
            content.pictures.unreadable.update(made.unreadable)
            if names[key] and made.note["files"] and not made.unreadable:
                shelf.note(names[key], f"learners/{key}/", made.note)
        return notes

    def _count(self, note: Note, media: Path) -> Row | None:
        """Count in what a note says of a learner; gives the row in the overview."""
        for uri in note["pages"]:
            self._refuse(uri)
        self.shown.update({path: media / name for path, name in note["shown"].items()})
        self.written.update(note["pages"])
        if self._lists:
            self.addresses.extend(address(self.config, uri) for uri in note["listed"])
        self.search.entries.extend(note["entries"])
        for page in note["others"]:
            self._write(Page(**page))
        return row_from(note["row"], media)

    def _write(self, page: Page) -> None:
        self._refuse(page.uri)
        self._maker.write(page)
        self.shown.update(page.files)
        self.written.add(page.uri)
        entry = self.search.entry(page)
        if entry is not None:
            self.search.entries.append(entry)
            if self._lists:
                self.addresses.append(address(self.config, page.uri))

    def _refuse(self, uri: str) -> None:
        if uri in self._taken:
            refuse_taken(self.files, uri, self.config)


def _names_in(folder: Path) -> set[str]:
    with suppress(OSError), os.scandir(folder) as entries:
        return {entry.name for entry in entries if entry.is_file()}
    return set()


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
