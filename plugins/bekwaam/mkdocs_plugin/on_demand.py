"""The pages of one reading of the records, each made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mkdocs.commands.build import _build_theme_template

from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.dependencies import Dependencies
from bekwaam.mkdocs_plugin.frames import Frames, address
from bekwaam.mkdocs_plugin.pages import refuse_taken
from bekwaam.mkdocs_plugin.publishing import searched
from bekwaam.mkdocs_plugin.searching import PARTS, Entry, Search
from bekwaam.site.learners import URI as OVERVIEW
from bekwaam.site.learners import Row
from bekwaam.site.page import Page
from bekwaam.site.pages import PARTS as PARTS_OF_SCHOOL
from bekwaam.site.sheet import MEDIA
from bekwaam.views.lazily import Later
from bekwaam.views.team.maker import follow_up_uri

SEARCH_INDEX = "search/search_index.json"
_SITEMAP = ("sitemap.xml", "sitemap.xml.gz")
INDEX = "index.html"
CHECKS = "c/"

Found = bytes | Path | None
"""What stands at an address: its content, the file that holds it, or nothing of ours."""
Steps = Generator[None, None, Found]
"""Work that somebody else may interrupt after each step; what was found comes at the end."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What the rest of the site knows of a learner's share."""

    entries: Sequence[Entry]
    row: Row | None


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that are made one after the other, and what a search finds in those that were made."""

    pages: Iterator[Page]
    entries: list[Entry] = field(default_factory=list)


class OnDemand:
    """Everything that a whole build makes, and that MkDocs' own part of a preview leaves out.

    Two threads may use it in turn, not at once.
    """

    def __init__(
        self,
        content: Content,
        frames: Frames,
        folder: Path,
        memory: Path,
        addresses: list[str],
        before: OnDemand | None = None,
    ) -> None:
        """Nothing is made yet.

        Args:
            content: what there is to show.
            frames: the frames around it.
            folder: where pages lie that were made; older ones are never shown.
            memory: a file to remember digests of files in.
            addresses: those for search engines, which the theme's list asks for; filled when it is made.
            before: the same of the last reading; what did not change is taken over from it.
        """
        self.content = content
        self.frames = frames
        self._folder = folder
        self._addresses = addresses
        self._listed = False
        self._search = Search(apart=content.much_evidence)
        self._there: set[str] = set()
        self._made: set[str] = set()
        self._noted: dict[str, Noted] = {}
        self._rows: dict[str, Row | None] = {}
        self._overview = Part(iter(()))
        self._parts = {start: Part(self._pages_of(start)) for start in (*PARTS_OF_SCHOOL, CHECKS)}
        self._dependencies = Later(
            lambda: Dependencies(
                content.gated, content.root, memory, *content.settings(), digests=content.digests
            )
        )
        self._names: dict[str, str] = {}
        self._unsure: set[str] = set()
        self._agendas = Later(content.agendas)
        self._searched: Mapping[str, bytes] | None = None
        self._shown: dict[str, Path] = before._shown if before else {}
        self._known = before._by_name() if before else {}

    def find(self, path: str) -> Steps:
        """Look for what stands at a path of the site, and make what has to be made for it.

        Raises:
            WrongOption: where the site's own files already have a page there.
        """
        if path == SEARCH_INDEX or path.startswith(PARTS):
            yield from self._make_search()
            return (self._searched or {}).get(path)
        if path in _SITEMAP:
            yield from self._list_addresses()
            return None
        if path.startswith(MEDIA):
            if path not in self._shown and not Path(self.frames.config.site_dir, path).is_file():
                # Of an earlier preview, or of a page that nobody opened.
                yield from self._make_all()
            return self._shown.get(path)
        if path.endswith(".ics"):
            agendas = self._agendas()
            return agendas.get(path)
        if not path.endswith(INDEX):
            return None
        uri = path.removesuffix(INDEX)
        if uri not in self._there:
            yield from self._make(uri)
        return (self._folder / path).read_bytes() if uri in self._there else None

    def _make(self, uri: str) -> Iterator[None]:
        """Make the page at an address, if there is to be one, and as little else as can be."""
        section, key = f"{uri.partition('/')[0]}/", uri.split("/")[1] if "/" in uri else ""
        if uri == OVERVIEW:
            yield from self._make_overview()
        elif section == OVERVIEW and key in self.content.school.learners:
            # This page alone looks at all of the school, so it is made for itself.
            page = self.content.follow_up(key) if uri == follow_up_uri(key) else None
            if page is not None:
                self._write(page, [])
            else:
                self._make_share(key)
        elif section == CHECKS:
            for one in self.content.school.learners if self.content.unprinted is not None else ():
                if uri not in self._there:
                    self._make_share(one)
                    yield
            yield from self._make_part(CHECKS, uri)
        else:
            # A page of a part in a part is most likely there, and that is less work.
            parts = [start for start in self._parts if uri.startswith(start)]
            parts.sort(key=len, reverse=True)
            for start in (*parts, *(one for one in self._parts if one.startswith(section))):
                yield from self._make_part(start, uri)

    def _make_part(self, start: str, wanted: str | None = None) -> Iterator[None]:
        """Make the pages of a part, up to the one that is wanted."""
        while wanted not in self._there:
            part = self._parts[start]
            try:
                page = next(part.pages, None)
                if page is None:
                    return
                self._write(page, part.entries)
            except BaseException:
                # Whoever asks again hears what is wrong again, and not that there is no such page.
                self._parts[start] = Part(self._pages_of(start))
                raise
            yield

    def _pages_of(self, start: str) -> Iterator[Page]:
        if start == CHECKS:
            return self.content.checks_elsewhere()
        return PARTS_OF_SCHOOL[start](self.content.press)

    def _make_share(self, key: str) -> Noted:
        """Make a learner's pages."""
        if key not in self._made:
            unreadable = len(self.content.pictures.unreadable)
            share = self.content.share(key, followed=False)
            if unreadable < len(self.content.pictures.unreadable):
                self._unsure.add(key)  # so that it is told again
            entries: list[Entry] = []
            for page in share.pages:
                self._write(page, entries)
            self._made.add(key)
            self._noted[key] = Noted(entries, share.row)
        return self._noted[key]

    def _note(self, key: str) -> Noted | None:
        """What is known of a learner's share, or was where nothing changed since."""
        if key not in self._noted:
            name, known = self._known.get(key, ("", None))
            if known is None or name != self._name(key):
                return None
            self._noted[key] = known
        return self._noted[key]

    def _name(self, key: str) -> str:
        if key not in self._names:
            self._names[key] = self._dependencies().of(key, self.content.beyond(key))
        return self._names[key]

    def _by_name(self) -> dict[str, tuple[str, Noted]]:
        """What is known of each learner's share, with the fingerprint of what it rests on."""
        named = {key: (self._names[key], noted) for key, noted in self._noted.items() if key in self._names}
        known = {**self._known, **named}
        return {key: one for key, one in known.items() if key not in self._unsure}

    def _make_overview(self) -> Iterator[None]:
        rows = []
        for key in self.content.school.learners:
            if key not in self._rows:
                noted = self._note(key)
                # A row alone is made in much less time than all pages.
                self._rows[key] = noted.row if noted else self.content.row(key)
            rows.append(self._rows[key])
            yield
        if OVERVIEW not in self._there:
            page = self.content.overview([one for one in rows if one is not None])
            self._write(page, self._overview.entries)

    def _make_all(self) -> Iterator[None]:
        """Make what nobody knows yet."""
        for key in self.content.school.learners:
            self._name(key)  # for the next reading
            if self._note(key) is None:
                self._make_share(key)
            self._rows[key] = self._noted[key].row
            yield
        yield from self._make_overview()
        for start in self._parts:
            yield from self._make_part(start)
        self._known = {}

    def _entries(self) -> list[Entry]:
        """Of all pages, in the order in which a whole build makes them."""
        entries = [one for key in self.content.school.learners for one in self._noted[key].entries]
        for part in (self._overview, *self._parts.values()):
            entries += part.entries
        return entries

    def _make_search(self) -> Iterator[None]:
        """Make the index of the theme's search, and the parts beside it."""
        if self._searched is not None:
            return
        yield from self._make_all()
        config = self.frames.config
        index = getattr(config.plugins.get("material/search"), "search_index", None)
        if index is None:
            self._searched = {}
            return
        of_docs = index.entries
        index.entries = []
        try:
            parts = searched(replace(self._search, entries=self._entries()), self.content, config)
            index.entries += of_docs
            whole = index.generate_search_index(None).encode()
        finally:
            index.entries = of_docs
        self._searched = {**parts, SEARCH_INDEX: whole}

    def _list_addresses(self) -> Iterator[None]:
        """Let MkDocs write the list of addresses again, with ours, where the site has one."""
        frames = self.frames
        if self._listed or _SITEMAP[0] not in frames.config.theme.static_templates:
            return
        yield from self._make_all()
        if not self._listed:
            self._addresses[:] = [address(frames.config, one["location"]) for one in self._entries()]
            _build_theme_template(_SITEMAP[0], frames.environment, frames.files, frames.config, frames.nav)
            self._listed = True

    def _write(self, page: Page, entries: list[Entry]) -> None:
        refuse_taken(self.frames.files, page.uri, self.frames.config)
        finished = self.frames.finish(page)
        folder = self._folder / page.uri
        folder.mkdir(parents=True, exist_ok=True)
        (folder / INDEX).write_bytes(finished)
        self._shown.update(page.files)
        self._there.add(page.uri)
        entry = self._search.entry(page)
        if entry is not None:
            entries.append(entry)
