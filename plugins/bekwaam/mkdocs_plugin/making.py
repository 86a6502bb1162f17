"""Makes the pages of learners, in several processes where that pays, in an order that is always the same."""

from __future__ import annotations

import dataclasses
import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from bekwaam.diagnostics import Message
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.forking import copies, do, processors
from bekwaam.mkdocs_plugin.frames import Frames
from bekwaam.mkdocs_plugin.searching import Search
from bekwaam.mkdocs_plugin.shelf import Note, digest_of
from bekwaam.mkdocs_plugin.workers import Crew
from bekwaam.site.page import Page
from bekwaam.site.pages import Share

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
        note = self.write_share(self.content.share(key), f"learners/{key}/")
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

    def write_share(self, share: Share, uri: str) -> Note:
        """Write the pages in a learner's folder; the note has those that stand elsewhere whole."""
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
            "row": share.row and {**dataclasses.asdict(share.row), "files": _names(share.row.files)},
        }


def make_all(maker: Maker, keys: Sequence[str]) -> Iterator[Made]:
    """Make the pages of some learners; results come in the order of ``keys``."""
    size = processors() if len(keys) >= LEAST else 1
    crew: AbstractContextManager[Crew | None] = copies(maker.make, size) if size > 1 else nullcontext()
    with crew as others:
        yield from in_order(maker.make, keys, others)


def in_order(make: Callable[[str], Made], keys: Sequence[str], crew: Crew | None) -> Iterator[Made]:
    """Share the work out, a few learners at a time; what a crew fails to do is done here."""
    if crew is None:
        yield from map(make, keys)
        return
    waiting: deque[tuple[Sequence[str], Future[list[Made]] | None]] = deque()
    for start in range(0, len(keys), _TOGETHER):
        some = keys[start : start + _TOGETHER]
        waiting.append((some, _submitted(crew, some)))
        if len(waiting) >= crew.at_once:
            yield from _result(make, *waiting.popleft())
    for some, future in waiting:
        yield from _result(make, some, future)


def _submitted(crew: Crew, some: Sequence[str]) -> Future[list[Made]] | None:
    try:
        return crew.executor.submit(do, some)
    except RuntimeError:  # a process of it died
        return None


def _result(
    make: Callable[[str], Made], some: Sequence[str], future: Future[list[Made]] | None
) -> list[Made]:
    """What a crew made; made again here where that failed, so that a mistake shows as it always does."""
    if future is not None and future.exception() is None:
        return future.result()
    return [make(key) for key in some]


def _names(files: Mapping[str, Path]) -> dict[str, str]:
    return {path: file.name for path, file in files.items()}
