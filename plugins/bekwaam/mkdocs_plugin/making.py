"""Makes the pages of learners, in several processes where that pays, in an order that is always the same."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bekwaam.audience.withheld import shown_of_learner
from bekwaam.diagnostics import Message
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.forking import each
from bekwaam.mkdocs_plugin.frames import Frames
from bekwaam.mkdocs_plugin.needles import words_shown
from bekwaam.mkdocs_plugin.searching import Search
from bekwaam.mkdocs_plugin.shelf import Note
from bekwaam.site.page import Page
from bekwaam.site.pages import Share
from bekwaam.source import digest_of

LEAST = 24
"""Learners for whom it pays to copy this process."""
_TOGETHER = 4
"""Learners whose pages one process makes before it says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of a learner's pages: a note of what is written, and files that could not be read."""

    note: Note
    unreadable: Mapping[str, Message]


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Makes pages of one build, and writes them below ``site``."""

    content: Content
    frames: Frames
    search: Search
    site: Path

    def make(self, key: str) -> Made:
        """Make and write the pages of a learner."""
        unreadable = self.content.pictures.unreadable
        known = len(unreadable)
        note = self.write_share(key, self.content.share(key))
        return Made(note=note, unreadable=dict(list(unreadable.items())[known:]))

    def write(self, page: Page) -> bytes:
        """Write a page; gives what is in its file."""
        finished = self.frames.finish(page)
        folder = f"{self.site}/{page.uri}"
        try:
            file = open(f"{folder}index.html", "wb")  # noqa: SIM115, PTH123 - as fast as can be
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            file = open(f"{folder}index.html", "wb")  # noqa: SIM115, PTH123
        with file:
            file.write(finished)
        return finished

    def write_share(self, key: str, share: Share) -> Note:
        """Write the pages in a learner's folder; the note has those that stand elsewhere whole."""
        gated, uri = self.content.gated, f"learners/{key}/"
        own = [page for page in share.pages if page.uri.startswith(uri)]
        others = [page for page in share.pages if not page.uri.startswith(uri)]
        entries = [self.search.entry(page) for page in own]
        return {
            "files": {f"{one.uri.removeprefix(uri)}index.html": digest_of(self.write(one)) for one in own},
            "pages": [page.uri for page in own],
            "listed": [page.uri for page in own if page.search],
            "entries": [one for one in entries if one is not None],
            "shown": _names({path: file for page in share.pages for path, file in page.files.items()}),
            "others": [{**dataclasses.asdict(page), "files": {}} for page in others],
            "words": words_shown(shown_of_learner(gated, key)),
            "row": share.row and {**dataclasses.asdict(share.row), "files": _names(share.row.files)},
        }


def make_all(maker: Maker, keys: Sequence[str]) -> Iterator[Made]:
    """Make the pages of some learners; results come in the order of ``keys``."""
    return each(maker.make, keys, least=LEAST, together=_TOGETHER)


def _names(files: Mapping[str, Path]) -> dict[str, str]:
    return {path: file.name for path, file in files.items()}
