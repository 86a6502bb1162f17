"""Agendas, read back with the library that calendars are checked with."""

import datetime as dt
from typing import Any

from icalendar import Calendar

from bekwaam.diagnostics import say
from bekwaam.export.agenda import agenda
from bekwaam.views.parts import Link
from bekwaam.views.team.task import Task, TaskKind
from bekwaam.views.words import Words

DAY = dt.date(2026, 6, 30)
ANNA = Link(title=Words("Anna Peeters; \\Noor, نور"), uri="learners/anna/")
VISIT = Task(
    kind=TaskKind.VISIT,
    who=("lieve",),
    says=say("Visit the workplace; the last visit was on {date}", date=dt.date(2026, 5, 28)),
    number="0123456789abcdef",
    path="learners/anna/agreements/one.yml",
    due=dt.date(2026, 7, 27),
    how=say("Plan it with the mentor, and note it in the learner's `contacts/`."),
    about=(Link(title=Words("deeg\nmaken: " + "heel " * 40), uri=None),),
    learner=ANNA,
    key="anna",
)
NO_DATE = Task(kind=TaskKind.CONFIRM, who=("lieve",), says=say("x"), number="1", path="x.yml")


def read(content: bytes) -> list[Any]:
    """The events of a calendar; what they hold depends on the field."""
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return list(calendar.events)


def test_every_task_with_a_date_is_a_day_in_the_calendar() -> None:
    [event] = read(agenda("Lieve", "School", [VISIT, NO_DATE], DAY, "nl"))
    assert event["uid"] == "0123456789abcdef@bekwaam"
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2026, 7, 27), dt.date(2026, 7, 28))
    assert event["dtstamp"].dt == dt.datetime(2026, 6, 30, tzinfo=dt.UTC)
    assert event["class"] == "PRIVATE"
    assert event["transp"] == "TRANSPARENT"


def test_it_speaks_the_school_s_language_and_escapes_what_it_says() -> None:
    [event] = read(agenda("Lieve", "School", [VISIT], DAY, "nl"))
    assert event["summary"] == (
        "Anna Peeters; \\noor, نور: Ga langs op de werkplek; het laatste bezoek was op 28 mei 2026"
    )
    first, second = str(event["description"]).split("\n")
    assert first.startswith("deeg maken: heel heel")
    assert second.startswith("Plan het met de mentor")
    [event] = read(agenda("Lieve", "School", [VISIT], DAY, "en"))
    assert str(event["summary"]).endswith("Visit the workplace; the last visit was on 28 May 2026")


def test_the_same_school_gives_the_same_bytes_in_the_right_form() -> None:
    content = agenda("Lieve", "School", [VISIT], DAY, "nl")
    assert content == agenda("Lieve", "School", [VISIT], DAY, "nl")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_words_cannot_add_an_event() -> None:
    hostile = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y"
    task = Task(
        kind=TaskKind.GAP,
        who=(),
        says=say("{text}", text=hostile),
        number="2",
        path="x.yml",
        due=DAY,
    )
    [event] = read(agenda(hostile, hostile, [task], DAY, "nl"))
    assert event["summary"] == "x END:VEVENT BEGIN:VEVENT SUMMARY:y"


def test_an_agenda_without_dates_is_still_a_calendar() -> None:
    assert read(agenda("Lieve", "School", [], DAY, "nl")) == []
