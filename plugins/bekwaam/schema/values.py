"""How values from a record are shown in a finding."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

MOST_SHOWN = 40
"""A value in a finding is cut after so many characters: the excerpt beside it shows the rest."""

_HUGE = 10**30
_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ./'_-]*[A-Za-z0-9.])?\Z|[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_TRUTH = ("true", "false", "null")


def shown(value: object, most: int = MOST_SHOWN) -> str:
    """A value on one line and not too long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) >= _HUGE:
        return "…"
    if isinstance(value, str):
        # Only what fits is looked at, so that a very long text costs no more than a short one.
        value = " ".join("".join(_printable(one) for one in value[: most * 4]).split())
    text = str(value)
    return text if len(text) <= most else text[: most - 1] + "…"


def _printable(character: str) -> str:
    return character if character.isprintable() else " "


def code_list(words: Iterable[str], most: int = 30) -> str:
    """Words between backticks, with commas."""
    listed = [f"`{shown(word)}`" for word in words]
    return ", ".join(listed[:most]) + (", …" if len(listed) > most else "")


def as_yaml(value: object) -> str | None:
    """How a short value is written in a record; None for what takes more than a line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        plain = _PLAIN.match(value) is not None and value not in _TRUTH
        return value if plain else json.dumps(value, ensure_ascii=False)
    if isinstance(value, list) and value:
        items = [as_yaml(item) for item in value if not isinstance(item, dict | list)]
        return f"[{', '.join(filter(None, items))}]" if len(items) == len(value) else None
    return None
