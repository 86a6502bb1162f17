"""Turns a finished HTML page into the bytes of a PDF/UA document, and says what could not be printed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pydyf
import weasyprint
from weasyprint import CSS, HTML, Document
from weasyprint.text.ffi import pango
from weasyprint.text.fonts import FontConfiguration

from bekwaam.diagnostics import Message, say
from bekwaam.pdf.assets import AssetFetcher
from bekwaam.pdf.fonts import faces
from bekwaam.pdf.imprint import PROPERTY
from bekwaam.pdf.marks import keep_marks
from bekwaam.pdf.tags import finish

_FOREIGN = frozenset({"base", "embed", "iframe", "link", "meta", "object", "script", "style"})
"""Elements that load, run or describe something; our own head needs none but its title."""

_LINKS = ("#", "https://", "http://", "mailto:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """CSS text of our own, used if the document then takes ``at_most`` so many pages."""

    css: str
    at_most: int | None


def engine() -> str:
    """The versions of what sets text: with others, a document may have other bytes."""
    return f"WeasyPrint {weasyprint.__version__}, Pango {pango.pango_version()}"


def press(
    html: str,
    *,
    sheets: Sequence[str],
    themes: Sequence[Theme],
    fetcher: AssetFetcher,
    imprint: str = "",
) -> tuple[bytes, list[Message], int]:
    """Print ``html`` with our style sheets (file names) and the first theme that fits, else the last.

    ``imprint`` goes into the file's properties, for programs.

    The same input gives the same bytes: nothing of the clock, the machine or the user goes in.

    Returns:
        The PDF, what could not be printed, and the number of pages.
    """
    html = keep_marks(html)
    fonts = FontConfiguration()
    styles = [CSS(string=faces(html), url_fetcher=fetcher, font_config=fonts)]
    styles += [CSS(url=f"asset:css/{sheet}", url_fetcher=fetcher, font_config=fonts) for sheet in sheets]
    with _missing_characters() as missing:
        document = _fit(html, styles, fonts, themes, fetcher)
        pdf = document.write_pdf(pdf_variant="pdf/ua-1", finisher=_finisher(imprint))
    return bytes(pdf), [_no_glyph(character) for character in missing], len(document.pages)


def _finisher(imprint: str) -> Callable[[Document, pydyf.PDF], None]:
    def finish_all(document: Document, pdf: pydyf.PDF) -> None:
        if imprint:
            pdf.info[PROPERTY] = pydyf.String(imprint)
        finish(document, pdf)

    return finish_all


def _fit(
    html: str, styles: list[CSS], fonts: FontConfiguration, themes: Sequence[Theme], fetcher: AssetFetcher
) -> Document:
    for number, theme in enumerate(themes, start=1):
        page = HTML(string=html, url_fetcher=fetcher)
        _disarm(page)
        document = page.render(
            font_config=fonts, stylesheets=[CSS(string=theme.css), *styles], pdf_variant="pdf/ua-1"
        )
        if number == len(themes) or theme.at_most is None or len(document.pages) <= theme.at_most:
            return document
    raise ValueError("a document needs a theme")


def _disarm(page: HTML) -> None:
    """Take out what escaping should already have made impossible."""
    root = page.etree_element
    page.base_url = None
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in _FOREIGN:
                parent.remove(child)
        if parent.tag == "a" and not parent.get("href", "#").startswith(_LINKS):
            del parent.attrib["href"]
        parent.attrib.pop("rel", None)


@contextmanager
def _missing_characters() -> Iterator[list[str]]:
    """Collect the characters that no font can draw; WeasyPrint tells them only to its log."""
    seen: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.msg.startswith(".notdef glyph") and isinstance(record.args, tuple):
                character = str(record.args[0])
                if character not in seen:
                    seen.append(character)

    log, listener = logging.getLogger("weasyprint"), Listener(logging.WARNING)
    log.addHandler(listener)
    try:
        yield seen
    finally:
        log.removeHandler(listener)


def _no_glyph(character: str) -> Message:
    return say(
        "No font has the character {character} (U+{codepoint}), so it prints as an empty box.",
        character=character,
        codepoint=f"{ord(character):04X}",
    )
