"""Records, findings and statuses as bytes, and back; from bytes comes nothing but what they are made of."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import pickle
from collections.abc import Callable, Hashable, Iterator
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, get_args, get_type_hints

from bekwaam.diagnostics import At, Diagnostic, Location, Message
from bekwaam.model.kinds import Kind
from bekwaam.model.project import LearnerFolder, MediaFile, Record
from bekwaam.model.status import CompetenceStatus
from bekwaam.project.checking import Checked
from bekwaam.project.dividing import Files
from bekwaam.project.reading import Part
from bekwaam.provenance import CheckedSeal, Said
from bekwaam.records.kinds import CLASSES
from bekwaam.source import SourceFile, Walked

_PROTOCOL = 5
_ROOTS: tuple[type[Any], ...] = (
    Part,
    Checked,
    Files,
    Record,
    LearnerFolder,
    MediaFile,
    SourceFile,
    Walked,
    Diagnostic,
    Message,
    Location,
    CompetenceStatus,
    CheckedSeal,
    Said,
    At,
    Kind,
    *CLASSES.values(),
)


class NotOurs(ValueError):  # noqa: N818 - a fact, not a mistake
    """Bytes that ask for something else than our own kinds of data."""


def pack(value: object) -> bytes:
    """Make bytes of our own data: dataclasses, enums, dates, texts, numbers, and lists and the like of them.

    Raises:
        pickle.PicklingError: for anything else.
    """
    made = io.BytesIO()
    _Packer(made, _PROTOCOL).dump(value)
    return made.getvalue()


def unpack(content: bytes) -> Any:
    """Make the data again.

    Raises:
        NotOurs: where the bytes ask for anything else, or are cut off or changed.
    """
    try:
        return _Unpacker(io.BytesIO(content)).load()
    except NotOurs:
        raise
    except Exception as error:  # broken bytes fail in every way that there is
        raise NotOurs(str(error)) from error


class _Packer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        known = _forms().get(type(value))
        if known is not None:
            return known.make, known.take(value)
        if value in _makers().values():
            return NotImplemented  # it goes by its name, as a global of this module
        raise pickle.PicklingError(f"{type(value)!r} is not ours")


class _Unpacker(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Only what is on our list: nothing else can be called, and nothing is imported."""
        try:
            return _makers()[name]
        except KeyError:
            raise NotOurs(f"{module}.{name}") from None


class _Form(NamedTuple):
    """How one kind of data is taken apart, and made again."""

    make: Callable[..., Any]
    take: Callable[[Any], tuple[Any, ...]]


@cache
def _forms() -> dict[type[Any], _Form]:
    found: dict[type[Any], _Form] = {dt.date: _form_of_date()}
    for kind in _kinds():
        found[kind] = _form_of_enum(kind) if issubclass(kind, Enum) else _form_of_dataclass(kind)
    return found


@cache
def _makers() -> dict[str, Callable[..., Any]]:
    found = {form.make.__name__: form.make for form in _forms().values()}
    assert len(found) == len(_forms()), "two kinds have one name"
    return found


def __getattr__(name: str) -> Any:
    """The makers count as functions of this module: that is how bytes name them."""
    if name.startswith("make_") and name in _makers():
        return _makers()[name]
    raise AttributeError(name)


def _kinds() -> Iterator[type[Any]]:
    """Every dataclass and enum that the roots are made of."""
    seen: set[Any] = set()
    waiting: list[Any] = list(_ROOTS)
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if isinstance(one, type) and issubclass(one, Enum):
            yield one
        elif isinstance(one, type) and dataclasses.is_dataclass(one):
            yield one
            waiting.extend(get_type_hints(one).values())
        else:
            waiting.extend(part for part in get_args(one) if isinstance(part, Hashable))


def _named(make: Callable[..., Any], kind: type[Any]) -> Callable[..., Any]:
    make.__module__ = __name__
    make.__name__ = make.__qualname__ = f"make_{kind.__module__.replace('.', '_')}_{kind.__name__}"
    return make


def _form_of_dataclass(kind: type[Any]) -> _Form:
    """Values go straight into their slots: a frozen dataclass takes four times as long to fill itself."""
    names = [field.name for field in dataclasses.fields(kind)]
    setters = [getattr(kind, name).__set__ for name in names]
    scope: dict[str, Any] = {"new": kind.__new__, "kind": kind}
    scope |= {f"set_{number}": setter for number, setter in enumerate(setters)}
    lines = [f"    set_{number}(made, v{number})" for number in range(len(names))]
    values = ", ".join(f"v{number}" for number in range(len(names)))
    text = "\n".join([f"def make({values}):", "    made = new(kind)", *lines, "    return made"])
    exec(text, scope)  # noqa: S102 - only numbers are filled in above
    getter = attrgetter(*names)
    take = getter if len(names) > 1 else lambda value: (getter(value),)
    return _Form(_named(scope["make"], kind), take)


def _form_of_enum(kind: type[Enum]) -> _Form:
    members = {member.value: member for member in kind}

    def make(value: Any) -> Any:
        return members[value]

    return _Form(_named(make, kind), lambda member: (member.value,))


def _form_of_date() -> _Form:
    def make(days: int) -> Any:
        return _day(days)

    return _Form(_named(make, dt.date), lambda day: (day.toordinal(),))


@cache
def _day(days: int) -> dt.date:
    """One and the same object for a day, in however many records it stands."""
    return dt.date.fromordinal(days)
