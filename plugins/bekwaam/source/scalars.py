"""What a value without quotes means: a truth value, null, a number, or text."""

from __future__ import annotations

import math
import re
from enum import Enum

Plain = str | int | float | bool | None

MAX_INTEGER = 2**53 - 1
"""The largest whole number that every JSON tool keeps exactly; seals rest on that."""

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\Z")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")
_MAX_DIGITS = len(str(MAX_INTEGER))


class Refused(Enum):
    """Why a number is not taken."""

    NOT_FINITE = "not finite"
    TOO_LARGE = "too large"


def resolve(word: str) -> Plain | Refused:
    """Read a plain scalar by the rules of JSON; what JSON does not know is text."""
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in "-+.0123456789":
        return word
    number = _NUMBER.match(word)
    if number is None:
        return Refused.NOT_FINITE if _NOT_FINITE.match(word) else word
    if number[1] is None and number[2] is None:
        if len(word.lstrip("-")) > _MAX_DIGITS or abs(int(word)) > MAX_INTEGER:
            return Refused.TOO_LARGE
        return int(word)
    value = float(word)
    return value if math.isfinite(value) else Refused.TOO_LARGE
