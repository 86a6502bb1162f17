"""Makes the pictures of records fit to publish: small, upright and without metadata."""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
import warnings
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from PIL import Image, ImageOps

from bekwaam.diagnostics import Message, say
from bekwaam.rendering import heic
from bekwaam.rendering.unreadable import MAX_PIXELS, TOO_MANY_PIXELS, UnreadablePictureError
from bekwaam.rendering.writing import write_whole

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_MAX_BYTES = 40_000_000
_WIDTHS = (480, 1200)
_TALLEST = 2
"""A picture is at most so many times as high as the width it is made for."""
_ROOM = 1.25
"""A JPEG is decoded at no less than so many times the size that is wanted, so that it stays sharp."""
_RECIPE = 2
"""Goes up when the same file should give other pictures, so that older ones are not used again."""


_SHOWN, _PRINTED = "image/webp", "image/jpeg"

_Made = tuple[str, int, int, str]
"""A variant as the cache names it: name, width, height and media type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One prepared file; ``name`` tells nothing of the original's, ``path`` is where it is cached."""

    name: str
    width: int
    height: int
    mime: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture ready to publish; width and height are those of its largest variant, in pixels.

    WebP for the site from narrow to wide, then one JPEG for print.
    """

    width: int
    height: int
    variants: tuple[Variant, ...]


class Pictures:
    """Prepares pictures below ``root`` and keeps them in ``cache`` by their content."""

    def __init__(self, root: Path, cache: Path) -> None:
        """Nothing is read or written yet."""
        self._root = root
        self.cache = cache
        self._known: dict[str, Picture | None] = {}
        self.unreadable: dict[str, Message] = {}

    def prepare(self, source: str) -> Picture | None:
        """The picture at ``source``, relative to the root; None where the file gives none.

        Why it gives none then stands in ``unreadable``.
        """
        if source not in self._known:
            try:
                self._known[source] = self._prepare(source)
            except UnreadablePictureError as reason:
                self.unreadable[source] = reason.args[0]
                self._known[source] = None
        return self._known[source]

    def digest(self, source: str) -> str | None:
        """The first digits of the SHA-256 of a picture's file; None where it gives no picture."""
        picture = self.prepare(source)
        return picture.variants[0].name.partition("-")[0] if picture else None

    def _prepare(self, source: str) -> Picture:
        content = read(self._root, source)
        stem = hashlib.sha256(content).hexdigest()[:16]
        return self._cached(stem) or self._make(stem, content)

    def _cached(self, stem: str) -> Picture | None:
        """What lies there, where it has our names and is no link: somebody may have put it there."""
        try:
            entry = json.loads((self.cache / f"{stem}.json").read_text(encoding="utf-8"))
            made = [
                (str(name), int(width), int(height), str(mime))
                for name, width, height, mime in entry["variants"]
            ]
            if entry["recipe"] != _RECIPE or not _are_ours(stem, made):
                return None
            if not all(stat.S_ISREG(os.lstat(self.cache / one[0]).st_mode) for one in made):
                return None
        except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return None
        return self._picture(made)

    def _make(self, stem: str, content: bytes) -> Picture:
        image = _decode(content)
        made: list[_Made] = []
        jobs: list[tuple[Image.Image, str, dict[str, Any]]] = []
        # The widest first: the narrow one is made from it, which is less work and looks the same.
        for size in dict.fromkeys(_fitting(image.size, width) for width in reversed(_WIDTHS)):
            image = image if size == image.size else image.resize(size, Image.Resampling.LANCZOS)
            jobs.insert(0, (image, "WEBP", {"quality": 80, "method": 2}))
        jobs.append((jobs[-1][0], "JPEG", {"quality": 84, "optimize": True}))
        for small, form, options in jobs:
            buffer = io.BytesIO()
            small.save(buffer, form, **options)
            mime = f"image/{form.lower()}"
            name = _name(stem, small.width, mime)
            write_whole(self.cache / name, buffer.getvalue())
            made.append((name, *small.size, mime))
        # Written last: what has an entry is complete.
        entry = json.dumps({"recipe": _RECIPE, "variants": made})
        write_whole(self.cache / f"{stem}.json", entry.encode())
        return self._picture(made)

    def _picture(self, made: list[_Made]) -> Picture:
        variants = tuple(
            Variant(name=name, width=width, height=height, mime=mime, path=self.cache / name)
            for name, width, height, mime in made
        )
        largest = max(variants, key=lambda one: one.width)
        return Picture(width=largest.width, height=largest.height, variants=variants)


def _name(stem: str, width: int, mime: str) -> str:
    return f"{stem}-{width}.{'jpg' if mime == _PRINTED else 'webp'}"


def _are_ours(stem: str, made: list[_Made]) -> bool:
    """Whether these are variants as we make and name them."""
    kinds = [mime for *_, mime in made]
    named = all(name == _name(stem, width, mime) for name, width, _, mime in made)
    return named and len(kinds) > 1 and kinds == [_SHOWN] * (len(kinds) - 1) + [_PRINTED]


def _fitting(size: tuple[int, int], width: int) -> tuple[int, int]:
    """The size for a width, keeping the shape, never larger than it was."""
    scale = min(1.0, width / size[0], _TALLEST * width / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def read(root: Path, source: str, most: int = _MAX_BYTES) -> bytes:
    """Read a regular file below the root, whatever stands in its way; ``most`` in bytes.

    Raises:
        UnreadablePictureError: for links, devices, what lies elsewhere and what is too large.
    """
    parts = PurePosixPath(source).parts
    inside = bool(parts) and "\0" not in source and ".." not in parts and not source.startswith("/")
    path = root.joinpath(*parts)
    if not inside or not _is_below(os.path.realpath(path), os.path.realpath(root)):
        raise UnreadablePictureError(say("The file is not in the folder of records."))
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError):
        raise UnreadablePictureError(say("The file cannot be opened.")) from None
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise UnreadablePictureError(say("This is not an ordinary file."))
        if about.st_size > most:
            raise UnreadablePictureError(say("The file is larger than {most} MB.", most=most // 1_000_000))
        return file.read(most + 1)


def _is_below(path: str, folder: str) -> bool:
    return os.path.commonpath((path, folder)) == folder


def _decode(content: bytes) -> Image.Image:
    """The picture, upright and in RGB, as a new image to which nothing else is attached."""
    plain = heic.decode(content) if heic.is_heic(content) else content
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            formats = _FORMATS if plain is content else ("PPM",)
            with Image.open(io.BytesIO(plain), formats=formats) as opened:
                _check_size(opened.size)
                # A JPEG can be decoded at a fraction of its size, several times as fast.
                opened.draft("RGB", _enough(opened.size))
                return _flatten(_upright(opened))
    except UnreadablePictureError:
        raise
    except Image.DecompressionBombError:
        raise UnreadablePictureError(TOO_MANY_PIXELS) from None
    except Exception:  # noqa: BLE001 - decoders raise whatever they stumble over
        raise UnreadablePictureError(
            say("This is no picture that can be read. Use JPEG, PNG, WebP, GIF or HEIC.")
        ) from None


def _enough(size: tuple[int, int]) -> tuple[int, int]:
    """The size from which the largest variant can be made, whichever way up the picture turns out to be."""
    width, height = size
    lying, standing = _fitting((width, height), _WIDTHS[-1]), _fitting((height, width), _WIDTHS[-1])
    scale = min(1.0, _ROOM * max(lying[0] / width, standing[1] / width))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _upright(opened: Image.Image) -> Image.Image:
    """As a viewer would show it; as it lies where what it tells of itself cannot be understood."""
    try:
        return ImageOps.exif_transpose(opened)
    except Exception:  # noqa: BLE001 - whatever broken metadata makes of it; the picture is read below
        opened.load()
        return opened


def _check_size(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MAX_PIXELS:
        raise UnreadablePictureError(TOO_MANY_PIXELS)


def _flatten(image: Image.Image) -> Image.Image:
    """Lay a picture on white paper."""
    paper = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        paper.paste(layer, mask=layer.getchannel("A"))
    else:
        paper.paste(image.convert("RGB"))
    return paper
