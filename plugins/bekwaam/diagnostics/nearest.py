"""The word somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_MAX_LENGTH = 64
"""Longer words are no typing mistakes; comparing them would only cost time."""

_MIN_START = 3
"""Two letters are the start of too much."""


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``word``, or None where none is near."""
    if len(word) > _MAX_LENGTH:
        return None
    by_folded = {candidate.casefold(): candidate for candidate in sorted(candidates)}
    folded = word.casefold()
    begun = [one for one in by_folded if len(folded) >= _MIN_START and _begins(one, folded)]
    if len(begun) == 1:
        return by_folded[begun[0]]
    found = get_close_matches(folded, by_folded, n=1, cutoff=0.6)
    # Letters that changed places count as two mistakes above, which is too much in a short word.
    swapped = (one for one in by_folded if sorted(one) == sorted(folded))
    chosen = found[0] if found else next(swapped, None)
    return by_folded[chosen] if chosen is not None else None


def _begins(candidate: str, start: str) -> bool:
    """Whether whole words of an id stand there, as someone's first name does."""
    return candidate.startswith(start) and not candidate[len(start) : len(start) + 1].isalnum()
