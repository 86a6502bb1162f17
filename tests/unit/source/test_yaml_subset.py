"""The YAML that a record may use, and a finding with its exact place for all other."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bekwaam.source.events import MAX_DEPTH
from bekwaam.source.yaml_subset import MAX_FINDINGS, MAX_NODES, parse

Found = tuple[str, str]


def findings_in(text: str) -> list[Found]:
    """The code of each finding with the text that it underlines."""
    data, findings = parse(text, "people/x.yml")
    assert (data is None) == bool(findings)
    lines = text.removeprefix("\ufeff").split("\n")
    found = []
    for finding in findings:
        place = finding.location
        assert place is not None
        assert finding.hint is not None
        assert finding.path == "people/x.yml"
        assert place.line == place.end_line
        found.append((finding.code, lines[place.line - 1][place.column - 1 : place.end_column - 1]))
    return found


def data_in(text: str) -> Any:
    data, findings = parse(text, "x.yml")
    assert findings == []
    return data


def test_a_record() -> None:
    text = """\
# a comment
title: {nl: Deeg kneden, en: "Making: dough"}
date: 2026-03-05
hours: 2.5
self_study: false
tags: [1, true, null, ~, no, '1', "true"]
description: |
  One
    two
09: x
'<<': y
nested:
- a
-
- b: c
  d:
"""
    assert data_in(text) == {
        "title": {"nl": "Deeg kneden", "en": "Making: dough"},
        "date": "2026-03-05",
        "hours": 2.5,
        "self_study": False,
        "tags": [1, True, None, "~", "no", "1", "true"],
        "description": "One\n  two\n",
        "09": "x",
        "<<": "y",
        "nested": ["a", None, {"b": "c"}],
    }


def test_values_left_out_are_dropped_from_mappings_only() -> None:
    assert data_in("a:\nb: null\nc: [null, {d: }]\ne: ''\n") == {"c": [None, {}], "e": ""}


def test_keys_are_text() -> None:
    assert data_in("1: a\ntrue: b\nnull: c\n1.0: d\n? e\n: f\n") == {
        "1": "a",
        "true": "b",
        "null": "c",
        "1.0": "d",
        "e": "f",
    }


@pytest.mark.parametrize(
    "text", ["a: b\r\nc: |\r\n  d\r\n", "\ufeffa: b\nc: |\n  d\n", "---\na: b\nc: |\n  d\n...\n"]
)
def test_line_ends_marks_and_one_document_do_not_matter(text: str) -> None:
    assert data_in(text) == {"a": "b", "c": "d\n"}


def test_a_colon_in_a_key_is_no_trouble() -> None:
    assert data_in('a:b: 1\n"c:d":\n') == {"a:b": 1}


def test_quoted_words_stay_text() -> None:
    assert data_in("""a: 'true'\nb: "12"\nc: ''\nd: >\n  1\n""") == {
        "a": "true",
        "b": "12",
        "c": "",
        "d": "1\n",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\nb: 2\na: 3\n", [("E106", "a")]),
        ('a: 1\n"a": 2\nx: {é: 1, 😀: 2, é: 3}\n', [("E106", '"a"'), ("E106", "é")]),
        ("a: &x b\n", [("E107", "&x")]),
        ("a: [&x 1, *x]\n", [("E107", "&x"), ("E107", "*x")]),
        ("&x a: b\n*x : c\n", [("E107", "&x"), ("E107", "*x")]),
        ("a: &m\n  &n b: c\n", [("E107", "&m"), ("E107", "&n")]),
        ("a: {b: 1}\nc:\n  <<: *d\n  <<: {e: 1}\n", [("E107", "<<"), ("E107", "<<")]),
        ("a: !!str b\n", [("E108", "!!str")]),
        ("a: ! b\n", [("E108", "!")]),
        ("a: !x [1]\nb: !<tag:x> {c: d}\n", [("E108", "!x"), ("E108", "!<tag:x>")]),
        ("a: !x &y b\nc: &z !w d\n", [("E108", "!x"), ("E107", "&y"), ("E107", "&z"), ("E108", "!w")]),
        ("a: !e!x b\n", [("E108", "!e!x b")]),
        ("? [a, b]\n: 1\n? {c: d}\n: 2\n", [("E109", "["), ("E109", "{")]),
        ("? - a\n: 1\n", [("E109", "- a")]),
        ("? \n: b\n", [("E109", " ")]),
        ("a: {place:school, b: c}\n", [("E101", "place:school")]),
        ("a: b\n---\nc: d\n---\n", [("E110", "---")]),
        ("a: b\n...\nc: d\n", [("E110", "c: d")]),
        ("a: .nan\nb: [-.inf, 1e400]\n", [("E111", ".nan"), ("E111", "-.inf"), ("E111", "1e400")]),
        ("a: 12345678901234567890\n", [("E111", "12345678901234567890")]),
        ("- a\n- b\n", [("E112", "- a")]),
        ("just text\n", [("E112", "just text")]),
        ("|\n  text\n", [("E112", "|")]),
        ("", [("E112", "")]),
        ("# nothing\n\n", [("E112", "")]),
        ("---\n", [("E112", "")]),
        ("null\n", [("E112", "null")]),
        ("%TAG ! tag:x,2000:\n---\na: b\n", [("E108", "%TAG ! tag:x,2000:")]),
    ],
)
def test_traps(text: str, found: list[Found]) -> None:
    assert findings_in(text) == found


def test_the_first_of_two_keys_is_named_by_its_line() -> None:
    _, findings = parse("x: 1\ny: 2\n\nx: 3\n", "x.yml")
    assert findings[0].message.render() == "The key `x` stands here twice; the first one is on line 1."


def test_a_long_or_hidden_key_stays_on_one_line() -> None:
    _, findings = parse('"a\\nb": 1\n"a\\nb": 2\n', "x.yml")
    assert "`a\\u000ab`" in findings[0].message.render()


def test_findings_do_not_repeat_values() -> None:
    _, findings = parse("a: &secret hunter2\nb: *secret\nb: hunter2\nc: !hunter2 x\n", "x.yml")
    assert len(findings) == 4
    for finding in findings:
        assert finding.hint is not None
        assert "hunter2" not in finding.message.render() + finding.hint.render()


def test_many_findings_from_one_file() -> None:
    text = "a: &x 1\nb: .inf\nb: !t c\nd: e: f\n"
    assert [code for code, _ in findings_in(text)] == ["E107", "E111", "E106", "E108", "E101"]


def test_findings_have_an_end() -> None:
    assert len(findings_in("a: &x 1\n" * 1000)) == MAX_FINDINGS
    assert len(findings_in("".join(f"k{n}: \x01\n" for n in range(1000)))) == MAX_FINDINGS


def test_depth() -> None:
    deepest = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert data_in(deepest)
    assert findings_in("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH) == [("E104", "[")]
    assert findings_in("- " * 25_000)[-1][0] == "E104"
    assert [code for code, _ in findings_in("{a: " * 60_000)] == ["E104"]


def test_number_of_values() -> None:
    assert len(data_in("a: [" + "1," * (MAX_NODES - 3) + "]")["a"]) == MAX_NODES - 3
    assert [code for code, _ in findings_in("a: [" + "1," * MAX_NODES + "]")] == ["E104"]


json_text = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf", "Cn"]))
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | json_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(json_text, inner, max_size=4),
    max_leaves=20,
)


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_nulls(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [without_nulls(inner) for inner in value]
    return value


@given(st.dictionaries(json_text.filter(lambda key: len(key) < 200), json_values, max_size=5))
def test_json_is_read_as_json(record: dict[str, Any]) -> None:
    read = data_in(json.dumps(record, ensure_ascii=False))
    assert read == without_nulls(record)
    assert json.dumps(read, sort_keys=True) == json.dumps(without_nulls(record), sort_keys=True)


words = st.from_regex(r"[a-z]{1,8}( [a-z]{1,8}){0,3}", fullmatch=True).filter(
    lambda word: word not in ("true", "false", "null", "yes", "no", "on", "off", "y", "n")
)
plain_values = st.recursive(
    words | st.integers(-999, 999) | st.booleans(),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(words, inner, min_size=1, max_size=3)
    ),
    max_leaves=10,
)


@given(st.dictionaries(words, plain_values, min_size=1, max_size=5), st.booleans())
def test_block_style_is_read_as_pyyaml_reads_it(record: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(record, default_flow_style=flow, width=math.inf)
    assert data_in(text) == yaml.safe_load(text) == record


@given(st.text(st.sampled_from("ab:-?[]{}&*!|>'\"%@`,#. \t\n\r\\x0\ufeff\x85😀<"), max_size=60))
def test_no_text_is_an_exception(text: str) -> None:
    data, findings = parse(text, "x.yml")
    assert (data is None) == bool(findings)
    assert data is None or isinstance(data, dict)
    size = len(text.removeprefix("\ufeff").split("\n"))
    for finding in findings:
        place = finding.location
        assert place is not None
        assert 1 <= place.line <= place.end_line <= size
        assert 1 <= place.column <= place.end_column
        assert "\n" not in finding.message.render()
