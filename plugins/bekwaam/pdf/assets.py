"""The only door through which a document gets files: our own styles, our fonts and prepared pictures."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fontTools.ttLib import woff2
from weasyprint.urls import URLFetcher, URLFetcherResponse, URLFetchingError

SCHEME = "asset:"
"""The one scheme that is served; it names a shelf and a file on it, as in ``asset:fonts/x.woff2``."""

PICTURES = "pictures"
"""The shelf of prepared pictures."""

_ADDRESS = re.compile(r"asset:(fonts|css|pictures)/([A-Za-z0-9][A-Za-z0-9._-]*)")
_TYPES = {".css": "text/css", ".woff2": "font/woff2", ".jpg": "image/jpeg"}
_ASSETS = Path(__file__).parent.parent / "assets"


class AssetFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves ``asset:`` addresses; every other address is refused without being looked at.

    Styles and fonts come from the package. Pictures are those that were prepared for this very
    document, by the name of their content, so that no address can reach any other file.
    """

    def __init__(self, pictures: Mapping[str, Path] | None = None) -> None:
        """Open the shelves, with the prepared ``pictures`` by name."""
        super().__init__(allowed_protocols=frozenset(), allow_redirects=False)
        self._pictures = pictures if pictures is not None else {}
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002  # WeasyPrint passes it
        """Read one of our files.

        Raises:
            URLFetchingError: for any other address; WeasyPrint then leaves the thing out.
        """
        path = self._find(url)
        if path is None:
            self.refused.append(url)
            raise URLFetchingError("only files of the document itself are loaded")
        content = _unpacked(path) if path.suffix == ".woff2" else path.read_bytes()
        return URLFetcherResponse(url, content, {"Content-Type": _TYPES[path.suffix]})

    def _find(self, url: str) -> Path | None:
        match = _ADDRESS.fullmatch(url)
        if match is None:
            return None
        shelf, name = match.groups()
        if shelf == PICTURES:
            path = self._pictures.get(name)
        elif shelf == "css":
            path = _ASSETS / "css" / "print" / name
        else:
            path = _ASSETS / "fonts" / name
        if path is None or path.suffix not in _TYPES or not path.is_file():
            return None
        return path


@cache
def _unpacked(font: Path) -> bytes:
    """One of our fonts as the printer wants it; left to itself it unpacks them for every document anew."""
    unpacked = io.BytesIO()
    woff2.decompress(io.BytesIO(font.read_bytes()), unpacked)
    return unpacked.getvalue()
