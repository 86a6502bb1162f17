"""One finding: its code, its place in a file, what is wrong and how to mend it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from bekwaam.diagnostics.message import Message, Translate

Pointer = tuple[str | int, ...]
"""The way from the root of a record to one of its values: keys and list positions."""


LEARNER = "learner"
"""Stands for the learner among those who can act."""


class Severity(Enum):
    """Whether a finding stops a build."""

    ERROR = "error"
    WARNING = "warning"


class At(Enum):
    """Which end of a pointer to underline."""

    VALUE = "value"
    KEY = "key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A stretch of text; lines and columns count from 1, in characters.

    ``end_column`` is the column just past the last character, as in ``line 4, columns 5 to 18``
    for thirteen characters.
    """

    line: int
    column: int
    end_line: int
    end_column: int


TOP = Location(line=1, column=1, end_line=1, end_column=1)
"""The place of a finding about a whole file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding about one file.

    ``path`` is relative to the folder of records, with ``/``. ``pointer`` names the value in
    the record; the place in the text (``location``) is looked up only when it is needed. ``who``
    are those who can act on it: ids of people, and ``learner`` for the learner; ``due`` is the last
    day on which nothing is late yet.
    """

    code: str
    path: str
    message: Message
    hint: Message | None = None
    pointer: Pointer = ()
    at: At = At.VALUE
    location: Location | None = None
    who: tuple[str, ...] = ()
    due: dt.date | None = None

    @property
    def severity(self) -> Severity:
        """``E...`` codes are errors, ``W...`` codes are warnings."""
        return Severity.ERROR if self.code.startswith("E") else Severity.WARNING

    def told(self, translate: Translate) -> str:
        """What is wrong and how to mend it, a line each."""
        lines = [self.message, self.hint] if self.hint else [self.message]
        return "\n".join(line.render(translate) for line in lines)
