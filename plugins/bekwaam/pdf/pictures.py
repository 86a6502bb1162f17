"""The prepared pictures that one document shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bekwaam.diagnostics import Message, say
from bekwaam.pdf.assets import PICTURES, SCHEME
from bekwaam.rendering.pictures import Picture
from bekwaam.views.parts import PhotoView

_PRINTABLE = "image/jpeg"

_PAGE = 170.0
_GAP = 4.0
_HIGHEST = {1: 74.0, 2: 74.0, 3: 66.0}
"""How high (mm) the pictures of a row may be, by how many stand in it: two short pieces share a page."""

_LARGE = 150.0
"""How high the only picture may be of work that the learner chose as their best."""

Prepare = Callable[[str], Picture | None]
"""Gives a picture by its path in the folder of records, re-encoded and without metadata."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPicture:
    """A picture's address for the template, and its shape in pixels."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A photo in its place: ``width`` and ``height`` in millimetres, None where it gives no picture."""

    photo: PhotoView
    picture: PrintedPicture | None
    width: float
    height: float


class Album:
    """Prepares pictures as a template asks for them, and remembers which files they became."""

    def __init__(self, prepare: Prepare) -> None:
        """Start empty."""
        self._prepare = prepare
        self.files: dict[str, Path] = {}
        self.missing: list[Message] = []

    def add(self, photo: PhotoView) -> PrintedPicture | None:
        """The picture to print, or None where its file gives none."""
        picture = self._prepare(photo.source)
        variants = [one for one in picture.variants if one.mime == _PRINTABLE] if picture else []
        if not variants:
            self.missing.append(
                say("The picture {file} could not be read, so it is not printed.", file=photo.source)
            )
            return None
        best = max(variants, key=lambda one: one.width)
        self.files[best.name] = best.path
        address = f"{SCHEME}{PICTURES}/{best.name}"
        return PrintedPicture(address=address, width=best.width, height=best.height)

    def rows(self, photos: tuple[PhotoView, ...], *, large: bool = False) -> list[list[Frame]]:
        """Hang photos in rows of equal height, each of them whole; a ``large`` one if it is alone."""
        in_a_row = 3 if len(photos) == 3 or len(photos) > 4 else 2
        return [
            self._row(photos[at : at + in_a_row], large=large and len(photos) == 1)
            for at in range(0, len(photos), in_a_row)
        ]

    def _row(self, photos: tuple[PhotoView, ...], *, large: bool) -> list[Frame]:
        pictures = [self.add(photo) for photo in photos]
        ratios = [one.width / one.height if one else 1.0 for one in pictures]
        highest = _LARGE if large else _HIGHEST[len(photos)]
        height = min((_PAGE - _GAP * (len(photos) - 1)) / sum(ratios), highest)
        return [
            Frame(photo=photo, picture=picture, width=round(height * ratio, 2), height=round(height, 2))
            for photo, picture, ratio in zip(photos, pictures, ratios, strict=True)
        ]
