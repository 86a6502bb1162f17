"""The generated portrait of somebody without a photo: a pattern and colours drawn from an id."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

PATTERNS = 6
"""How many patterns `partials/portrait.html` draws."""

HUES = 8
"""How many sets of colours the style sheet has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Which pattern, in which colours, turned by how many degrees."""

    number: int
    hue: int
    turn: int


def pattern(key: str) -> Pattern:
    """The pattern of a learner, workplace or framework; the same key always gives the same one."""
    first, second, third, *_ = sha256(key.encode()).digest()
    return Pattern(number=first % PATTERNS, hue=second % HUES, turn=third % 4 * 90)
