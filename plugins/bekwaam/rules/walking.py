"""Every reference that a record holds, found by the types of its fields."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from bekwaam.diagnostics import Pointer
from bekwaam.model.references import Reference

Found = tuple[Reference, Any, Pointer]
"""What a reference names, its value, and where in the record it stands."""

_Walk = Callable[[Any, Pointer], Iterator[Found]]


def references(data: object) -> Iterator[Found]:
    """The references in a record's data, in the order of its fields."""
    walk = _walk_class(type(data), None)  # type: ignore[arg-type]  # mypy doubts that classes hash
    if walk is not None:
        yield from walk(data, ())


def files(data: object) -> Iterator[tuple[Any, Pointer]]:
    """The files that a record shows, without a look at the rest of it."""
    walk = _walk_class(type(data), Reference.FILE)  # type: ignore[arg-type]
    if walk is not None:
        for _, file, pointer in walk(data, ()):
            yield file, pointer


@cache
def _walk_class(cls: type[Any], only: Reference | None) -> _Walk | None:
    """How to walk a dataclass; None where it holds no references at all, or none of the only kind asked."""
    hints = get_type_hints(cls, include_extras=True)
    steps = [
        (field.name, field.name.rstrip("_"), walk)
        for field in dataclasses.fields(cls)
        if (walk := _walk_hint(hints[field.name], only)) is not None
    ]
    if not steps:
        return None

    def walk_fields(data: Any, pointer: Pointer) -> Iterator[Found]:
        for name, key, step in steps:
            value = getattr(data, name)
            if value is not None:
                yield from step(value, (*pointer, key))

    return walk_fields


def _walk_hint(hint: Any, only: Reference | None) -> _Walk | None:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _walk_reference(arguments[1]) if only in (None, arguments[1]) else None
    if origin in (Union, types.UnionType):
        walks = [walk for one in arguments if (walk := _walk_hint(one, only)) is not None]
        return walks[0] if walks else None
    if origin is tuple:
        return _walk_list(arguments[0], only)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _walk_mapping(arguments[0], arguments[1], only)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _walk_class(hint, only)
    return None


def _walk_reference(reference: Reference) -> _Walk:
    def walk(value: Any, pointer: Pointer) -> Iterator[Found]:
        yield reference, value, pointer

    return walk


def _walk_list(item: Any, only: Reference | None) -> _Walk | None:
    step = _walk_hint(item, only)
    if step is None:
        return None

    def walk(value: Any, pointer: Pointer) -> Iterator[Found]:
        for position, one in enumerate(value):
            yield from step(one, (*pointer, position))

    return walk


def _walk_mapping(key_hint: Any, value_hint: Any, only: Reference | None) -> _Walk | None:
    """References in the values, and in the keys where those are references themselves."""
    at_keys, at_values = _walk_hint(key_hint, only), _walk_hint(value_hint, only)
    if at_keys is None and at_values is None:
        return None

    def walk(value: Any, pointer: Pointer) -> Iterator[Found]:
        for key, one in value.items():
            if at_keys is not None:
                yield from at_keys(key, (*pointer, key))
            if at_values is not None:
                yield from at_values(one, (*pointer, key))

    return walk
