"""The fonts of a document: ours for Latin script, and those for other scripts only where they are needed."""

from __future__ import annotations

from dataclasses import dataclass

_WEIGHTS = (400, 600)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Script:
    """A font for a stretch of Unicode; ``ranges`` are code points, both ends included."""

    family: str
    file: str
    ranges: tuple[tuple[int, int], ...]


_SCRIPTS = (
    _Script(
        family="Noto Vietnamese", file="noto-sans-vietnamese", ranges=((0x01A0, 0x01B0), (0x1EA0, 0x1EF9))
    ),
    _Script(family="Noto Cyrillic", file="noto-sans-cyrillic", ranges=((0x0400, 0x04FF),)),
    _Script(
        family="Noto Cyrillic More",
        file="noto-sans-cyrillic-ext",
        ranges=((0x0460, 0x052F), (0x1C80, 0x1C8A), (0xA640, 0xA69F)),
    ),
    _Script(family="Noto Greek", file="noto-sans-greek", ranges=((0x0370, 0x03FF),)),
    _Script(family="Noto Greek More", file="noto-sans-greek-ext", ranges=((0x1F00, 0x1FFF),)),
    _Script(family="Noto Armenian", file="noto-sans-armenian-armenian", ranges=((0x0530, 0x058F),)),
    _Script(
        family="Noto Hebrew", file="noto-sans-hebrew-hebrew", ranges=((0x0590, 0x05FF), (0xFB1D, 0xFB4F))
    ),
    _Script(
        family="Noto Arabic",
        file="noto-sans-arabic-arabic",
        ranges=((0x0600, 0x06FF), (0x0750, 0x077F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
    ),
    _Script(family="Noto Devanagari", file="noto-sans-devanagari", ranges=((0x0900, 0x097F),)),
    _Script(family="Noto Bengali", file="noto-sans-bengali-bengali", ranges=((0x0980, 0x09FF),)),
    _Script(family="Noto Thai", file="noto-sans-thai-thai", ranges=((0x0E00, 0x0E7F),)),
    _Script(
        family="Noto Georgian",
        file="noto-sans-georgian-georgian",
        ranges=((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2D)),
    ),
    _Script(
        family="Noto Ethiopic",
        file="noto-sans-ethiopic-ethiopic",
        ranges=((0x1200, 0x139F), (0x2D80, 0x2DDF)),
    ),
)
"""For every other script, Chinese, Japanese and Korean among them, the machine's own fonts serve."""


def faces(text: str) -> str:
    """CSS with a ``@font-face`` for each script that ``text`` is written in, and the stacks of families.

    >>> faces("Noor").count("@font-face")
    0
    >>> faces("Дмитро").count("@font-face")
    2
    """
    if text.isascii():
        used: tuple[_Script, ...] = ()
    else:
        points = {ord(character) for character in set(text)}
        used = tuple(one for one in _SCRIPTS if _occurs(one, points))
    rules = [
        f'@font-face {{ font-family: "{one.family}"; font-weight: {weight}; '
        f"src: url(asset:fonts/{one.file}-{weight}-normal.woff2) }}"
        for one in used
        for weight in _WEIGHTS
    ]
    others = "".join(f'"{one.family}", ' for one in used) + '"Noto Sans", sans-serif'
    rules.append(
        f':root {{ --text: "Atkinson", "Atkinson More", {others}; '
        f'--heading: "Bricolage", "Bricolage More", "Bricolage Vietnamese", {others} }}'
    )
    return "\n".join(rules)


def _occurs(script: _Script, points: set[int]) -> bool:
    return any(first <= point <= last for first, last in script.ranges for point in points)
