"""Puts our pages into the theme's search: what a page says in words, within what a phone can load."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from bekwaam.site.page import Page

_MOST = 4_000
"""Characters of one page."""

_NO_WORDS = re.compile(r"<(svg|script|style|form|nav)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_START = re.compile(r".*?</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")

Entry = dict[str, Any]


@dataclass
class Search:
    """Gathers an entry for each page; the theme would parse every page's HTML for them, which is slow."""

    entries: list[Entry] = field(default_factory=list)

    def add(self, page: Page) -> None:
        """Add a page, if a search may find it."""
        if page.search:
            text = words(page.body, _MOST)
            self.entries.append(
                {"location": page.uri, "title": escape(page.title, quote=False), "text": text}
            )

    def hand_over(self, config: MkDocsConfig) -> None:
        """Give the entries to the theme's search; does nothing where that is switched off."""
        index = getattr(config.plugins.get("material/search"), "search_index", None)
        if index is not None:
            index.entries.extend(self.entries)


def words(body: str, most: int) -> str:
    """The text of a page after its title, escaped again, cut after a whole word."""
    text = _TAG.sub(" ", _START.sub("", _NO_WORDS.sub(" ", body), count=1))
    text = " ".join(unescape(text).split())
    if len(text) > most:
        text = text[:most].rpartition(" ")[0]
    return escape(text, quote=False)
