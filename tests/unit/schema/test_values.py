"""Values in a finding stay short and on one line."""

import pytest

from bekwaam.schema.values import as_yaml, code_list, shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (7.5, "7.5"),
        ("a\n b\x07\u202e", "a b"),
        ("x" * 41, "x" * 39 + "…"),
        ("x" * 40, "x" * 40),
    ],
)
def test_shown(value: object, text: str) -> None:
    assert shown(value) == text


def test_a_number_that_python_would_not_print() -> None:
    assert shown(10**5000) == "…"


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (True, "true"),
        (3, "3"),
        ("Deeg kneden", "Deeg kneden"),
        ("2026-03-05", "2026-03-05"),
        ("2026", '"2026"'),
        ("true", '"true"'),
        ("#9a4a1f", '"#9a4a1f"'),
        (["a/b", "c"], "[a/b, c]"),
        ([], None),
        ([{"a": 1}], None),
        ({"a": 1}, None),
    ],
)
def test_as_yaml(value: object, line: str | None) -> None:
    assert as_yaml(value) == line


def test_lists_of_words_end_somewhere() -> None:
    assert code_list(["a", "b"]) == "`a`, `b`"
    assert code_list("abc", most=2) == "`a`, `b`, …"
