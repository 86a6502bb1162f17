"""Characters that a record may not hold, because a reader cannot see what they do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bekwaam.diagnostics import Diagnostic, Location, Message, say

_HIDDEN_BREAKS = "\x85\u2028\u2029"
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_PLANES = "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 17))

# Joiners (U+200C, U+200D) and direction marks (U+200E, U+200F) are part of good Persian, Arabic
# and emoji, and they neither break a line nor reorder what follows: they are allowed. What is
# allowed is listed, not what is forbidden, because ASCII in front makes the search ten times faster.
_ALLOWED = " -~\t\n\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd" + _PLANES
FORBIDDEN = re.compile(f"[^{_ALLOWED}]")
"""One forbidden character of a value or a name: also a carriage return."""

_SUSPECT = re.compile(f"[^{_ALLOWED}\r]")
_RAW_RUN = re.compile(f"(?:[^{_ALLOWED}\r]|\r(?!\n))+")
_TURNS = re.compile(f"[{_DIRECTION}]")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\r?\n|.))", re.DOTALL)
_SHORT_ESCAPES = {
    "0": "\x00", "a": "\x07", "b": "\x08", "v": "\x0b", "f": "\x0c", "r": "\r", "e": "\x1b",
    "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_REPLACEMENT = "\ufffd"


def has_forbidden(value: str) -> bool:
    """Whether a value, its escapes already resolved, holds a forbidden character."""
    return FORBIDDEN.search(value) is not None


def has_suspects(text: str) -> bool:
    """Whether a file's text holds a forbidden character as such, not as an escape."""
    return _SUSPECT.search(text) is not None or ("\r" in text and _RAW_RUN.search(text) is not None)


def without_forbidden(text: str) -> str:
    """The text with a harmless character in each forbidden one's place; positions stay."""
    return _RAW_RUN.sub(lambda run: _REPLACEMENT * len(run[0]), text)


def raw_runs(text: str, path: str, most: int) -> list[Diagnostic]:
    """A finding for each of the first ``most`` runs of forbidden characters in a file's text."""
    findings: list[Diagnostic] = []
    old_breaks = 0
    for run in _RAW_RUN.finditer(text):
        old_breaks += run[0] == "\r"
        if run[0] == "\r" and old_breaks > 1:
            continue  # one of them tells how all of them are mended
        findings.append(forbidden(run[0][0], path, location_of(text, run.start(), run.end())))
        if len(findings) == most:
            break
    return findings


def escapes(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Forbidden characters written as escapes in a double-quoted value: which, from, to."""
    for escape in _ESCAPE.finditer(text, start, end):
        digits = escape[1] or escape[2] or escape[3]
        if digits is None:
            character = _SHORT_ESCAPES.get(escape[4])
        else:
            number = int(digits, 16)
            character = chr(number) if number <= 0x10FFFF else None
        if character is not None and FORBIDDEN.match(character):
            yield character, escape.start(), escape.end()


def forbidden(character: str, path: str, location: Location) -> Diagnostic:
    """The finding about one forbidden character, named by its number: it cannot be shown."""
    message, hint = _words(character)
    return Diagnostic(code="E105", path=path, message=message, hint=hint, location=location)


def _words(character: str) -> tuple[Message, Message]:
    code = f"U+{ord(character):04X}"
    if character == "\r":
        return (
            say("The line breaks of this file are not all the same: here is a CR without an LF."),
            say("Set the line ends to LF (or CRLF) in your editor and save the file again."),
        )
    if character in _HIDDEN_BREAKS:
        return (
            say("A hidden line break ({code}) stands here.", code=code),
            say("Delete it and press Enter, or write one line."),
        )
    if _TURNS.match(character):
        return (
            say("A hidden character ({code}) that turns the direction of the text stands here.", code=code),
            say("Delete it. Right-to-left text needs no such character."),
        )
    return (
        say("A character that is not allowed ({code}) stands here.", code=code),
        say("You cannot see it. Delete the characters around this place and type them again."),
    )


def location_of(text: str, start: int, end: int) -> Location:
    """The place of ``text[start:end]``, which is on one line (else it ends with its first line)."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    stop = end if line_end == -1 else max(start + 1, min(end, line_end))
    line = text.count("\n", 0, start) + 1
    return Location(line=line, column=start - line_start + 1, end_line=line, end_column=stop - line_start + 1)


def shown(word: str, longest: int = 40) -> str:
    """A name as a message may show it: on one line, visible, not too long."""
    short = word if len(word) <= longest else word[: longest - 1] + "…"
    return "".join(
        character
        if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")
        else f"\\u{ord(character):04x}"
        for character in short
    )
