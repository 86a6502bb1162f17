"""Somebody's due dates as an iCalendar file, for the calendar where they look anyway."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from bekwaam.diagnostics import Message
from bekwaam.rendering.dates import spelled
from bekwaam.rendering.labels import label
from bekwaam.rendering.tame import tame
from bekwaam.rendering.translations import load
from bekwaam.views.team.task import Task

_MAKER = "-//bekwaam//agenda//"
_DAY = dt.timedelta(days=1)
_LONGEST = 74
"""Bytes in a line, apart from its end: RFC 5545 allows 75."""


def agenda(name: str, school: str, tasks: Iterable[Task], as_of: dt.date, language: str) -> bytes:
    """A calendar with an event of a whole day for every task with a date (RFC 5545).

    The same task has the same number in every build, so a calendar moves what it knows. Nothing
    depends on the clock: the stamp is the day of the views.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_MAKER}{language.upper()}",
        # No calendar takes signs away from this one: the name is no property of the standard.
        f"X-WR-CALNAME:{_plain(f'{name} · {school}')}",
    ]
    for task in tasks:
        if task.due is not None:
            lines += _event(task, task.due, as_of, language)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(task: Task, due: dt.date, as_of: dt.date, language: str) -> Iterator[str]:
    translate = load(language).gettext

    def told(message: Message) -> str:
        return spelled(message, language).render(translate)

    learner = str(task.learner.title) if task.learner else None
    summary = told(task.says)
    about = ", ".join(map(str, (one.title for one in task.about)))
    description = "\n".join(map(_plain, filter(None, (about, told(task.how) if task.how else ""))))
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{_text(_plain(f'{learner}: {summary}' if learner else summary))}"
    yield f"DTSTART;VALUE=DATE:{_compact(due)}"
    yield f"DTEND;VALUE=DATE:{_compact(due + _DAY)}"
    yield f"DTSTAMP:{_compact(as_of)}T000000Z"
    yield f"UID:{_text(f'{task.number}@bekwaam')}"
    yield f"SEQUENCE:{as_of.toordinal()}"
    yield f"CATEGORIES:{_text(label(task.kind, translate))}"
    # A calendar that is shared then shows others that there is something, and not about whom.
    yield "CLASS:PRIVATE"
    yield f"DESCRIPTION:{_text(description)}"
    # A day on which something is due is not a day on which nobody can meet.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _plain(text: str) -> str:
    """One line without characters that steer or hide what a reader sees."""
    # Who reads it may take \\N for a line break, wherever it stands.
    return " ".join(tame(text).replace("\\N", "\\n").split())


def _text(text: str) -> str:
    """A value of the kind TEXT: what has a meaning of its own there stands behind a backslash."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _compact(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _folded(line: str) -> str:
    """A line in parts of at most 75 bytes, each further one behind a space.

    No character is cut in two, and no backslash stands apart from what it belongs to.
    """
    content = line.encode()
    if len(content) <= _LONGEST:
        return line
    parts = []
    start = 0
    while len(content) - start > _LONGEST:
        end = start + _LONGEST
        while content[end] & 0b1100_0000 == 0b1000_0000:
            end -= 1
        if content[end - 1] in b"\\^":
            end -= 1
        parts.append(content[start:end].decode())
        start = end
    parts.append(content[start:].decode())
    return "\r\n ".join(parts)
