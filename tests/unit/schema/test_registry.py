"""The schemas are found, and checked without a network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from referencing.exceptions import Unresolvable

from bekwaam.model.kinds import Kind
from bekwaam.schema import registry
from bekwaam.schema.errors import EXPLAINED
from bekwaam.schema.forms import FORMS, NOT_BLANK
from bekwaam.schema.registry import PART, validator
from bekwaam.schema.types import EXPECTED, wanted_types

NEEDS_NO_WORDS = {
    "$ref", "$defs", "$schema", PART, "properties", "items", "propertyNames",
    "if", "then", "else", "title", "description", "examples",
}  # fmt: skip


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """A written-out schema and all schemas in it, except what is only a condition."""
    if not isinstance(schema, dict):
        return
    yield schema
    for keyword, value in schema.items():
        if keyword == "properties":
            for one in value.values():
                yield from parts(one)
        elif keyword in ("items", "propertyNames", "additionalProperties", "then", "else"):
            yield from parts(value)


@pytest.mark.parametrize("kind", Kind)
def test_everything_a_schema_can_refuse_has_words(kind: Kind) -> None:
    for part in parts(validator(kind).schema):
        assert set(part) - NEEDS_NO_WORDS <= EXPLAINED
        if "type" in part and part.get("format") != "date":
            assert wanted_types(part) in EXPECTED
        if part.get("pattern", NOT_BLANK) != NOT_BLANK:
            assert part.get(PART) in FORMS or part["format"] == "date"


def test_only_what_holds_itself_is_still_looked_up() -> None:
    left = {kind: json.dumps(validator(kind).schema).count('"$ref"') for kind in Kind}
    assert {kind for kind, count in left.items() if count} == {Kind.CYCLE}


def test_an_address_elsewhere_is_not_fetched() -> None:
    elsewhere = validator(Kind.EVIDENCE).evolve(schema={"$ref": "https://school.example/schema.json"})
    with pytest.raises(Unresolvable):
        elsewhere.is_valid({})


def test_the_schemas_are_found() -> None:
    found = registry.folder()
    assert (found / registry.COMMON).is_file()
    assert found.name == "schemas"
