"""Reads a document that somebody brings: what it says of itself, its words, and how it looks."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bekwaam.pdf.imprint import PROPERTY

if TYPE_CHECKING:
    import pikepdf

_SCALE = 100 / 72
"""A hundred dots to the inch: a letter that differs shows."""

_MOST_PAGES = 400
_DEPTH = 20
_ACTS = frozenset(
    {
        "/JS",
        "/JavaScript",
        "/AA",
        "/OpenAction",
        "/AcroForm",
        "/XFA",
        "/OCProperties",
        "/EmbeddedFiles",
        "/EF",
    }
)
_ACTIONS = (
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
    "/GoToE",
    "/Hide",
    "/SetOCGState",
)
_ON_TOP = (
    *("/Widget", "/FreeText", "/Stamp", "/Text", "/Popup", "/Square", "/Circle", "/Highlight", "/Ink"),
    *("/Line", "/Polygon", "/Redact", "/RichMedia", "/Screen", "/Movie", "/3D", "/FileAttachment"),
)


class CannotRead(Exception):  # noqa: N818 - an answer about a file that nobody vouches for
    """A file that is no PDF, or none that can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A PDF as a reader finds it.

    ``looks`` holds a digest of each page as a picture, ``links`` where its links lead, and ``acts``
    what can make it act, or show something else later: ours hold nothing of that kind.
    """

    imprint: str | None
    words: tuple[str, ...]
    looks: tuple[str, ...]
    links: tuple[str, ...]
    acts: tuple[str, ...]


def read_paper(content: bytes) -> Paper:
    """Read a PDF; it can be hostile, so do this in a process with limits.

    Raises:
        CannotRead: for what is no PDF, is locked, or is broken.
    """
    import pikepdf
    import pypdfium2

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            found = pdf.docinfo.get(f"/{PROPERTY}")
            said = str(found) if isinstance(found, pikepdf.String) else None
            links, acts = _inside(pdf)
        document = pypdfium2.PdfDocument(content)
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as wrong:
        raise CannotRead(str(wrong)) from None
    try:
        if len(document) > _MOST_PAGES:
            raise CannotRead(f"{len(document)} pages")
        words, looks = [], []
        for page in document:
            words.append(page.get_textpage().get_text_bounded())
            picture = page.render(scale=_SCALE, may_draw_forms=True)
            looks.append(hashlib.sha256(bytes(picture.buffer)).hexdigest())
    except pypdfium2.PdfiumError as wrong:
        raise CannotRead(str(wrong)) from None
    finally:
        document.close()
    return Paper(imprint=said, words=tuple(words), looks=tuple(looks), links=links, acts=acts)


def _inside(pdf: pikepdf.Pdf) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where links lead, and what acts: scripts, forms, layers, attachments, notes on top of a page."""
    import pikepdf

    links: list[str] = []
    acts: set[str] = set()

    def look(thing: object, depth: int) -> None:
        if isinstance(thing, pikepdf.Array) and depth:
            for one in thing:
                look(one, depth - 1)
        if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            return
        acts.update(_ACTS.intersection(thing.keys()))
        if thing.get("/Subtype") in _ON_TOP or thing.get("/S") in _ACTIONS:
            acts.add(str(thing.get("/S") or thing.get("/Subtype")))
        if "/URI" in thing:
            links.append(str(thing["/URI"]))
        if depth:
            for key in thing.keys():  # noqa: SIM118 - a stream has keys, and no iteration over them
                if not isinstance(thing[key], pikepdf.Object) or not thing[key].is_indirect:
                    look(thing[key], depth - 1)

    for one in pdf.objects:
        look(one, _DEPTH)
    return tuple(sorted(set(links))), tuple(sorted(acts))
