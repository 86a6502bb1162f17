"""One key of a record's text, with every other byte left as it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bekwaam.diagnostics import At
from bekwaam.source.positions import locate
from bekwaam.source.yaml_subset import parse


def without_key(text: str, key: str) -> str:
    """The text without the lines of a top-level key, and without the empty lines after it."""
    place = _lines_of(text, key)
    if place is None:
        return text
    first, _, last = place
    lines = text.splitlines(keepends=True)
    return "".join(lines[:first] + lines[last:])


def with_key(text: str, key: str, lines: Sequence[str], value: Any) -> str | None:
    """The text with the lines of a top-level key in place of those it may have, else at the end.

    ``lines`` are without line ends and say ``value``. None where that cannot be done without changing
    what the record says besides: a record in one pair of braces, or one whose last text keeps the empty
    lines that follow it.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    new = newline.join(lines) + newline
    place = _lines_of(text, key)
    if place is None:
        changed = text + ("" if text.endswith("\n") else newline) + new
    else:
        first, last, _ = place
        old = text.splitlines(keepends=True)
        changed = "".join([*old[:first], new, *old[last:]])
    before, _ = parse(text, "")
    after, _ = parse(changed, "")
    if before is None or after is None:
        return None
    expected = {name: one for name, one in before.items() if name != key}
    said = {name: one for name, one in after.items() if name != key}
    return changed if said == expected and after.get(key) == value else None


def _lines_of(text: str, key: str) -> tuple[int, int, int] | None:
    """Where a key's lines start and end, and where the empty lines after them end."""
    data, _ = parse(text, "")
    lines = text.splitlines(keepends=True)
    if data is not None and key in data:
        first = locate(text, (key,), At.KEY).line - 1
    else:
        # A key without a value is no part of the data, but stands there.
        empty = (place for place, line in enumerate(lines) if line.startswith(f"{key}:"))
        first = next(empty, -1)
    if data is None or first < 0:
        return None
    last = end = first + 1
    while end < len(lines) and (not lines[end].strip() or lines[end][0] in " \t"):
        end += 1
        if lines[end - 1].strip():
            last = end
    return first, last, end
