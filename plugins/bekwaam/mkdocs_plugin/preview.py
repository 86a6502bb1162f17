"""What the live server shows of the records: the newest reading that is in order, page by page."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin import findings
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.frames import Frames
from bekwaam.mkdocs_plugin.loading import spoken
from bekwaam.mkdocs_plugin.on_demand import INDEX, Found, OnDemand, Steps
from bekwaam.mkdocs_plugin.readings import Reading
from bekwaam.mkdocs_plugin.turns import Turns
from bekwaam.site.pages import sections

_log = get_plugin_logger("bekwaam")

_QUIET = frozenset({"bekwaam", "material/search"})
"""Plugins that make of the site's own pages what they made before, whatever the records say."""


class OutOfDateError(Exception):
    """A newer reading of the records is there; ask that one."""


Read = Callable[[], Reading]
Shown = tuple[list[Message], list[str]]


class Preview:
    """What one live server shows; requests come from many threads."""

    def __init__(self, cache: Path, translate: Callable[[Message], str]) -> None:
        """Make an empty folder in ``cache``; it goes away with `close`."""
        cache.mkdir(parents=True, exist_ok=True)
        self._home = TemporaryDirectory(prefix="preview-", dir=cache)
        self._memory = cache / "files.json"
        self._translate = translate
        self.turns = Turns()
        """Whoever builds all of the site, or takes what was made, does so in turn."""
        self._newest: OnDemand | None = None
        self._told: set[tuple[str, str]] = set()
        self._read: Read | None = None
        self._linked: tuple[str, ...] = ()
        self._around: object = None
        self._addresses: list[str] = []

    def show(self, reading: Reading, frames: Frames, stand_ins: Sequence[File], read: Read) -> Shown:
        """Show a reading in the frames of a new build of MkDocs.

        Gives what to warn of, and the addresses for search engines: those come when somebody asks for
        the list of them.

        Whoever builds has the turn, or nobody asks for pages yet.

        Raises:
            WrongOption: where the site's own files have a page that the docs link to as ours.
        """
        for file in stand_ins:
            frames.files.remove(file)
        self._read = read
        self._around = _around(reading)
        own = set(sections(reading.content.school))
        uris = (file.src_uri.removesuffix("index.md") for file in stand_ins)
        self._linked = tuple(uri for uri in uris if uri not in own)
        newest = self._change_to(reading.content, frames)
        return self._missing(lambda path: _all(newest.find(path))), self._addresses

    def renew(self) -> bool:
        """Read the records again; False where all of the site has to be built for what they say now.

        Raises:
            StoppedByRecords: where the records have errors; what was shown stays.
            WrongOption: where an option cannot be used; what was shown stays.
        """
        newest = self._newest
        if newest is None or self._read is None or not _is_plain(newest.frames.config):
            return False
        reading = self._read()
        if reading.options.pdf or _around(reading) != self._around:
            return False
        with self.turns.one():
            self._change_to(reading.content, newest.frames)
        findings.warn(reading.loaded, spoken(reading.loaded), _log)
        if self._linked:
            threading.Thread(target=self._look_around, daemon=True).start()
        return True

    def find(self, path: str, pause: Callable[[], object] = lambda: None) -> Found:
        """What stands at a path of the site: its content or its file; None where nothing of ours does.

        ``pause`` is called between steps, and may wait while the records are read.

        Raises:
            OutOfDateError: where the records were read again in the meantime.
            WrongOption: where the site's own files already have a page there.
            OSError: where something cannot be written.
        """
        newest = self._newest
        if newest is None:
            return None
        steps = newest.find(path)
        while True:
            with self.turns.one():
                if newest is not self._newest:
                    raise OutOfDateError
                try:
                    next(steps)
                except StopIteration as done:
                    found: Found = done.value
                    return found
                finally:
                    self._tell_unreadable(newest.content)
            pause()

    def close(self) -> None:
        """Remove everything."""
        self._home.cleanup()

    def _change_to(self, content: Content, frames: Frames) -> OnDemand:
        folder = Path(self._home.name)
        newest = OnDemand(content, frames, folder, self._memory, self._addresses, self._newest)
        self._newest = newest
        return newest

    def _tell_unreadable(self, content: Content) -> None:
        for source, reason in content.pictures.unreadable.items():
            if (source, repr(reason)) not in self._told:
                self._told.add((source, repr(reason)))
                message = say("{file} is not shown. {reason}", file=source, reason=reason)
                _log.warning(self._translate(message))

    def _missing(self, find: Callable[[str], Found]) -> list[Message]:
        return [
            say("A link in the docs leads to {page}, which is not there.", page=f"{uri}index.md")
            for uri in self._linked
            if find(f"{uri}{INDEX}") is None
        ]

    def _look_around(self) -> None:
        """Tell of links that lead nowhere now, without letting anybody wait for it."""
        try:
            for message in self._missing(self.find):
                _log.warning(self._translate(message))
        except OutOfDateError:
            pass


def reloads() -> bool:
    """Whether the server asks for pages; with ``--no-livereload`` it is MkDocs' own, which shows files."""
    context = click.get_current_context(silent=True)
    return context is None or bool(context.params.get("livereload", True))


def _all(steps: Steps) -> Found:
    """Take all steps at once; gives what was found."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: Found = done.value
            return found


def _around(reading: Reading) -> tuple[object, ...]:
    """All that MkDocs' part of the site takes from the records and the options."""
    content = reading.content
    school = content.school
    return (
        reading.options,
        school.language,
        school.accent,
        school.audience,
        sections(school),
        sorted(content.logo()),
        content.much_evidence,
        content.unprinted,
    )


def _is_plain(config: MkDocsConfig) -> bool:
    names: Collection[str] = set(config.plugins)
    return not config.hooks and _QUIET.issuperset(names)
