"""The word somebody probably meant."""

from __future__ import annotations

import pytest

from bekwaam.diagnostics import nearest

WORDS = ["tidy", "temperature", "with_help", "Independent"]


PEOPLE = ["jan-de-smet", "jana-claes", "lieve-martens", "olena-shevchenko"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("lieve", "lieve-martens"), ("Jan", "jan-de-smet"), ("ja", None), ("smet", None)],
)
def test_how_a_name_starts_says_enough(typed: str, meant: str | None) -> None:
    assert nearest(typed, PEOPLE) == meant


def test_the_start_weighs_more_than_likeness() -> None:
    actions = ["2026-06-uren-mentoren-lindehof", "2026-06-verslag-delen"]
    assert nearest("2026-06-uren", actions) == actions[0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tydi", "tidy"),
        ("temprature", "temperature"),
        ("WITH_HELP", "with_help"),
        ("independant", "Independent"),
        ("zzz", None),
        ("", None),
        ("t" * 1000, None),
    ],
)
def test_nearest(typed: str, meant: str | None) -> None:
    assert nearest(typed, WORDS) == meant
