"""Records as tidy tables: which tables and columns there are follows from the model's classes."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from bekwaam.model.text import Text

Cell = str | int | float | bool | dt.date | None
Keys = tuple[tuple[str, "Type"], ...]


class Type(Enum):
    """What a column holds; the value is the word of the Table Schema standard."""

    TEXT = "string"
    NUMBER = "number"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table."""

    name: str
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table, the tables of the lists in its records, and how to read both from a record."""

    name: str
    columns: tuple[Column, ...]
    read: Callable[[Any], tuple[Cell, ...]]
    lists: tuple[tuple[Callable[[Any], Sequence[tuple[Cell, Any]]], Layout], ...]

    def all(self) -> Iterator[Layout]:
        """This table, and those of the lists in it."""
        yield self
        for _, one in self.lists:
            yield from one.all()


_LEFT_OUT = frozenset({"seal", "signing_keys", "counts"})
"""Digests and keys say nothing in a table; a cycle's totals have a table of their own."""
_KEYS = {"criteria": "criterion", "answers": "point"}
_PLAIN = {str: Type.TEXT, int: Type.NUMBER, float: Type.NUMBER, bool: Type.BOOLEAN, dt.date: Type.DATE}


def layout(name: str, cls: type[Any], keys: Keys, languages: tuple[str, ...]) -> Layout:
    """The table of a class; ``keys`` are the columns that say whose row it is.

    A text has a column in the first of ``languages``, and one more for each other language. What
    stands in a single mapping has columns of its own, after the mapping's name. A list becomes a
    table, whose rows know the row they belong to and their place in the list, from 1.
    """
    return _Walk(languages).table(name, cls, keys)


@dataclass(frozen=True, slots=True)
class _Walk:
    languages: tuple[str, ...]

    def table(self, name: str, cls: Any, keys: Keys, value: str = "value") -> Layout:
        columns = [Column(name=one, type=kind) for one, kind in keys]
        if not dataclasses.is_dataclass(cls) or issubclass(_class(cls), Text):
            own, read = self._cells(value, cls)
            return Layout(name=name, columns=(*columns, *own), read=read, lists=())
        readers: list[Callable[[Any], tuple[Cell, ...]]] = []
        lists: list[tuple[Callable[[Any], Sequence[tuple[Cell, Any]]], Layout]] = []
        for path, field, hint in _fields(_class(cls)):
            get = _getter(path)
            kind = get_origin(hint)
            if kind is tuple or (isinstance(kind, type) and issubclass(kind, Mapping)):
                lists.append(self._list(name, field, hint, keys, get))
                continue
            own, cells = self._cells(field, hint)
            columns += own
            readers.append(_after(get, cells))

        def read_all(data: Any) -> tuple[Cell, ...]:
            return tuple(cell for reader in readers for cell in reader(data))

        return Layout(name=name, columns=tuple(columns), read=read_all, lists=tuple(lists))

    def _list(
        self, name: str, field: str, hint: Any, keys: Keys, get: Callable[[Any], Any]
    ) -> tuple[Callable[[Any], Sequence[tuple[Cell, Any]]], Layout]:
        *parents, (last, kind) = keys
        # The key of this table is a reference in that of its list: `id` becomes the kind's name.
        above = (*parents, (name.rpartition("_")[2] if last == "position" else name, kind))
        if last == "id":
            above = (*parents, (name, kind))
        if get_origin(hint) is tuple:
            item, key = get_args(hint)[0], ("position", Type.INTEGER)
            return (
                lambda data: list(enumerate(get(data) or (), start=1)),
                self.table(f"{name}_{field}", item, (*above, key), _singular(field)),
            )
        item = get_args(hint)[1]
        named = (_KEYS.get(field, "name"), Type.TEXT)
        return (
            lambda data: list((get(data) or {}).items()),
            self.table(f"{name}_{field}", item, (*above, named)),
        )

    def _cells(self, name: str, hint: Any) -> tuple[list[Column], Callable[[Any], tuple[Cell, ...]]]:
        if isinstance(hint, type) and issubclass(hint, Text):
            first, *others = self.languages
            columns = [Column(name=name, type=Type.TEXT)]
            columns += [Column(name=f"{name}_{one}", type=Type.TEXT) for one in others]

            def texts(text: Text | None) -> tuple[Cell, ...]:
                if text is None:
                    return (None,) * len(self.languages)
                written = {code or first: one for code, one in text.by_language}
                return (text.pick(first, first) or None, *(written.get(one) or None for one in others))

            return columns, texts
        kinds = {_PLAIN.get(one, Type.TEXT) for one in _alternatives(hint)}
        kind = kinds.pop() if len(kinds) == 1 else Type.TEXT
        return [Column(name=name, type=kind)], lambda value: (_cell(value, kind),)


def _fields(cls: type[Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str, Any]]:
    """Where each value stands, its column and its type; single mappings are opened."""
    hints = get_type_hints(cls)
    for field in dataclasses.fields(cls):
        name, inside = field.name.removesuffix("_"), (*path, field.name)
        if name in _LEFT_OUT:
            continue
        found = _alternatives(hints[field.name])
        hint = found[0] if len(found) == 1 else hints[field.name]
        if dataclasses.is_dataclass(hint) and not issubclass(_class(hint), Text):
            for deeper, column, one in _fields(_class(hint), inside):
                yield deeper, f"{name}_{column}", one
        else:
            yield inside, name, hint


def _class(hint: Any) -> type[Any]:
    assert isinstance(hint, type)
    return hint


def _alternatives(hint: Any) -> tuple[Any, ...]:
    if get_origin(hint) in (Union, UnionType):
        return tuple(one for one in get_args(hint) if one is not NoneType)
    return (hint,)


def _after(
    get: Callable[[Any], Any], cells: Callable[[Any], tuple[Cell, ...]]
) -> Callable[[Any], tuple[Cell, ...]]:
    return lambda data: cells(get(data))


def _singular(name: str) -> str:
    """What one of a list is called, as far as English lets itself be told."""
    if name == "criteria":
        return "criterion"
    return f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")


def _getter(path: tuple[str, ...]) -> Callable[[Any], Any]:
    def get(data: Any) -> Any:
        for name in path:
            data = None if data is None else getattr(data, name)
        return data

    return get


def _cell(value: Any, kind: Type) -> Cell:
    if isinstance(value, Enum):
        value = value.value
    if value is None or value == "":
        return None
    if kind is Type.TEXT and isinstance(value, bool):
        return "true" if value else "false"
    if kind is Type.TEXT and isinstance(value, dt.date):
        return value.isoformat()
    found: Cell = value
    return found
