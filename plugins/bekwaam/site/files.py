"""The style sheets, fonts and scripts that every site needs."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from bekwaam.site.accent import style_sheet

STYLE_SHEETS = ("assets/bekwaam/css/bekwaam.css", "assets/bekwaam/css/school.css")
"""What a page links to, in this order; site paths."""

SCRIPTS = ("assets/bekwaam/js/filters.js",)
"""Deferred scripts; site paths."""

SEARCH_SCRIPT = "assets/bekwaam/js/search.js"
"""For a site whose evidence has a search index of its own."""


def static_files(accent: str | None = None) -> dict[str, bytes]:
    """What to write beside the pages, by site path; ``accent`` is the school's own colour."""
    found = {
        f"assets/bekwaam/{folder}/{file.name}": file.read_bytes()
        for folder in ("js", "fonts")
        for file in _files(folder)
        if file.name.endswith((".js", ".woff2", ".txt"))
    }
    # The parts of the style sheet are numbered; together they are one request.
    found[STYLE_SHEETS[0]] = b"\n".join(file.read_bytes() for file in _files("css/site"))
    found[STYLE_SHEETS[1]] = style_sheet(accent).encode()
    return found


def _files(folder: str) -> Iterator[Traversable]:
    entries = files("bekwaam").joinpath("assets", *folder.split("/")).iterdir()
    return iter(sorted((one for one in entries if one.is_file()), key=lambda one: one.name))
