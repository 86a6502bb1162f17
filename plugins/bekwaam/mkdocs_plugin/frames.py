"""Renders the theme's page frame once for all pages that share it, and sets each page into it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urljoin

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from bekwaam.mkdocs_plugin.pages import TEMPLATE, generated, mark_section
from bekwaam.rendering.bytecode import keep_theirs
from bekwaam.site.page import Page as OurPage

_TITLE, _DESCRIPTION, _ADDRESS, _CONTENT = (
    f"\x02{name}\x03" for name in ("title", "description", "url", "body")
)
"""Stand-ins with characters that no record can hold, and that no escaping changes."""
_STAND_IN = re.compile(f"({_TITLE}|{_DESCRIPTION}|{_ADDRESS}|{_CONTENT})")

Kind = tuple[str, int, str, bool, bool]


@dataclass
class Frames:
    """The frames of one build, as the theme and the hooks of all plugins make them.

    The first page of each kind is rendered whole. When there is a second one, the frame of the kind is
    rendered, and the first page set into it: where that does not give the same bytes, every page of the
    kind is rendered whole, which takes fifty times as long.
    """

    environment: Environment
    config: MkDocsConfig
    nav: Navigation
    files: Files
    day: dt.date
    _first: dict[Kind, tuple[OurPage, bytes]] = field(default_factory=dict)
    _frames: dict[Kind, list[bytes] | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._documents = self.files.documentation_pages()
        theme = self.config.theme
        self._may_differ = _looks_at_pages(theme.custom_dir)
        if self.environment.bytecode_cache is None:
            of_programs = [Path(one) for one in theme.dirs if one != theme.custom_dir]
            self.environment.bytecode_cache = keep_theirs(self.environment, of_programs)

    def settle(self, pages: Iterable[OurPage]) -> bytes | None:
        """Make the frames of the kinds of some pages at once.

        Gives a digest of all that these frames hold; None where one has to be rendered whole.
        """
        found = hashlib.sha256()
        for page in pages:
            kind = _kind(page)
            if kind not in self._frames:
                self._frames[kind] = self._frame(page, self._render(page))
            frame = self._frames[kind]
            if frame is None:
                return None
            found.update(repr((kind, frame)).encode())
        return found.digest()

    def shared(self) -> list[list[bytes]]:
        """For each kind with a frame, the parts that all its pages have, in order."""
        return [frame[::2] for frame in self._frames.values() if frame is not None]

    def finish(self, page: OurPage) -> bytes:
        """The whole HTML of a page."""
        kind = _kind(page)
        if kind in self._frames:
            frame = self._frames[kind]
        elif kind not in self._first:
            whole = self._render(page)
            self._first[kind] = page, whole
            return whole
        else:
            frame = self._frames[kind] = self._frame(*self._first.pop(kind))
        return self._render(page) if frame is None else self._set(page, frame)

    def _frame(self, page: OurPage, whole: bytes) -> list[bytes] | None:
        """The frame around a page, in pieces; None where ``whole``, the page itself, is no such frame."""
        if self._may_differ:
            return None
        stand_in = OurPage(
            uri=page.uri,
            title=_TITLE,
            body=_CONTENT,
            description=page.description and _DESCRIPTION,
            search=page.search,
            kind=page.kind,
        )
        rendered = self._render(stand_in, canonical=_ADDRESS)
        frame = [piece.encode() for piece in _STAND_IN.split(rendered.decode())]
        return frame if self._set(page, frame) == whole else None

    def _set(self, page: OurPage, frame: list[bytes]) -> bytes:
        values = {
            _TITLE.encode(): str(escape(page.title)),
            _DESCRIPTION.encode(): str(escape(page.description)),
            _ADDRESS.encode(): address(self.config, page.uri),
            _CONTENT.encode(): page.body,
        }
        known = {one: value.encode(errors="xmlcharrefreplace") for one, value in values.items()}
        return b"".join(known.get(piece, piece) for piece in frame)

    def _render(self, ours: OurPage, canonical: str = "") -> bytes:
        """A page as MkDocs itself would build it."""
        page = generated(ours, self.config, self.day)
        page.read_source(self.config)
        page.render(self.config, self.files)
        if canonical and page.canonical_url:
            page.canonical_url = canonical
        plugins = self.config.plugins
        self.config._current_page = page
        try:
            page.active = True
            context = get_context(self.nav, self._documents, self.config, page)
            context = plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            output = self.environment.get_template(TEMPLATE).render(context)
            output = plugins.on_post_page(output, page=page, config=self.config)
        finally:
            page.active = False
            mark_section(self.nav, "")
            self.config._current_page = None
        return output.encode(errors="xmlcharrefreplace")


def _kind(page: OurPage) -> Kind:
    section, _, rest = page.uri.partition("/")
    return page.kind, rest.count("/"), section, bool(page.description), page.search


def address(config: MkDocsConfig, uri: str) -> str:
    """The full address of a page of ours; empty where the site has none."""
    if not config.site_url:
        return ""
    site = config.site_url if config.site_url.endswith("/") else f"{config.site_url}/"
    return urljoin(site, quote(uri if config.use_directory_urls else f"{uri}index.html"))


def _looks_at_pages(overrides: str | None) -> bool:
    """Whether a school's own templates name the page; what they make of it may differ every time."""
    if not overrides:
        return False
    templates = Path(overrides).rglob("*.html")
    return any(re.search(r"\bpage\b", one.read_text(encoding="utf-8", errors="replace")) for one in templates)
