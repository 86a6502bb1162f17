"""Keeps a text within what a page or a printer of pages can take."""

from __future__ import annotations

import unicodedata

MAX_LENGTH = 30_000
"""Characters in one text, some ten printed pages."""

_MAX_MARKS = 6
"""Marks stacked on one letter; no script that people write with needs more."""


def tame(text: str, max_length: int = MAX_LENGTH) -> str:
    """Cut what is far too long, ending in an ellipsis, and thin out stacks of combining marks."""
    if len(text) > max_length:
        start, _, rest = text[:max_length].rstrip().rpartition(" ")
        text = f"{start or rest} …"
    return text if text.isascii() else _thin_out(text)


def _thin_out(text: str) -> str:
    stacking = {one for one in set(text) if unicodedata.category(one) in ("Mn", "Me")}
    if not stacking:
        return text
    kept = []
    marks = 0
    for character in text:
        marks = marks + 1 if character in stacking else 0
        if marks <= _MAX_MARKS:
            kept.append(character)
    return "".join(kept)
