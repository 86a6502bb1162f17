"""Names of dated records, and school years."""

import datetime as dt

import pytest

from bekwaam.cli.new.days import dated, school_year

DAY = dt.date(2026, 3, 5)


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Mijn eerste lade", "2026-03-05-mijn-eerste-lade"),
        ("Één: crème!", "2026-03-05-een-creme"),
        ("a" * 100, f"2026-03-05-{'a' * 40}"),
        ("woord " * 20, "2026-03-05-woord-woord-woord-woord-woord-woord"),
    ],
)
def test_a_stem_is_the_date_and_a_few_words(title: str, stem: str) -> None:
    assert dated(DAY, title) == stem


@pytest.mark.parametrize(
    ("day", "year"), [("2026-07-31", "2025-2026"), ("2026-08-01", "2026-2027"), ("2027-01-01", "2026-2027")]
)
def test_a_school_year_starts_in_august(day: str, year: str) -> None:
    assert school_year(dt.date.fromisoformat(day)) == year
