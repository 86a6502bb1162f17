"""The quick library says yes exactly where the other one, which explains what is wrong, finds nothing."""

from __future__ import annotations

import copy
import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bekwaam.model.kinds import Kind
from bekwaam.schema import quick, registry
from bekwaam.schema.registry import COMMON, file_name, read, validator
from bekwaam.source import classify, read_bytes
from tests.conftest import ROOT
from tests.unit.schema.examples import changed, example
from tests.unit.schema.test_validation import BAD, GOOD

SPACES = [chr(code) for code in range(0x10000) if chr(code).isspace()] + ["\ufeff", "\u180e", "\u200b"]
ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2, -0.0, 1.0, 2.0, 0.5, 1e308, 2**53, 2**64, -(2**70), 10**400, "", "x",
    "\n", "x\n", "2026-03-05", "2026-03-05\n", "2026-02-29", "0000-01-01", "20260305", "2026-W10-4",
    "٢٠٢٦-٠٣-٠٥", "09", "09\n", "٠٩", "00", "nl", "nl\n", "NL", "jan", "jan\n", "a/b", "a/b\n", "a/b/c",
    "https://x.example", "https://x.example\n", "HTTPS://x.example",
    "javascript:alert(1)", "a@b", "a@b\n", "+32 9 123", "#abc",
    "#ABC\n", "learner", "self", "public", "x" * 200, "x" * 201, "🥖" * 200, "🥖" * 201, "é" * 100_000,
    "e\u0301" * 100, "\u2028", "K", "ı", [], [[]], [None], ["x"], ["x", "x"], [1], {}, {"": ""}, {"nl": "x"},
    {"nl\n": "x"}, {"nl": ""}, {"nl": 1}, {"x": {"y": {"z": 1}}}, {"role": "learner", "person": "jan"},
    {"format": 1}, {"format": 1.0}, {"format": True}, {"format": 2},
)  # fmt: skip
KEYS = ("x", "", "nl", "format", "role", "person", "date", "__class__", "title\n", "09", "\x85")


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container in plain data, with each of its keys or indexes."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(items):
        yield value, key
        yield from places(inner)


def agree(kind: Kind, data: object) -> bool:
    """The answer that both give."""
    quickly = quick.fits(kind, data)
    assert quickly == validator(kind).is_valid(data)
    return quickly


@pytest.mark.parametrize("kind", Kind)
def test_both_agree_about_examples_with_one_odd_value_or_key_in_every_place(kind: Kind) -> None:
    assert agree(kind, example(kind))
    for number in range(sum(1 for _ in places(example(kind)))):
        # Each place gets some of the odd values here; all of them come by over all kinds and places.
        for value in itertools.islice(itertools.cycle(ODD), number * 7, number * 7 + 7):
            data = example(kind)
            container, key = next(itertools.islice(places(data), number, None))
            container[key] = value
            agree(kind, data)
            if isinstance(container, dict):
                container.pop(key)
                agree(kind, data)
                container[KEYS[number % len(KEYS)]] = value
                agree(kind, data)


@settings(max_examples=150)
@given(data=st.data())
def test_both_agree_after_any_changes(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(list(Kind)))
    record: Any = copy.deepcopy(data.draw(st.sampled_from(registry.schema_of(kind)["examples"])))
    anything = st.sampled_from(ODD) | st.text(max_size=30) | st.integers() | st.floats(allow_nan=False)
    for _ in range(data.draw(st.integers(1, 4))):
        container, key = data.draw(st.sampled_from([*places(record)] or [({}, "x")]))
        value = data.draw(anything)
        if isinstance(value, float) and value in (float("inf"), float("-inf")):
            continue
        if isinstance(container, dict) and data.draw(st.booleans()):
            container[data.draw(st.sampled_from(KEYS) | st.text(max_size=5))] = value
        else:
            container[key] = copy.deepcopy(value)
    agree(kind, record)


@pytest.mark.parametrize("case", [*GOOD, *BAD], ids=lambda case: case.name)
def test_both_agree_about_every_known_mistake(case: Any) -> None:
    agree(case.kind, changed(case.kind, case.pointer, case.value))


def test_both_agree_about_every_record_in_the_tests_and_in_the_example() -> None:
    answers = []
    for root in (ROOT / "portfolios", *(ROOT / "tests" / "cases").glob("*/*/portfolios")):
        for file in root.rglob("*.y*ml"):
            place = classify(file.relative_to(root).as_posix())
            reading = read_bytes(file.read_bytes(), file.name) if file.is_file() else None
            if place is not None and reading is not None and reading.data is not None:
                answers.append(agree(place.kind, reading.data))
    assert {True, False} == set(answers)
    for file in (ROOT / "tests" / "hostile").rglob("*.yml"):
        if (hostile := read_bytes(file.read_bytes(), file.name).data) is not None:
            for kind in Kind:
                agree(kind, hostile)


@pytest.mark.parametrize("space", SPACES, ids=lambda space: f"U+{ord(space):04X}")
def test_a_space_is_a_space_to_both(space: str) -> None:
    for pointer, text in {
        ("title",): space,
        ("description",): space * 2,
        ("date",): f"2026-03-05{space}",
        ("competences", 0): f"bakery/dough{space}",
    }.items():
        agree(Kind.EVIDENCE, changed(Kind.EVIDENCE, pointer, text))
    agree(Kind.SCHOOL, changed(Kind.SCHOOL, ("url",), f"https://school.example/{space}a"))
    agree(Kind.PERSON, changed(Kind.PERSON, ("emails", 0), f"jan{space}@school.example"))


@pytest.mark.parametrize("word", [float("nan"), float("inf"), "\ud800", {"\ud800": 1}])
def test_what_is_no_json_is_never_right_at_once(word: object) -> None:
    assert not quick.fits(Kind.CYCLE, changed(Kind.CYCLE, ("counts",), {"x": word}))


def test_a_date_that_no_calendar_has_is_refused() -> None:
    assert not quick.fits(Kind.EVIDENCE, changed(Kind.EVIDENCE, ("date",), "2026-02-29"))


def test_patterns_use_nothing_else_that_python_and_javascript_read_differently() -> None:
    for name in (*map(file_name, Kind), COMMON):
        for pattern in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(read(name))):
            text = json.loads(pattern)
            rest = text.removesuffix(r"(?!\n)")
            assert (rest == text) == (not text.endswith("$(?!\\n)"))
            assert "$" not in rest.removesuffix("$")
            assert set(re.findall(r"\\([A-Za-z])", rest)) <= set("sSnu")
            outside = re.sub(r"\[(?:[^\]\\]|\\.)*\]", "", rest)
            assert r"\s" not in outside
            assert "." not in re.sub(r"\\.", "", outside)
            assert all(r"\S" not in within for within in re.findall(r"\[(?:[^\]\\]|\\.)*\]", rest))
