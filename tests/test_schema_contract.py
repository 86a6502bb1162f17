"""Schemas and dataclasses say the same: names, what is required, and the words of every list."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from bekwaam.model.guide import Guide
from bekwaam.model.kinds import Kind
from bekwaam.model.text import Text
from bekwaam.records.building import key_of
from bekwaam.records.kinds import CLASSES

SCHEMAS = Path(__file__).parent.parent / "schemas"
Schema = dict[str, Any]


def load(name: str) -> Schema:
    found: Schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return found


def follow(schema: Schema, home: str) -> Iterator[tuple[Schema, str]]:
    """A schema and everything that applies to the same value, through references."""
    yield schema, home
    if "$ref" in schema:
        file, _, fragment = schema["$ref"].partition("#")
        target_home = file.rpartition("/")[2] or home
        target = load(target_home)
        for step in filter(None, fragment.split("/")):
            target = target[step]
        yield from follow(target, target_home)
    for word in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(word, ()):
            yield from follow(part, home)
    for word in ("if", "then", "else"):
        if isinstance(schema.get(word), dict):
            yield from follow(schema[word], home)


def objects(schema: Schema, home: str, *, items: bool) -> Iterator[tuple[Schema, str]]:
    """The schemas of mappings that a value may be, or that its items may be."""
    for part, place in follow(schema, home):
        if "properties" in part:
            yield part, place
        if items and isinstance(part.get("items"), dict):
            yield from objects(part["items"], place, items=False)
        if items and isinstance(part.get("additionalProperties"), dict):
            yield from objects(part["additionalProperties"], place, items=False)
        if items:
            for pattern in part.get("patternProperties", {}).values():
                if isinstance(pattern, dict):
                    yield from objects(pattern, place, items=False)


def words(schema: Schema, home: str) -> set[str]:
    """Every word that a value, its items or its entries may be."""
    found: set[str] = set()
    for part, place in follow(schema, home):
        found.update(part.get("enum", ()))
        if "const" in part and isinstance(part["const"], str):
            found.add(part["const"])
        for word in ("items", "additionalProperties"):
            if isinstance(part.get(word), dict):
                found |= words(part[word], place)
        for pattern in part.get("patternProperties", {}).values():
            if isinstance(pattern, dict):
                found |= words(pattern, place)
    return found


def plain(hint: Any) -> tuple[Any, bool]:
    """What a field holds without ``| None``, ``tuple`` and ``Mapping``; whether it holds many."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        rest = [one for one in arguments if one is not type(None)]
        return plain(rest[0]) if len(rest) == 1 else (hint, False)
    if origin is tuple:
        return plain(arguments[0])[0], True
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return plain(arguments[1])[0], True
    return hint, False


def compare(cls: type[Any], schemas: list[tuple[Schema, str]], where: str) -> Iterator[str]:
    properties: dict[str, tuple[Schema, str]] = {}
    required: set[str] = set()
    for schema, home in schemas:
        for name, part in schema["properties"].items():
            if isinstance(part, dict):
                properties.setdefault(name, (part, home))
        required |= set(schema.get("required", ())) if "additionalProperties" in schema else set()
        required |= set(schema.get("required", ())) if "unevaluatedProperties" in schema else set()
    fields = {key_of(field.name): field for field in dataclasses.fields(cls)}
    if set(properties) != set(fields):
        yield f"{where}: schema {sorted(properties)} and dataclass {sorted(fields)}"
        return
    needed = {
        name
        for name, field in fields.items()
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    # A text may stand for the whole mapping: then the schema asks more of a mapping than the class.
    if required != needed and not (hasattr(cls, "SHORTHAND") and needed < required):
        yield f"{where}: required by schema {sorted(required)}, by dataclass {sorted(needed)}"
    hints = get_type_hints(cls)
    for name, field in fields.items():
        hint, many = plain(hints[field.name])
        part, home = properties[name]
        if isinstance(hint, type) and issubclass(hint, Enum):
            if words(part, home) - {member.value for member in hint}:
                yield f"{where}.{name}: {sorted(words(part, home))} and {list(hint)}"
            if not words(part, home):
                yield f"{where}.{name}: the schema has no list of words"
        elif isinstance(hint, type) and dataclasses.is_dataclass(hint) and not issubclass(hint, Text):
            inner = list(objects(part, home, items=many))
            if not inner:
                yield f"{where}.{name}: the schema describes no mapping"
            else:
                yield from compare(hint, inner, f"{where}.{name}")
        elif hint is dt.date:
            formats = {one.get("format") for one, _ in follow(part, home)}
            if "date" not in formats:
                yield f"{where}.{name}: the schema does not ask for a date"


@pytest.mark.parametrize("kind", list(Kind))
def test_schema_and_dataclass_agree(kind: Kind) -> None:
    home = f"{kind.value}.schema.json"
    found = list(compare(CLASSES[kind], list(objects(load(home), home, items=False)), kind.value))
    assert found == []


def test_the_points_and_their_dataclass_agree() -> None:
    home = "points.schema.json"
    assert list(compare(Guide, list(objects(load(home), home, items=False)), "points")) == []
