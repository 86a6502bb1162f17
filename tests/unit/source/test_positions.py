"""Where a value stands in its file."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bekwaam.diagnostics import At, Location, Pointer
from bekwaam.source import events
from bekwaam.source.positions import locate, locate_all

RECORD = """\
# About one morning
title: {nl: Deeg 😀 kneden, en: "é"}   # a comment
"naïef 😀": waarde
competences: [bakery/dough, bakery/hygiene]
media:
  - file: a.webp
    alt: one
  - file: b.webp   # second
    third_parties: [none, {x: 1}, y]
description: |
  First line
  second
longer: two
  lines
quoted: "over
  two"
empty:
nothing: null
tags:
- a
-
- c
featured: one
agreed:
  role: coach
"""


def underlined(text: str, pointer: Pointer, at: At = At.VALUE) -> str:
    """What a place covers of its first line, after its line number."""
    place = locate(text, pointer, at)
    end = place.end_column - 1 if place.end_line == place.line else None
    return f"{place.line}: {text.split(chr(10))[place.line - 1][place.column - 1 : end]}"


@pytest.mark.parametrize("parser", ["libyaml", "python"])
@pytest.mark.parametrize(
    ("pointer", "value", "key"),
    [
        ((), "2: title", "2: title"),
        (("title",), '2: {nl: Deeg 😀 kneden, en: "é"}', "2: title"),
        (("title", "nl"), "2: Deeg 😀 kneden", "2: nl"),
        (("title", "en"), '2: "é"', "2: en"),
        (("naïef 😀",), "3: waarde", '3: "naïef 😀"'),
        (("competences",), "4: [bakery/dough, bakery/hygiene]", "4: competences"),
        (("competences", 1), "4: bakery/hygiene", "4: bakery/hygiene"),
        (("media",), "6: - file: a.webp", "5: media"),
        (("media", 0), "6: file: a.webp", "6: file: a.webp"),
        (("media", 1, "file"), "8: b.webp", "8: file"),
        (("media", 1, "third_parties"), "9: [none, {x: 1}, y]", "9: third_parties"),
        (("media", 1, "third_parties", 1), "9: {x: 1}", "9: {x: 1}"),
        (("media", 1, "third_parties", 1, "x"), "9: 1", "9: x"),
        (("description",), "10: |", "10: description"),
        (("empty",), "17: empty", "17: empty"),
        (("nothing",), "18: null", "18: nothing"),
        (("tags", 2), "22: c", "22: c"),
        # not there: the nearest that is
        (("absent",), "2: title", "2: title"),
        (("absent", 3, "x"), "2: title", "2: title"),
        (("media", 1, "alt"), "8: file: b.webp   # second", "8: file: b.webp   # second"),
        (("media", 7, "alt"), "6: - file: a.webp", "6: - file: a.webp"),
        (("title", "fr"), '2: {nl: Deeg 😀 kneden, en: "é"}', '2: {nl: Deeg 😀 kneden, en: "é"}'),
        (("competences", 0, "x"), "4: bakery/dough", "4: bakery/dough"),
        # one value instead of a list of one
        (("featured", 0), "23: one", "23: featured"),
        (("agreed", 0), "25: role: coach", "24: agreed"),
        (("agreed", 0, "role"), "25: coach", "25: role"),
        (("agreed", 0, "person"), "25: role: coach", "25: role: coach"),
    ],
)
def test_places(pointer: Pointer, value: str, key: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "python":
        monkeypatch.setattr(events, "_Parser", yaml.SafeLoader)
    for text in (RECORD, "\ufeff" + RECORD, RECORD.replace("\n", "\r\n")):
        shown = text.removeprefix("\ufeff")
        if pointer == () or "absent" not in pointer:
            assert underlined(shown, pointer, At.KEY) == key
        assert underlined(shown, pointer) == value
        assert locate(text, pointer, At.VALUE) == locate(shown, pointer, At.VALUE)


def test_text_over_more_lines_ends_where_it_ends() -> None:
    assert locate(RECORD, ("longer",), At.VALUE) == Location(line=13, column=9, end_line=14, end_column=8)
    assert locate(RECORD, ("quoted",), At.VALUE) == Location(line=15, column=9, end_line=16, end_column=7)


def test_many_places_come_in_the_order_asked() -> None:
    places = [(("tags", 0), At.VALUE), ((), At.VALUE), (("tags",), At.KEY), (("tags", 0), At.KEY)]
    assert [place.line for place in locate_all(RECORD, places)] == [20, 2, 19, 20]
    assert locate_all(RECORD, []) == []


def test_a_pointer_of_any_length_is_no_trouble() -> None:
    assert locate("a: b\n", ("a",) + (0,) * 5000, At.VALUE).column == 4


@pytest.mark.parametrize(
    "text", ["", "# x\n", "a: [", "a: b: c", "\x00", "[" * 5000, "a: \ud800", "*x", "? [a]\n: b"]
)
def test_broken_text_gives_some_place(text: str) -> None:
    for pointer in [(), ("a",), ("a", 0, "b")]:
        place = locate(text, pointer, At.VALUE)
        assert place.line == 1
        assert place.column >= 1


@given(st.text(st.sampled_from("ab:-?[]{}&*!|>'\"# \t\n\r\ufeff\x85😀"), max_size=60))
def test_no_text_is_an_exception(text: str) -> None:
    place = locate(text, ("a", 0, "b"), At.KEY)
    assert (place.line, place.column) <= (place.end_line, place.end_column)


def test_a_key_that_should_stand_there_is_shown_where_it_is_empty_else_by_what_lacks_it() -> None:
    text = "title:\ncontext:\n  place:   # where?\n  workplace: de-gist/oven\n"
    assert spot(text, "title") == (1, 1)
    assert spot(text, "context", "place") == (3, 3)
    assert spot(text, "context", "situation") == (3, 3)
    assert spot(text, "date") == (1, 1)


def spot(text: str, *pointer: str) -> tuple[int, int]:
    place = locate(text, pointer, At.VALUE)
    return place.line, place.column
