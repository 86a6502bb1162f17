"""Whatever stands in a record: findings, never an exception."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bekwaam.diagnostics import Pointer
from bekwaam.model.kinds import Kind
from bekwaam.schema import validate
from tests.unit.schema.examples import changed, example

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def pointers(data: object, above: Pointer = ()) -> list[Pointer]:
    """The way to every value of a record."""
    items: list[tuple[str | int, object]] = []
    if isinstance(data, dict):
        items = list(data.items())
    elif isinstance(data, list):
        items = list(enumerate(data))
    found: list[Pointer] = []
    for step, value in items:
        found += [(*above, step), *pointers(value, (*above, step))]
    return found


def check_findings(kind: Kind, data: object) -> None:
    findings = validate(kind, data, "x.yml")
    for one in findings:
        assert one.code in {f"E20{number}" for number in range(1, 10)}
        assert one.hint is not None
        one.message.render()
        one.hint.render()
    said = [(one.pointer, one.at, one.message) for one in findings]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("kind", Kind)
@given(data=JSON)
def test_anything_gives_findings(kind: Kind, data: object) -> None:
    check_findings(kind, data)


@pytest.mark.parametrize("kind", Kind)
@given(choice=st.data())
def test_anything_in_a_record_gives_findings(kind: Kind, choice: st.DataObject) -> None:
    pointer = choice.draw(st.sampled_from(pointers(example(kind))))
    value = choice.draw(JSON)
    check_findings(kind, changed(kind, pointer, value))
