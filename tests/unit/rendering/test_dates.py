"""Dates in several languages."""

import datetime as dt

import pytest

from bekwaam.diagnostics import say
from bekwaam.rendering import dates

DAY = dt.date(2026, 5, 14)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", "14 mei 2026"),
        ("nl-BE", "14 mei 2026"),
        ("en", "14 May 2026"),
        ("fr", "14 mai 2026"),
        ("de", "14. Mai 2026"),
    ],
)
def test_a_day_reads_as_in_its_language(language: str, expected: str) -> None:
    assert dates.full(DAY, language) == expected


def test_months_are_written_out_in_every_month() -> None:
    assert dates.full(dt.date(2025, 9, 1), "nl") == "1 september 2025"
    assert dates.short(dt.date(2025, 9, 1), "nl") == "1 september"
    assert dates.month(DAY, "nl") == "mei 2026"


def test_a_period_says_the_year_once_where_that_is_enough() -> None:
    assert dates.period(dt.date(2025, 9, 1), dt.date(2026, 6, 30), "nl") == "sep 2025 – jun 2026"
    assert dates.period(dt.date(2026, 2, 1), dt.date(2026, 6, 30), "nl").count("2026") == 1


def test_a_language_that_nobody_knows_reads_as_english() -> None:
    assert dates.full(DAY, "xx") == "14 May 2026"
    assert dates.full(DAY, "../..") == "14 May 2026"


def test_dates_in_a_message_are_spelled() -> None:
    inner = say("since {day}", day=dt.date(2026, 5, 14))
    message = say("{who}, {inner}, {days}", who="Anna", inner=inner, days=(dt.date(2026, 5, 1), 3))
    assert dates.spelled(message, "nl").render() == "Anna, since 14 mei 2026, 1 mei 2026, 3"
