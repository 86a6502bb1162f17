"""Every code there is has its explanation, and every explanation has its code."""

import re
from pathlib import Path

import pytest
import yaml

import bekwaam
from bekwaam.diagnostics.codes import CODES, explain, registry

PACKAGE = Path(bekwaam.__file__).parent
HERE = PACKAGE / "diagnostics" / "codes"
WRITTEN = re.compile(r"""["']([EW][1-9][0-9]{2})["']""")
FAMILIES = re.compile(r"E[1-5]\d\d|W[2-7]\d\d")


def emitted() -> set[str]:
    """Every code that stands somewhere in the program's own text."""
    files = [file for file in PACKAGE.rglob("*.py") if HERE not in file.parents]
    return {code for file in files for code in WRITTEN.findall(file.read_text(encoding="utf-8"))}


def test_every_code_that_is_emitted_is_explained_and_the_other_way_round() -> None:
    assert emitted() == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_an_explanation_is_whole(code: str) -> None:
    one = CODES[code]
    assert one.code == code
    assert FAMILIES.fullmatch(code)
    assert not one.title.endswith(".")
    assert one.meaning.endswith((".", "?"))
    assert len(one.meaning) > 80
    assert one.before != one.after
    for example in (one.before, one.after):
        assert example.startswith("# ")
        assert max(map(len, example.splitlines())) <= 88


@pytest.mark.parametrize("code", [code for code in CODES if not code.startswith("E1")])
def test_examples_are_yaml(code: str) -> None:
    for example in (CODES[code].before, CODES[code].after):
        yaml.load(example, yaml.BaseLoader)


@pytest.mark.parametrize("code", CODES)
def test_a_gap_in_the_process_names_its_point(code: str) -> None:
    process = code.startswith(("W6", "W7"))
    assert (CODES[code].point is not None) is process


def test_explain_tells_all_of_it() -> None:
    text = explain("W643", str)
    assert text.startswith("W643: Too few visits, or too long without one\n\n")
    assert "Before:\n\n    # learners/anna/agreements/bakery.yml\n    guidance:" in text
    assert "After:\n\n    # learners/anna/contacts/" in text
    assert text.endswith("It belongs to point 43 of the guide for workplace learning.\n")
    assert max(map(len, text.splitlines())) <= 92


def test_explain_speaks_the_readers_language() -> None:
    assert explain("E301", str.upper).startswith("E301: A COMPETENCE THAT DOES NOT EXIST")


def test_an_error_and_a_warning_say_what_they_do() -> None:
    assert "are not published" in explain("E301", str)
    assert "everything is published" in explain("W401", str)


def test_no_code_has_two_meanings() -> None:
    every = [one.code for family in registry._FAMILIES for one in family]
    assert sorted(every) == sorted(set(every))
