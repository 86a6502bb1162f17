"""The word somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_MAX_LENGTH = 64
"""Longer words are no typing mistakes; comparing them would only cost time."""


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``word``, or None where none is near."""
    if len(word) > _MAX_LENGTH:
        return None
    by_folded = {candidate.casefold(): candidate for candidate in sorted(candidates)}
    found = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None
