"""Every string that a record holds, with what sort of string it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
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


_BY_FIELD = {
    "emails": Sort.EMAIL,
    "email": Sort.EMAIL,
    "account": Sort.ID,
    "phone": Sort.PHONE,
    "file": Sort.FILE_NAME,
    "title": Sort.TITLE,
}


def strings(data: object) -> Iterator[tuple[Sort, str]]:
    """The strings in a record's data; references to other records are no strings of their own."""
    yield from _walk(data, Sort.TEXT)


def _walk(value: Any, sort: Sort) -> Iterator[tuple[Sort, str]]:
    if isinstance(value, str):
        yield sort, value
    elif isinstance(value, Text):
        for text in value.everything:
            yield sort, text
    elif isinstance(value, tuple):
        for one in value:
            yield from _walk(one, sort)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _walk(one, sort)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for name, of in _fields(type(value)):
            yield from _walk(getattr(value, name), of)


@cache
def _fields(cls: type[Any]) -> tuple[tuple[str, Sort], ...]:
    hints = get_type_hints(cls, include_extras=True)
    return tuple(
        (field.name, _sort(cls, field.name))
        for field in dataclasses.fields(cls)
        if _reference(hints[field.name]) in (None, Reference.FILE)
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
