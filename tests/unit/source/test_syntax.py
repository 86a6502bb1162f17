"""What people type wrong, and what they are told."""

from __future__ import annotations

import pytest
import yaml

from bekwaam.source import events
from bekwaam.source.yaml_subset import parse

CASES = [
    ("id: a\n\tb: c\n", "E101", "A tab indents this line", "\t"),
    ("a:\n\tb: c\n", "E101", "A tab indents this line", "\t"),
    ("title: Deeg: kneden\n", "E101", "has a `: ` in it", "Deeg: kneden"),
    ("a:\n  - b: c: d\n", "E101", "has a `: ` in it", "c: d"),
    ("a: b\ntitle Deeg\nb: c\n", "E101", "no `: ` after its key", "title Deeg"),
    ("title Deeg\nb: c\n", "E101", "no `: ` after its key", "title Deeg"),
    ("a:b\nc: d\n", "E101", "no `: ` after its key", "a:b"),
    ("a: b\nlast line\n", "E101", "no `: ` after its key", "last line"),
    ("a: b\n  c: d\n", "E101", "indented further than the line above", "c: d"),
    ("a:\n    b: 1\n  c: 2\n", "E101", "does not fit the lines above", "c: 2"),
    ("a:\n  - b: c\n   d: e\n", "E101", "does not fit the lines above", "d: e"),
    ("a: |\n    b\n  c\n", "E101", "does not fit the lines above", "c"),
    ('a: "b\nc: d\n', "E101", "quote is never closed", '"b'),
    ("a: b\nc: 'it is\n", "E101", "quote is never closed", "'it is"),
    ('a: "x\n--- y"\n', "E101", "quote is never closed", '"x'),
    ("a: 'it's'\n", "E101", "after the closing quote", "s'"),
    ('a: "b" c\n', "E101", "after the closing quote", "c"),
    ('a: "b\nc: d\ne: "f"\ng: h\n', "E101", "quote is never closed", '"b'),
    ("a:\n  - 'b\n  - c: d\n  - 'e'\n", "E101", "quote is never closed", "'b"),
    ('a: "b\n  c" d\n', "E101", "quote is never closed", '"b'),
    ("a: [b, c\nd: e\n", "E101", "opens here with `[`", "[b, c"),
    ("a: {b: c\nd: e\n", "E101", "opens here with `{`", "{b: c"),
    ("a: b\nc: ]\n", "E101", "cannot start with `]`", "]"),
    ("a: ,b\n", "E101", "cannot start with `,`", ",b"),
    ("a: @b\n", "E101", "cannot start with `@`", "@b"),
    ("a: `b`\n", "E101", "cannot start with ```", "`b`"),
    ("a: %b\n", "E101", "cannot start with `%`", "%b"),
    ("a: **bold**\n", "E101", "cannot start with `*`", "**bold**"),
    ("a: & b\n", "E101", "cannot start with `&`", "& b"),
    ("a: - b\n", "E101", "on the line of its key", "- b"),
    ("a: b\n- c\n", "E101", "A list item", "- c"),
    (": b\n", "E101", "key is missing", ": b"),
    ("a: > text\n", "E101", "starts on the next line", "> text"),
    ("a: |x\n  b\n", "E101", "starts on the next line", "|x"),
    ('a: "\\q"\n', "E101", "backslash", "\\q"),
    ('a: "C:\\Users"\n', "E101", "backslash", "\\U"),
    ("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\n", "E101", "merge conflict", "<<<<<<< HEAD"),
    ("%YAML 2.0\n---\na: b\n", "E101", "starts with `%`", "%YAML 2.0"),
    ("a: !<x y\n", "E108", "A tag", "!<x y"),
    ("a: !foo!bar x\n", "E108", "A tag", "!foo!bar x"),
    ("a: b\n...\nc: d\n", "E110", "goes on after the end", "c: d"),
    ("k" * 1100 + ": b\n", "E101", "cannot be read as YAML", "k" * 1100 + ": b"),
]


@pytest.mark.parametrize(("text", "code", "words", "underlined"), CASES)
@pytest.mark.parametrize("parser", ["libyaml", "python"])
def test_mistakes(
    text: str, code: str, words: str, underlined: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if parser == "python":
        monkeypatch.setattr(events, "_Parser", yaml.SafeLoader)
    data, findings = parse(text, "x.yml")
    assert data is None
    finding = findings[-1]
    place = finding.location
    assert place is not None
    assert finding.hint is not None
    assert (finding.code, len(findings)) == (code, 1)
    assert words in finding.message.render()
    assert finding.hint.render()
    assert text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1] == underlined


def test_the_fast_parser_is_used() -> None:
    assert events._Parser is yaml.CSafeLoader


def test_an_escape_that_only_the_slow_parser_lets_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_Parser", yaml.SafeLoader)
    assert [finding.code for finding in parse('a: "\\U00110000"', "x.yml")[1]] == ["E101"]
    assert [finding.code for finding in parse('a: "\\ud800"', "x.yml")[1]] == ["E105"]


def test_conflict_marks_in_text_are_text() -> None:
    assert parse("a: |\n  <<<<<<< x\n  >>>>>>> y\n", "x.yml")[0] == {"a": "<<<<<<< x\n>>>>>>> y\n"}
