"""Every string that a record holds, with what sort of string it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from bekwaam.diagnostics.message import N_
from bekwaam.model.learner import Learner
from bekwaam.model.person import Person
from bekwaam.model.references import Reference
from bekwaam.model.text import Text


class Sort(Enum):
    """What sort of string it is; the value is the word for it."""

    NAME = N_("a name")
    EMAIL = N_("an e-mail address")
    PHONE = N_("a telephone number")
    FILE_NAME = N_("a file name")
    ID = N_("the name of a record")
    TITLE = N_("a title")
    TEXT = N_("a text")


_Way = Callable[[Any, Sort, list[tuple[Sort, str]]], None]
"""Finds the strings in a value, which is of a sort where it does not say so itself."""
_BY_FIELD = {
    "emails": Sort.EMAIL,
    "email": Sort.EMAIL,
    "account": Sort.ID,
    "phone": Sort.PHONE,
    "file": Sort.FILE_NAME,
    "title": Sort.TITLE,
}


def strings(data: object) -> list[tuple[Sort, str]]:
    """The strings in a record's data; references to other records are no strings of their own."""
    found: list[tuple[Sort, str]] = []
    _collect(data, Sort.TEXT, found)
    return found


def _collect(value: Any, sort: Sort, found: list[tuple[Sort, str]]) -> None:
    kind: Any = type(value)
    way = _way_through(kind)
    if way is not None:
        way(value, sort, found)


@cache
def _way_through(kind: Any) -> _Way | None:
    """How the strings in all values of a type are found; None where they hold none."""
    if issubclass(kind, str):
        return lambda one, sort, found: found.append((sort, one))
    if kind is Text:
        return lambda one, sort, found: found.extend([(sort, text) for text in one.everything])
    if kind is tuple:
        return _through_all
    if fields := _fields(kind):
        return _way_through_fields(fields)
    if issubclass(kind, Mapping):
        return lambda one, sort, found: _through_all(one.values(), sort, found)
    return None


def _through_all(values: Iterable[Any], sort: Sort, found: list[tuple[Sort, str]]) -> None:
    for one in values:
        _collect(one, sort, found)


def _way_through_fields(fields: Sequence[tuple[str, Sort]]) -> _Way:
    names, sorts = [name for name, _ in fields], [sort for _, sort in fields]
    # Two names at least, so that what comes back is always a tuple.
    of_all = attrgetter(*names, names[0])

    def through(value: Any, _: Sort, found: list[tuple[Sort, str]]) -> None:
        for one, sort in zip(of_all(value), sorts, strict=False):
            if one is not None:
                _collect(one, sort, found)

    return through


@cache
def _fields(cls: Any) -> tuple[tuple[str, Sort], ...]:
    """The fields of a dataclass that hold strings of their own; none for any other type."""
    names = [field.name for field in dataclasses.fields(cls)] if dataclasses.is_dataclass(cls) else []
    hints = get_type_hints(cls, include_extras=True) if names else {}
    return tuple(
        (name, _sort(cls, name)) for name in names if _reference(hints[name]) in (None, Reference.FILE)
    )


def _sort(cls: type[Any], name: str) -> Sort:
    if name == "pseudonym" or (name == "name" and cls in (Learner, Person)):
        return Sort.NAME
    return _BY_FIELD.get(name, Sort.TEXT)


def _reference(hint: Any) -> Reference | None:
    """What a field refers to, also where it holds several or none."""
    if get_origin(hint) is Annotated:
        found: Reference = get_args(hint)[1]
        return found
    parts = get_args(hint)
    if isinstance(origin := get_origin(hint), type) and issubclass(origin, Mapping):
        # Keys are codes; what stands behind them is what counts.
        parts = parts[1:]
    return next((one for part in parts if (one := _reference(part)) is not None), None)
