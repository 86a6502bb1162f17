"""The word somebody probably meant."""

from __future__ import annotations

import pytest

from bekwaam.diagnostics import nearest

WORDS = ["tidy", "temperature", "with_help", "Independent"]


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
