"""Diagnostics for people: the place, the line itself, what is wrong, how to mend it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bekwaam.diagnostics.diagnostic import LEARNER, Diagnostic, Location, Severity
from bekwaam.diagnostics.message import Message, Translate, say

Lines = Callable[[str], Sequence[str] | None]
"""The lines of a file by its path as in a diagnostic; None where they cannot be shown."""

_WIDTH = 88
"""Longer lines are cut around the place that matters."""

_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d\u200e\u200f"
"""They belong to good Persian, Arabic and emoji."""

_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}
_DIM, _BOLD, _OFF = "\x1b[2m", "\x1b[1m", "\x1b[0m"
_LEARNER = say("the learner")
_NAMES = {Severity.ERROR: say("error"), Severity.WARNING: say("warning")}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReport:
    """How a report is written: language, colours, and the way to a file from where we stand."""

    translate: Translate
    colour: bool
    shown_path: Callable[[str], str]
    lines: Lines

    def write(self, diagnostics: Iterable[Diagnostic], records: int) -> str:
        """The whole report: errors first, then warnings, each in the order of the files."""
        found = list(diagnostics)
        ordered = sorted(found, key=lambda one: one.severity is not Severity.ERROR)
        blocks = [self._block(one) for one in ordered]
        return "\n".join([*blocks, self._summary(found, records)])

    def _block(self, one: Diagnostic) -> str:
        path = self.shown_path(one.path)
        place = one.location
        if place is None or _is_empty(place):
            head, excerpt = path, []  # it is about the file as a whole
        else:
            head, excerpt = (
                f"{path}:{place.line}:{place.column}",
                self._excerpt(one.path, place, one.severity),
            )
        name = self._painted(
            f"{_NAMES[one.severity].render(self.translate)} {one.code}", _COLOURS[one.severity]
        )
        rows = [f"{self._painted(head, _BOLD)}  {name}", f"  {one.message.render(self.translate)}", *excerpt]
        if one.hint is not None:
            rows.append(f"  → {one.hint.render(self.translate)}")
        turn = _turn(one)
        if turn is not None:
            rows.append(f"  → {turn.render(self.translate)}")
        return "\n".join(rows) + "\n"

    def _excerpt(self, path: str, place: Location, severity: Severity) -> list[str]:
        lines = self.lines(path)
        if lines is None or not 1 <= place.line <= len(lines):
            return []
        line = "".join(map(_harmless, lines[place.line - 1].rstrip("\r")))
        start = place.column - 1
        end = min(place.end_column - 1 if place.end_line == place.line else len(line), len(line))
        cut = max(0, start - _WIDTH // 2) if len(line) > _WIDTH else 0
        before, after = "…" if cut else "", "…" if len(line) > cut + _WIDTH else ""
        shown = f"{before}{line[cut : cut + _WIDTH]}{after}"
        mark = "^" * max(1, _cells(line[start : min(end, cut + _WIDTH)]))
        number = str(place.line)
        gutter = " " * len(number)
        space = " " * (len(before) + _cells(line[cut:start]))
        return [
            self._painted(f"  {number} | ", _DIM) + shown,
            self._painted(f"  {gutter} | ", _DIM) + space + self._painted(mark, _COLOURS[severity]),
        ]

    def _summary(self, found: list[Diagnostic], records: int) -> str:
        errors = sum(one.severity is Severity.ERROR for one in found)
        message = say(
            "Records checked: {records}. Errors: {errors}. Warnings: {warnings}.",
            records=records,
            errors=errors,
            warnings=len(found) - errors,
        )
        return self._painted(message.render(self.translate), _BOLD)

    def _painted(self, text: str, colour: str) -> str:
        return f"{colour}{text}{_OFF}" if self.colour else text


def _turn(one: Diagnostic) -> Message | None:
    """Who can act, and by when."""
    who = tuple(_LEARNER if person == LEARNER else f"`{person}`" for person in one.who)
    if who and one.due:
        return say("Who can act: {who}. Due: {due}.", who=who, due=one.due)
    if who:
        return say("Who can act: {who}.", who=who)
    return say("Due: {due}.", due=one.due) if one.due else None


def _is_empty(place: Location) -> bool:
    return (place.line, place.column) == (place.end_line, place.end_column)


def _cells(text: str) -> int:
    """How wide a terminal shows a text: an accent on its own takes no room, an emoji takes two cells."""
    return sum(_cell(character) for character in text)


def _harmless(character: str) -> str:
    """What cannot be seen, or would steer the terminal, as one character that can be seen."""
    if character in _JOINERS:
        return character
    if character == "\t":
        return " "
    return "\ufffd" if unicodedata.category(character) in _UNSEEN else character


def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
