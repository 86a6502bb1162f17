"""The JSON Schemas of the sixteen kinds: found, read once, and refined for checking."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bekwaam.model.kinds import Kind

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, FormatChecker
    from referencing import Registry

Schema = Mapping[str, Any]

COMMON = "common.schema.json"
"""The file with the parts that several schemas share."""

PART = "bekwaam:part"
"""In a written-out schema: the name under ``$defs`` of what was put in the place of a reference."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_ROOM = Path(__file__).resolve().parent


@cache
def folder() -> Path:
    """The folder of the schemas: in the package where it was installed, else in the repository."""
    installed = _ROOM.parent / "schemas"
    return installed if installed.is_dir() else _ROOM.parents[2] / "schemas"


@cache
def read(name: str) -> Schema:
    """One schema as it is written, by the name of its file."""
    content: Schema = json.loads((folder() / name).read_text(encoding="utf-8"))
    return content


def schema_of(kind: Kind) -> Schema:
    """The schema of one kind, as it is written; references lead to ``common.schema.json``."""
    return read(file_name(kind))


def file_name(kind: Kind) -> str:
    """The name of the file with the schema of a kind."""
    return f"{kind.value}.schema.json"


@cache
def validator(kind: Kind) -> Draft202012Validator:
    """The compiled schema of one kind; it never looks anything up outside the schemas."""
    # Loaded late: it takes longer than checking a thousand records, and is for records with mistakes.
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    name = file_name(kind)
    contents = {one: Resource.from_contents(read(one)) for one in (name, COMMON)}
    registry: Registry[Any] = Registry().with_resources(contents.items()).crawl()
    written_out = _written_out(read(name), name, registry, ())
    return Draft202012Validator(written_out, registry=registry, format_checker=_formats())


def _written_out(schema: Any, base: str, registry: Registry[Any], within: tuple[str, ...]) -> Any:
    """A schema with what it refers to put in place, which makes checking twice as fast.

    Only a reference to something that it stands in itself stays one. Titles, descriptions and
    examples beside a reference go before those behind it.
    """
    if not isinstance(schema, dict):
        return schema
    made: dict[str, Any] = {}
    if "$ref" in schema:
        file, _, part = schema["$ref"].partition("#")
        target = f"{file or base}#{part}"
        if target in within:
            return {**schema, "$ref": target}
        found = registry.resolver().lookup(target).contents
        made = dict(_written_out(found, file or base, registry, (*within, target)))
        made.setdefault(PART, part.rpartition("/")[2])
    for keyword, value in schema.items():
        if keyword == "properties":
            made[keyword] = {key: _written_out(one, base, registry, within) for key, one in value.items()}
        elif keyword not in ("$ref", "$defs", "$schema"):
            made[keyword] = _written_out(value, base, registry, within)
    return made


@cache
def _formats() -> FormatChecker:
    from jsonschema import FormatChecker

    checker = FormatChecker(formats=())
    checker.checks("date", raises=ValueError)(is_date)
    return checker


def is_date(value: object) -> bool:
    """Whether a text is a day of the calendar, written as ``YYYY-MM-DD`` and not otherwise.

    Raises:
        ValueError: for a day that no calendar has.
    """
    if not isinstance(value, str):
        return True
    return _DATE.match(value) is not None and bool(date.fromisoformat(value))
