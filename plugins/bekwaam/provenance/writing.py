"""A seal as text at the end of a record, every other byte left as it was."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from bekwaam.source import parse
from bekwaam.source.rewriting import without_key


def with_seal(text: str, seal: Mapping[str, Any]) -> str | None:
    """The text of a record with a seal at its end, in place of the seal that it may have.

    None where that cannot be done without changing what the record says: a record in one pair of
    braces, or one whose last text keeps the empty lines that follow it.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    bare = without_seal(text)
    if not bare.endswith(("\n", "\r\n")):
        bare += newline
    sealed = bare + newline.join(_lines(seal)) + newline
    before, _ = parse(text, "")
    after, _ = parse(sealed, "")
    if before is None or after is None:
        return None
    expected = {key: value for key, value in before.items() if key != "seal"}
    said = {key: value for key, value in after.items() if key != "seal"}
    return sealed if said == expected and after.get("seal") == seal else None


def without_seal(text: str) -> str:
    """The text of a record without the lines of its seal."""
    return without_key(text, "seal")


def with_history(
    seal: Mapping[str, Any], old: Mapping[str, Any], day: dt.date, reason: str
) -> dict[str, Any]:
    """A new seal that remembers why the old one was replaced."""
    history = old.get("history")
    past = history if isinstance(history, list) else [history] if history else []
    return {**seal, "history": [*past, {"date": day.isoformat(), "reason": reason}]}


def _lines(seal: Mapping[str, Any]) -> list[str]:
    rows = ["seal:"]
    for key, value in seal.items():
        if isinstance(value, dict):
            if not value:
                rows.append(f"  {key}: {{}}")
                continue
            rows.append(f"  {key}:")
            rows.extend(f"    {_quoted(name)}: {_quoted(one)}" for name, one in value.items())
        elif isinstance(value, list):
            rows.append(f"  {key}:")
            for entry in value:
                (first, *rest) = entry.items()
                rows.append(f"    - {first[0]}: {_quoted(first[1])}")
                rows.extend(f"      {name}: {_quoted(one)}" for name, one in rest)
        elif isinstance(value, str) and "\n" in value:
            rows.append(f"  {key}: |")
            rows.extend(f"    {line}" for line in value.splitlines())
        else:
            rows.append(f"  {key}: {_quoted(value)}")
    return rows


def _quoted(value: Any) -> str:
    """As JSON, which our YAML reads as the same text whatever it looks like."""
    return json.dumps(value, ensure_ascii=False)
