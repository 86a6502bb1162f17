"""Fingerprints of records, statuses and files: the same for the same content, and for nothing else."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import marshal
from collections.abc import Callable, Mapping
from enum import Enum
from operator import attrgetter
from pathlib import Path
from typing import Any

_AS_IT_IS = {str, int, float, bool, bytes, type(None)}
_FORMAT = 2
"""Of the marshalled form: the last one that does not depend on which equal strings are one object."""

_of_type: dict[type, Callable[[Any], Any]] = {}


def fingerprint(value: object) -> bytes:
    """The digest of a value made of dataclasses, mappings, sequences, sets, enums, dates and scalars."""
    return hashlib.blake2b(marshal.dumps(_plain(value), _FORMAT), digest_size=16).digest()


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    make = _of_type.get(kind)
    if make is None:
        make = _of_type[kind] = _way_to_say(value)
    return make(value)


def _way_to_say(value: Any) -> Callable[[Any], Any]:
    name = type(value).__qualname__
    if isinstance(value, Enum):
        return lambda one: (name, one.value)
    if isinstance(value, dt.date):
        return lambda one: (name, one.isoformat())
    if dataclasses.is_dataclass(value):
        return _way_to_say_fields(type(value))
    if isinstance(value, Mapping):
        return lambda one: (name, [(_plain(key), _plain(item)) for key, item in one.items()])
    if isinstance(value, (set, frozenset)):
        return lambda one: (name, sorted(marshal.dumps(_plain(item), _FORMAT) for item in one))
    if isinstance(value, (tuple, list)):
        return lambda one: (name, [_plain(item) for item in one])
    if isinstance(value, (str, Path)):
        return lambda one: (name, str(one))
    raise TypeError(name)


def _way_to_say_fields(kind: type[Any]) -> Callable[[Any], Any]:
    name, fields = kind.__qualname__, [field.name for field in dataclasses.fields(kind)]
    if not fields:
        return lambda _one: (name,)
    if len(fields) == 1:
        one_field = attrgetter(fields[0])
        return lambda one: (name, _plain(one_field(one)))
    all_fields = attrgetter(*fields)
    return lambda one: (name, *map(_plain, all_fields(one)))
