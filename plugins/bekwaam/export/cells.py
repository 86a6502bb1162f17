"""Texts in tables that a spreadsheet opens: never a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes spreadsheets read a text as a formula; the wide ones are taken for the narrow."""


def safe(value: object) -> object:
    """A value as a cell; a text that could be a formula gets an apostrophe before it.

    >>> safe("=1+1"), safe(" @me"), safe("a = b"), safe(-3)
    ("'=1+1", "' @me", 'a = b', -3)
    """
    if not isinstance(value, str):
        return value
    return f"'{value}" if value.startswith(_STARTS) or value.lstrip().startswith(_STARTS) else value


def write_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as comma-separated values, as RFC 4180 says but with line feeds; an empty cell for None."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue()
