"""Every string that a record holds, with what sort of string it is."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
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


_WORDLESS = {int, float, bool, type(None), dt.date}
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
    if kind in _WORDLESS:
        return
    if isinstance(value, str):
        found.append((sort, value))
    elif kind is Text:
        found += [(sort, text) for text in value.everything]
    elif kind is tuple:
        for one in value:
            _collect(one, sort, found)
    elif fields := _fields(kind):
        for name, of in fields:
            _collect(getattr(value, name), of, found)
    elif isinstance(value, Mapping):
        for one in value.values():
            _collect(one, sort, found)


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
