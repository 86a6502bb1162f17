"""A pattern for somebody without a photo: always the same for the same person."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

_GRID = 4
_CELL = 15
_PAIRS = (
    ("#e9ddc8", "#9a4a1f", "#d9a86c"),
    ("#dbe4e6", "#1f5f6b", "#8fb7bd"),
    ("#e4e2cf", "#56651f", "#aab573"),
    ("#ead9dc", "#7d2f4a", "#c58ca0"),
    ("#dcdfea", "#3c4a86", "#99a4cd"),
    ("#eadfd0", "#6b4a1f", "#c2a06d"),
)
"""Ground, dark and middle colours; apart in black and white too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One shape of a pattern."""

    path: str
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A square of 60 by 60 units."""

    ground: str
    dark: str
    tiles: tuple[Tile, ...]


def portrait(key: str) -> Portrait:
    """Draw a quilt of quarter circles and triangles from a learner's key."""
    dice = sha256(key.encode()).digest()
    ground, dark, middle = _PAIRS[dice[0] % len(_PAIRS)]
    tiles = []
    for at in range(_GRID * _GRID):
        throw = dice[1 + at]
        x, y = at % _GRID * _CELL, at // _GRID * _CELL
        tiles.append(Tile(path=_shape(throw, x, y), fill=dark if throw & 64 else middle))
    return Portrait(ground=ground, dark=dark, tiles=tuple(tiles))


def _shape(throw: int, x: int, y: int) -> str:
    left, top, right, bottom = x, y, x + _CELL, y + _CELL
    radius = f"{_CELL} {_CELL} 0 0 1"
    return (
        f"M{left} {top}h{_CELL}a{radius} -{_CELL} {_CELL}z",
        f"M{right} {top}v{_CELL}a{radius} -{_CELL} -{_CELL}z",
        f"M{right} {bottom}h-{_CELL}a{radius} {_CELL} -{_CELL}z",
        f"M{left} {bottom}v-{_CELL}a{radius} {_CELL} {_CELL}z",
        f"M{left} {top}l{_CELL} {_CELL}h-{_CELL}z",
        f"M{left} {top}h{_CELL}v{_CELL}z",
    )[throw % 6]
