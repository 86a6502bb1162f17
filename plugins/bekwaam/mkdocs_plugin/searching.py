"""Puts our pages into the theme's search: what a page says in words, within what a phone can load.

The theme loads one index on every page. In a school with much evidence, that evidence has an index of its
own, in parts: `search/evidence/<start>.json` holds the pieces with a word that starts like that.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from bekwaam.site.page import Page

PARTS = "search/evidence/"
"""The folder of the site for the parts of the index of evidence."""
MOST_TOGETHER = 400
"""Pieces of evidence that still go into the theme's index."""

_BUDGET = 260_000
"""Characters of the theme's index, for our pages together."""
_LEAST, _MOST = 60, 4_000
"""Characters of one page, whatever the number of pages."""
_AT_FIRST = 4
"""So many times as long as its words is the start of a page that is looked at first."""
_MOST_IN_PART = 2_000
_START_LENGTH = 3
_STARTS = "starts"
"""The name of the list of parts; longer than that of a part."""

_NO_WORDS = re.compile(r"<(svg|script|style|form|nav)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_UNFINISHED = re.compile(r"<(svg|script|style|form|nav)\b|<!--")
_TITLE_END = "</h1>"
_TITLE = re.compile(rf".*?{_TITLE_END}", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]{2,}")

Entry = dict[str, Any]


@dataclass
class Search:
    """Gathers an entry for each page; the theme would parse every page's HTML for them, which is slow.

    ``apart`` says that evidence has an index of its own, which knows nothing but titles.
    """

    apart: bool = False
    entries: list[Entry] = field(default_factory=list)

    def entry(self, page: Page) -> Entry | None:
        """What is found of a page; None where no search may find it."""
        if not page.search:
            return None
        entry = {"location": page.uri, "title": escape(page.title, quote=False)}
        if page.kind == "evidence":
            entry["of"] = page.description.removeprefix(f"{page.title}, ")
        if not (self.apart and "of" in entry):
            entry["text"] = words(page.body, _MOST)
        return entry

    def hand_over(self, config: MkDocsConfig, *, label: str, more: str) -> dict[str, bytes]:
        """Give the entries to the theme's search; gives the files of evidence's own index by site path.

        There are none where the theme's search is switched off. ``label`` stands above what is found,
        ``more`` where only the newest are searched.
        """
        index = getattr(config.plugins.get("material/search"), "search_index", None)
        if index is None:
            return {}
        together = [one for one in self.entries if not (self.apart and "of" in one)]
        most = _longest([len(one["text"]) for one in together])
        index.entries.extend(
            {"location": one["location"], "title": one["title"], "text": shortened(one["text"], most)}
            for one in together
        )
        return _parts((one for one in self.entries if "of" in one), label, more) if self.apart else {}


def _longest(lengths: list[int]) -> int:
    """At how many characters texts of these lengths are cut, so that they fit together.

    What short texts leave is for the long ones: a page about a trade says more than a photo's.
    """
    left = _BUDGET - _LEAST * len(lengths)
    for number, length in enumerate(sorted(lengths)):
        share = left // (len(lengths) - number)
        if length > share:
            return max(_LEAST, min(_MOST, share))
        left -= length
    return _MOST


def _parts(evidence: Iterable[Entry], label: str, more: str) -> dict[str, bytes]:
    """The index of evidence; the newest comes first, as its name starts with the day."""
    parts: dict[str, list[str]] = defaultdict(list)
    for one in sorted(evidence, key=lambda one: (one["location"].split("/")[-2], one["location"])):
        title = unescape(one["title"])
        piece = _json([one["location"], title, one["of"]])  # once, for it stands in some five parts
        for name in _starts(title) | _starts(one["of"]):
            parts[name].append(piece)
    # So that nobody asks for a part that is not there.
    known = {_STARTS: _json({"label": label, "more": more, "starts": sorted(parts)})}
    files = {name: _part(found) for name, found in parts.items()}
    return {f"{PARTS}{name}.json": content.encode() for name, content in (known | files).items()}


def _part(pieces: list[str]) -> str:
    found = ",".join(reversed(pieces[-_MOST_IN_PART:]))
    return f'{{"all":{_json(len(pieces) <= _MOST_IN_PART)},"found":[{found}]}}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=2_000)
def _starts(text: str) -> frozenset[str]:
    """The names of the parts for the words of a text: a name comes back with every piece of somebody's."""
    return frozenset(start(word) for word in _WORD.findall(fold(text)))


def fold(text: str) -> str:
    """A text without capitals and accents; `search.js` does the same."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text)
    return "".join(one for one in plain if not unicodedata.category(one).startswith("M")).lower()


def start(word: str) -> str:
    """The name of the part with the words that start like a folded one; `search.js` does the same."""
    letters = word[:_START_LENGTH]
    return "".join(one if one.isascii() else f"-{ord(one):x}" for one in letters)


def words(body: str, most: int) -> str:
    """The text of a page after its title, escaped again, cut after a whole word."""
    end = _AT_FIRST * most
    while end < len(body):
        text = _words_before(body.rfind(">", 0, end) + 1, body)
        if text is not None and len(text) > most:
            return shortened(text, most)
        end *= 2
    return shortened(_words_of(_TITLE.sub("", _NO_WORDS.sub(" ", body), count=1)), most)


def _words_before(end: int, body: str) -> str | None:
    """All of it in the start of a body, up to the end of a tag; None where the title is not in that."""
    start = _NO_WORDS.sub(" ", body[:end])
    unfinished = _UNFINISHED.search(start)
    _, title, rest = (start[: unfinished.start()] if unfinished else start).partition(_TITLE_END)
    return _words_of(rest) if title else None


def _words_of(html: str) -> str:
    return escape(" ".join(unescape(_TAG.sub(" ", html)).split()), quote=False)


def shortened(text: str, most: int) -> str:
    """A text cut after a whole word."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0]
