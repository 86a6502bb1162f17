"""Which words without quotes are not text."""

import pytest

from bekwaam.source.scalars import MAX_INTEGER, Refused, resolve


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("0", 0),
        ("-0", 0),
        ("42", 42),
        ("-7", -7),
        ("4.50", 4.5),
        ("1e3", 1000.0),
        ("-1.5E-2", -0.015),
        ("1e-999", 0.0),
        (str(MAX_INTEGER), MAX_INTEGER),
        (str(-MAX_INTEGER), -MAX_INTEGER),
    ],
)
def test_json_values_have_their_type(word: str, value: object) -> None:
    found = resolve(word)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "Yes",
        "on",
        "True",
        "Null",
        "~",
        "=",
        "<<",
        "12:30",
        "0777",
        "0x1F",
        "0o7",
        "1_000",
        "+1",
        "1.",
        ".5",
        "-",
        "--1",
        "1e",
        "-.5",
        "2026-03-05",
        "00",
        "09",
        "1.0.0",
        "nan",
        "Infinity",
        "१२",
        "1\n",
    ],
)
def test_everything_else_is_text(word: str) -> None:
    assert resolve(word) == word


@pytest.mark.parametrize("word", [".nan", ".NaN", ".inf", "-.inf", "+.INF", ".Inf"])
def test_infinity_is_refused(word: str) -> None:
    assert resolve(word) is Refused.NOT_FINITE


@pytest.mark.parametrize("word", [str(MAX_INTEGER + 1), "-9007199254740992", "9" * 5000, "1e400", "-1e999"])
def test_large_numbers_are_refused(word: str) -> None:
    assert resolve(word) is Refused.TOO_LARGE
