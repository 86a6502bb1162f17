"""Views of one learner at a time."""

import pytest

from bekwaam.views.lazily import Later, Lazily, changed, given


def test_a_value_is_made_when_asked_for_and_kept_until_the_next() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    values = Lazily(["b", "a"], make)
    assert list(values) == ["b", "a"]
    assert len(values) == 2
    assert "a" in values
    assert "c" not in values
    assert made == []
    assert [values["a"], values["a"], values["b"]] == ["A", "A", "B"]
    assert made == ["a", "b"]
    assert dict(changed(values, lambda one: one * 2)) == {"b": "BB", "a": "AA"}
    assert repr(values) == "{'b': 'B', 'a': 'A'}"
    with pytest.raises(KeyError):
        values["c"]


def test_one_value_is_made_once_and_only_when_asked_for() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return "value"

    value = Later(make)
    assert made == []
    assert [value(), given(value), repr(value)] == ["value", "value", "'value'"]
    assert made == ["made"]
    assert given(None) is None
