"""A quick first answer: whether a record has the right shape, from the schemas compiled to machine code.

What is wrong with a record is told by `errors`, from the slower library that can say so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import jsonschema_rs

from bekwaam.model.kinds import Kind
from bekwaam.schema.registry import COMMON, file_name, is_date, read

_BASE = "bekwaam:///"
"""Before the name of a schema's file, so that references from one to another can be followed."""

# Both libraries read patterns, but the one as Python does and the other as JavaScript does. Two things
# differ: which characters are spaces, and whether `$` may stand before a last line break.
_SPACES = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_END = r"(?!\n)"


def fits(kind: Kind, data: object) -> bool:
    """Whether data has the shape of a kind of record; the same answer that `registry.validator` gives."""
    try:
        return _check(kind)(data)
    except ValueError:
        return False  # no JSON, such as a number that is none: let the other library speak


@cache
def _check(kind: Kind) -> Callable[[Any], bool]:
    schema = {"$ref": _BASE + file_name(kind)}
    made = jsonschema_rs.Draft202012Validator(
        schema, registry=_registry(), formats={"date": _is_date}, validate_formats=True, offline=True
    )
    return made.is_valid


@cache
def _registry() -> jsonschema_rs.Registry:
    names = [*map(file_name, Kind), COMMON]
    return jsonschema_rs.Registry([(_BASE + name, _translated(read(name))) for name in names])


def _translated(schema: Any) -> Any:
    """A schema whose patterns mean in JavaScript what they mean in Python."""
    if isinstance(schema, list):
        return [_translated(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _pattern(value) if key == "pattern" and isinstance(value, str) else _translated(value)
        for key, value in schema.items()
    }


def _pattern(pattern: str) -> str:
    r"""In our schemas ``\s`` stands only between brackets, and ``\S`` only outside them."""
    return pattern.removesuffix(_END).replace(r"\S", f"[^{_SPACES}]").replace(r"\s", _SPACES)


@cache
def _is_date(value: str) -> bool:
    try:
        return is_date(value)
    except ValueError:
        return False
