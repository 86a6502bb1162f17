"""Plain data goes to YAML and back unchanged."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bekwaam.export.yaml_records import written
from bekwaam.source import read_bytes

TEXTS = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" \n:#-'\"|>"), max_size=40)
VALUES = st.recursive(
    st.one_of(TEXTS, st.integers(-(10**9), 10**9), st.booleans()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_back_to_the_same(data: dict[str, Any]) -> None:
    assert read_bytes(written(data), "").data == data


@pytest.mark.parametrize(
    "text", ["no", "yes", "12:30", "0777", "1_000", "2026-03-05", "null", "=", "1e3", "~"]
)
def test_yaml_traps(text: str) -> None:
    assert read_bytes(written({"a": text, text: "b"}), "").data == {"a": text, text: "b"}


def test_long_texts_stay_readable() -> None:
    told = written({"about": "One line.\nAnother line.\n"}, "A remark.\nAnd more.").decode()
    assert told == "# A remark.\n# And more.\nabout: |\n  One line.\n  Another line.\n"
