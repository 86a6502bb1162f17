"""Characters that nobody can see."""

import pytest

from bekwaam.diagnostics import Location
from bekwaam.source.characters import FORBIDDEN, location_of, shown
from bekwaam.source.yaml_subset import parse


@pytest.mark.parametrize("number", [0x00, 0x07, 0x1B, 0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029, 0x202A, 0x202E])
@pytest.mark.parametrize("written", ["raw", "escaped"])
def test_forbidden_characters_are_found_where_they_stand(number: int, written: str) -> None:
    character = chr(number) if written == "raw" else f"\\u{number:04x}"
    data, findings = parse(f'id: a\ntitle: "é😀{character}b"\n', "x.yml")
    assert data is None
    assert [finding.code for finding in findings] == ["E105"]
    place = Location(line=2, column=11, end_line=2, end_column=11 + len(character))
    assert findings[0].location == place
    assert f"U+{number:04X}" in findings[0].message.render()


@pytest.mark.parametrize("number", [0x2066, 0x2069, 0xFEFF, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x10FFFF])
def test_rarer_ones_are_forbidden_too(number: int) -> None:
    assert FORBIDDEN.match(chr(number))
    assert [finding.code for finding in parse(f"a: b{chr(number)}", "x.yml")[1]] == ["E105"]
    assert [finding.code for finding in parse(f'a: "\\U{number:08x}"', "x.yml")[1]] == ["E105"]


@pytest.mark.parametrize(
    "escape", [r"\0", r"\a", r"\b", r"\v", r"\f", r"\r", r"\e", r"\N", r"\L", r"\P", r"\x1b"]
)
def test_short_escapes_are_found(escape: str) -> None:
    _, findings = parse(f'a: "\\\\{escape}"', "x.yml")
    assert [finding.code for finding in findings] == ["E105"]
    assert findings[0].location == Location(line=1, column=7, end_line=1, end_column=7 + len(escape))


@pytest.mark.parametrize("escape", [r"\ud800", r"\uDFFF", r"\U00110000", r"\ud83d\ude00"])
def test_an_escape_must_stand_for_a_character(escape: str) -> None:
    _, findings = parse(f'a: "{escape}"', "x.yml")
    assert [finding.code for finding in findings] == ["E105"]


@pytest.mark.parametrize(
    "text",
    ["می\u200cخواهم", "👩\u200d🏫", "\u200fمرحبا", "tab\there", "zwsp\u200bhere", "𝒳", "soft\u00adhyphen"],
)
def test_what_good_text_needs_is_allowed(text: str) -> None:
    assert parse(f'a: "{text}"', "x.yml") == ({"a": text}, [])


def test_neighbours_make_one_finding() -> None:
    _, findings = parse("a: b\u202e\u202d\u202cc\nd: \x07\n", "x.yml")
    assert [(f.location.line, f.location.column, f.location.end_column) for f in findings if f.location] == [
        (1, 5, 8),
        (2, 4, 5),
    ]


def test_old_line_breaks_are_told_once() -> None:
    _, findings = parse("a: b\rc: d\re: f\r", "x.yml")
    assert [finding.code for finding in findings] == ["E105"]
    assert "CR" in findings[0].message.render()


def test_other_findings_are_not_hidden() -> None:
    _, findings = parse("a: 1\nb: x\x07\na: 2\n", "x.yml")
    assert [finding.code for finding in findings] == ["E105", "E106"]


def test_a_place_on_more_lines_ends_with_the_first() -> None:
    assert location_of("ab\ncd\n", 1, 5) == Location(line=1, column=2, end_line=1, end_column=3)
    assert location_of("ab\ncd", 4, 5) == Location(line=2, column=2, end_line=2, end_column=3)


def test_names_are_shown_on_one_visible_line() -> None:
    assert shown("café\n\u202ex\udce9") == "café\\u000a\\u202ex\\udce9"
    assert shown("x" * 50) == "x" * 39 + "…"
