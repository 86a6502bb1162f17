"""The same pages as a site of ours, as plain Markdown for other generators: as many, with as much text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

PAGES = "pages"
"""The folder that stays out of the navigation."""

_LONGEST = 20_000
"""Characters of one page: the search of another generator takes no more in one piece, and ends."""

_CONFIG = f"""site_name: De school
site_url: https://school.example/
theme:
  name: material
  font: false
plugins:
  - search
nav:
  - index.md
not_in_nav: |
  /{PAGES}/
"""
_BLOCKS = frozenset(
    {"article", "dd", "div", "dt", "figure", "h1", "h2", "h3", "li", "p", "section", "td", "tr"}
)
_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### "}
_SILENT = frozenset({"script", "style", "svg", "title"})
_SPECIAL = re.compile(r"([\\`*_\[\]<>&#|])")


def write(site: Path, home: Path) -> int:
    """Write a project for MkDocs or Zensical with the pages of ``site``; gives how many there are."""
    docs = home / "docs"
    (docs / PAGES).mkdir(parents=True)
    (home / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    (docs / "index.md").write_text("# De school\n", encoding="utf-8")
    pages = sorted(site.rglob("index.html"))
    for page in pages:
        reader = _Reader()
        reader.feed(page.read_text(encoding="utf-8"))
        # As deep as ours, for the way from a page to its styles is part of every page.
        file = docs / PAGES / page.parent.relative_to(site) / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(reader.markdown(), encoding="utf-8")
    return len(pages)


class _Reader(HTMLParser):
    """Keeps the text between the bounds of Material's article, block by block."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._silent = 0
        self._blocks: list[list[str]] = [[]]

    def markdown(self) -> str:
        texts = ("".join(block).strip() for block in self._blocks)
        joined = (" ".join(text.split()) for text in texts if text.strip("# "))
        text = "\n\n".join(text if text.startswith("#") else text.lstrip() for text in joined)
        return (text if len(text) <= _LONGEST else text[:_LONGEST].rpartition("\n\n")[0]) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article" and (self._depth or "md-content__inner" in (dict(attrs).get("class") or "")):
            self._depth += 1
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self._blocks.append([_HEADINGS.get(tag, "")])

    def handle_endtag(self, tag: str) -> None:
        if tag == "article" and self._depth:
            self._depth -= 1
        self._silent -= tag in _SILENT
        if tag in _BLOCKS:
            self._blocks.append([])

    def handle_data(self, data: str) -> None:
        if self._depth and not self._silent:
            self._blocks[-1].append(_SPECIAL.sub(r"\\\1", data))
