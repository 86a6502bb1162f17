"""Reads what a build wrote back into text, whatever the sort of file: pages, data, PDFs, pictures."""

from __future__ import annotations

import gzip
import html
import io
import json
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

_TAG = re.compile(r"(<[^>]*>)")
_PAGES = {".html", ".htm", ".xml", ".svg"}
_PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".ico"}
SPEAKING = _PAGES | _PICTURES | {".json", ".jsonld", ".pdf", ".txt", ".csv", ".md", ".ics", ".gz", ".zip"}
"""Files for people; in programs, fonts and films a single word may be there by chance."""
_MOST_SEEN = 100_000
"""Tags that are remembered: the pages of a site have most of theirs in common."""
_LONG_TAG = 500
"""Characters; a longer one is a drawing, which only takes room."""
_READABLE = re.compile(rb"[\x20-\x7e\x80-\xff]{6,}")
_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_PDF_STRING = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]{4,}>", re.DOTALL)
_OCTAL = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_FOLD = re.compile(r"\r?\n[ \t]")
_CALENDAR_ESCAPE = re.compile(r"\\([,;\\])")
APART = " \u0001x\u0001 "
"""Stands between texts that no run of words reaches across."""
_HYPHENATED = re.compile(r"[-\u00ad\ufffe\u2010]\s*\r?\n\s*")


def texts(content: bytes, name: str, seen: set[str] | None = None) -> Iterator[str]:
    """The texts in a file: what shows, what stands in tags, and what goes along unseen.

    Tags that were ``seen`` in an earlier page are left out; those of this one are added.
    """
    ending = ending_of(name)
    if content[:2] == b"\x1f\x8b":
        yield from texts(gzip.decompress(content), name.removesuffix(".gz"))
    elif content[:5] == b"%PDF-":
        yield from _pdf(content)
    elif content[:4] == b"PK\x03\x04":
        yield from _packed(content)
    elif ending in _PAGES:
        yield from _page(without_escapes(content.decode("utf-8", "replace")), seen)
    elif ending == ".ics":
        yield _CALENDAR_ESCAPE.sub(
            r"\1", _FOLD.sub("", content.decode("utf-8", "replace")).replace("\\n", " ")
        )
    elif ending in (".json", ".jsonld", ".webmanifest"):
        yield from _json(content.decode("utf-8", "replace"))
    elif ending in _PICTURES:
        yield from _picture(content)
    elif b"\0" in content[:4096]:
        yield from _readable(content)
    else:
        yield without_escapes(content.decode("utf-8", "replace"))


def ending_of(name: str) -> str:
    """The ending of a file's name in small letters, with its dot; empty where it has none."""
    return posixpath.splitext(name)[1].lower()


def without_escapes(text: str) -> str:
    """A text in which letters may have stood as their numbers, as in scripts and data inside pages."""
    return _ESCAPE.sub(lambda one: chr(int(one[1], 16)), text) if "\\u" in text else text


def _packed(content: bytes) -> Iterator[str]:
    """The names and contents in a ZIP, which office documents are too."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for one in archive.infolist():
            yield f"{one.filename} {_decoded(one.comment)}"
            yield from texts(archive.read(one), one.filename)


def pieces(text: str) -> tuple[list[str], list[str]]:
    """The pieces of a page that show, and the tags between them."""
    parts = _TAG.split(text)
    return parts[::2], parts[1::2]


def _page(text: str, seen: set[str] | None = None) -> Iterator[str]:
    shown, found = pieces(text)
    yield html.unescape(" ".join(shown))
    # Most tags stand there many times, and what one tells is told by the first.
    unseen = dict.fromkeys(found)
    if seen is not None:
        new = unseen.keys() - seen
        unseen = {tag: None for tag in unseen if tag in new} if new else {}
        if len(seen) < _MOST_SEEN:
            seen.update(tag for tag in unseen if len(tag) < _LONG_TAG)
    tags = html.unescape(" ".join(unseen))
    yield tags
    if "%" in tags:
        yield unquote(tags)


def _json(text: str) -> Iterator[str]:
    try:
        waiting = [json.loads(text)]
    except (ValueError, RecursionError):
        yield text
        return
    found: list[str] = []
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            found += value
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str):
            found.append(value)
    yield from _page(APART.join(found))


def _pdf(content: bytes) -> Iterator[str]:
    import pikepdf
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        for page in document:
            text = page.get_textpage().get_text_bounded()
            yield text
            if _HYPHENATED.search(text):
                yield _HYPHENATED.sub("", text)
    finally:
        document.close()
    # Titles, alternative texts, bookmarks, links and the like are strings among the objects.
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        if "/Metadata" in pdf.Root:
            yield from _page(pdf.Root.Metadata.read_bytes().decode("utf-8", "replace"))
        for name, attachment in pdf.attachments.items():
            yield name
            yield from texts(attachment.get_file().read_bytes(), name)
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    objects = _STREAM.sub(b"", plain.getvalue())
    yield APART.join(_pdf_string(one) for one in _PDF_STRING.findall(objects))


def _pdf_string(written: bytes) -> str:
    if written[:1] == b"<":
        digits = re.sub(rb"\s", b"", written[1:-1])
        value = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    else:
        value = _OCTAL.sub(_unescaped, written[1:-1])
    if value[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return value.decode("utf-16", "replace")
    return _decoded(value)


def _decoded(value: bytes) -> str:
    """Bytes of old metadata: nobody says in which encoding they are."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _unescaped(one: re.Match[bytes]) -> bytes:
    code = one[1]
    if code[:1].isdigit():
        return bytes([int(code, 8) & 0xFF])
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}.get(code, code)


def _picture(content: bytes) -> Iterator[str]:
    from PIL import ExifTags, Image

    try:
        with Image.open(io.BytesIO(content)) as image:
            exif = image.getexif()
            parts: list[Mapping[Any, Any]] = [image.info, exif]
            parts += [exif.get_ifd(one) for one in ExifTags.IFD]
            for found in parts:
                for key, value in found.items():
                    yield f"{key} "
                    yield _decoded(value) if isinstance(value, bytes) else str(value)
    except (OSError, ValueError, SyntaxError):
        yield from _readable(content)


def _readable(content: bytes) -> Iterator[str]:
    """Stretches of text between bytes of another kind, as in the head of a video; all in one text."""
    yield APART.join(run.decode("utf-8", "replace") for run in _READABLE.findall(content))
