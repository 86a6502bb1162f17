"""One generic function that builds any of the model's dataclasses."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from bekwaam.model.text import UNMARKED, Text

T = TypeVar("T")
Convert = Callable[[Any], Any]


def from_data(cls: type[T], data: Mapping[str, Any]) -> T:
    """Build ``cls`` from schema-valid plain data.

    Keys are the fields' names (``from`` for ``from_``). A list may be written as its one item, a
    text as a plain string. Raises whatever Python raises on data that the schema would refuse.
    """
    builder: Convert = _builder(cls)  # type: ignore[arg-type]  # mypy doubts that classes hash
    made: T = builder(data)
    return made


def key_of(field_name: str) -> str:
    """The key in a record behind a dataclass's field: Python keeps some names for itself."""
    return field_name.rstrip("_")


@cache
def _builder(cls: type[Any]) -> Convert:
    hints = get_type_hints(cls)
    steps = {
        key_of(field.name): (field.name, _converter(hints[field.name])) for field in dataclasses.fields(cls)
    }
    shorthand: str | None = getattr(cls, "SHORTHAND", None)

    def build(data: Any) -> Any:
        if shorthand is not None and not _is_spelled_out(data, steps):
            data = {shorthand: data}
        arguments = {}
        for key, value in data.items():
            name, convert = steps[key]
            arguments[name] = convert(value)
        return cls(**arguments)

    return build


def _is_spelled_out(data: Any, steps: Mapping[str, object]) -> bool:
    return isinstance(data, dict) and all(key in steps for key in data)


@cache
def _converter(hint: Any) -> Convert:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union_converter(tuple(one for one in arguments if one is not type(None)))
    if origin is tuple:
        return _list_converter(arguments[0])
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_converter(arguments[1])
    if isinstance(hint, type):
        if issubclass(hint, Text):
            return lambda value: _text(hint, value)
        if issubclass(hint, Enum):
            return {member.value: member for member in hint}.__getitem__
        if issubclass(hint, dt.date):
            return dt.date.fromisoformat
        if dataclasses.is_dataclass(hint):
            return lambda value: _builder(hint)(value)
    return lambda value: value


def _union_converter(members: tuple[Any, ...]) -> Convert:
    if len(members) == 1:
        return _converter(members[0])
    if dt.date in members:
        return lambda value: dt.date.fromisoformat(value) if isinstance(value, str) else value
    return lambda value: value


def _list_converter(item: Any) -> Convert:
    convert = _converter(item)
    return lambda value: tuple(map(convert, value if isinstance(value, list) else [value]))


def _mapping_converter(value_hint: Any) -> Convert:
    convert = _converter(value_hint)
    return lambda value: {key: convert(one) for key, one in value.items()}


def _text(cls: type[Text], value: Any) -> Text:
    return cls(tuple(value.items()) if isinstance(value, dict) else ((UNMARKED, value),))
