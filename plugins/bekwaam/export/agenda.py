"""Somebody's due dates as an iCalendar file, for the calendar where they look anyway."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event

from bekwaam.diagnostics import Message
from bekwaam.rendering.dates import spelled
from bekwaam.rendering.labels import label
from bekwaam.rendering.tame import tame
from bekwaam.rendering.translations import load
from bekwaam.views.team.task import Task

_MAKER = "-//bekwaam//agenda//"
_DAY = dt.timedelta(days=1)


def agenda(name: str, school: str, tasks: Iterable[Task], as_of: dt.date, language: str) -> bytes:
    """A calendar with an event of a whole day for every task with a date (RFC 5545).

    The same task has the same number in every build, so a calendar moves what it knows. Nothing
    depends on the clock: the stamp is the day of the views.
    """
    calendar = Calendar()
    calendar.add("prodid", f"{_MAKER}{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _plain(f"{name} · {school}"))
    for task in tasks:
        if task.due is not None:
            calendar.add_component(_event(task, task.due, as_of, language))
    return bytes(calendar.to_ical())


def _event(task: Task, due: dt.date, as_of: dt.date, language: str) -> Event:
    translate = load(language).gettext

    def told(message: Message) -> str:
        return spelled(message, language).render(translate)

    learner = str(task.learner.title) if task.learner else None
    summary = told(task.says)
    lines = [", ".join(map(str, (one.title for one in task.about))), told(task.how) if task.how else ""]
    event = Event()
    event.add("uid", f"{task.number}@bekwaam")
    event.add("dtstamp", dt.datetime.combine(as_of, dt.time(), tzinfo=dt.UTC))
    event.add("sequence", as_of.toordinal())
    event.add("dtstart", due)
    event.add("dtend", due + _DAY)
    event.add("summary", _plain(f"{learner}: {summary}" if learner else summary))
    event.add("description", "\n".join(map(_plain, filter(None, lines))))
    event.add("categories", [label(task.kind, translate)])
    # A calendar that is shared then shows others that there is something, and not about whom.
    event.add("class", "PRIVATE")
    # A day on which something is due is not a day on which nobody can meet.
    event.add("transp", "TRANSPARENT")
    return event


def _plain(text: str) -> str:
    """One line without characters that steer or hide what a reader sees."""
    # The library takes \N for a line break, wherever it stands.
    return " ".join(tame(text).replace("\\N", "\\n").split())
