"""How rules make their diagnostics."""

from __future__ import annotations

import datetime as dt
from typing import Any

from bekwaam.diagnostics import At, Diagnostic, Message, Pointer, say
from bekwaam.model.project import Record


def finding(
    code: str,
    record: Record[Any],
    pointer: Pointer,
    message: Message,
    hint: Message,
    *,
    at: At = At.VALUE,
    who: tuple[str, ...] = (),
    due: dt.date | None = None,
) -> Diagnostic:
    """A diagnostic about one value of a record, or about its key."""
    return Diagnostic(
        code=code, path=record.path, message=message, hint=hint, pointer=pointer, at=at, who=who, due=due
    )


def gap(
    code: str,
    point: str,
    record: Record[Any],
    pointer: Pointer,
    message: Message,
    hint: Message,
    *,
    who: tuple[str, ...],
    due: dt.date | None = None,
    at: At = At.VALUE,
) -> Diagnostic:
    """A warning about the process; its message ends with the point of the guide (two digits).

    ``who`` can act on it, and ``due`` is the last day on which nothing is late, where there is one.
    """
    told = say("{gap} (point {point})", gap=message, point=point)
    return finding(code, record, pointer, told, hint, at=at, who=who, due=due)
