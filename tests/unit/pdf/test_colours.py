"""Accent colours on paper."""

import pytest

from bekwaam.pdf.colours import ACCENT, accent


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("#9a4a1f", "#9a4a1f"),
        ("#9A4A1F", "#9a4a1f"),
        ("#036", "#003366"),
        (None, ACCENT),
        ("red; } * {", ACCENT),
    ],
)
def test_dark_enough_colours_stay(colour: str | None, expected: str) -> None:
    assert accent(colour) == expected


@pytest.mark.parametrize("colour", ["#ffff00", "#fff", "#8bc34a"])
def test_pale_colours_grow_darker(colour: str) -> None:
    assert accent(colour) < "#9" or accent(colour).startswith("#7")
