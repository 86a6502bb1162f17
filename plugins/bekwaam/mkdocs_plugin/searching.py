"""Puts our pages into the theme's search: what a page says in words, within what a phone can load."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape

from mkdocs.config.defaults import MkDocsConfig

from bekwaam.site.page import Page as OurPage

_ALL_TOGETHER = 4_000_000
"""Characters of text for all pages: every visitor who searches loads them."""
_LEAST, _MOST = 150, 4_000
"""Characters of one page, whatever the number of pages."""

_NO_WORDS = re.compile(r"<(svg|script|style|form|nav)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_START = re.compile(r".*?</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def add_to_search(config: MkDocsConfig, pages: Sequence[OurPage]) -> None:
    """Add an entry for each page; does nothing where the theme's search is switched off.

    The theme would parse every page's HTML for this, which takes longer than all the rest.
    """
    index = getattr(config.plugins.get("material/search"), "search_index", None)
    if index is None:
        return
    most = max(_LEAST, min(_MOST, _ALL_TOGETHER // max(1, len(pages))))
    index.entries.extend(
        {"location": page.uri, "title": escape(page.title, quote=False), "text": words(page.body, most)}
        for page in pages
        if page.search
    )


def words(body: str, most: int) -> str:
    """The text of a page after its title, escaped again, cut after a whole word."""
    text = _TAG.sub(" ", _START.sub("", _NO_WORDS.sub(" ", body), count=1))
    text = " ".join(unescape(text).split())
    if len(text) > most:
        text = text[:most].rpartition(" ")[0]
    return escape(text, quote=False)
