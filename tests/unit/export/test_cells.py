"""No text becomes a formula."""

from __future__ import annotations

import csv
import io

import pytest

from bekwaam.export.cells import safe, write_csv


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u00a0="]
)
def test_what_starts_a_formula_is_disarmed(start: str) -> None:
    assert safe(f"{start}cmd|'/C calc'!A0") == f"'{start}cmd|'/C calc'!A0"


@pytest.mark.parametrize("text", ["a=b", "Anna", "2026-06-30", "", "'", "3-1"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize("value", [-3, 0.5, None, True])
def test_what_is_no_text_stays_as_it_is(value: object) -> None:
    assert safe(value) is value


def test_a_table_is_read_back_as_it_was() -> None:
    rows = [("a, b", 1, None), ('say "hi"\nthere', -2.5, "=A1")]
    text = write_csv(("one", "two", "three"), rows)
    assert list(csv.reader(io.StringIO(text))) == [
        ["one", "two", "three"],
        ["a, b", "1", ""],
        ['say "hi"\nthere', "-2.5", "'=A1"],
    ]
