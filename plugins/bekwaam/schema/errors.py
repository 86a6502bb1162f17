"""What the schema library reports, turned into findings: one for each mistake, in plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bekwaam.diagnostics import Diagnostic, nearest, say
from bekwaam.schema import forms, keys, limits, types
from bekwaam.schema.failure import Failure, Place, Words, failure
from bekwaam.schema.values import code_list, shown

if TYPE_CHECKING:
    from jsonschema import ValidationError


def explain(errors: Iterable[ValidationError], schema: Any, path: str) -> list[Diagnostic]:
    """Turn errors about one record into findings.

    Args:
        errors: what a validator found.
        schema: the validator's own schema, written out.
        path: what the findings name.
    """
    by_place: dict[Place, list[Failure]] = defaultdict(list)
    for error in errors:
        found = failure(error)
        by_place[found.place].append(found)
    return [
        Diagnostic(code=code, path=path, message=message, hint=hint, pointer=place.pointer, at=place.at)
        for failures in by_place.values()
        for place, (code, message, hint) in _explained(failures, schema)
    ]


def _explained(failures: list[Failure], schema: Any) -> Iterator[tuple[Place, Words]]:
    """Say what is wrong in one place: all its keys, or the one thing from which the rest follows."""
    about_keys = [one for one in failures if one.keyword in _ABOUT_KEYS]
    if about_keys:
        yield from keys.explain(about_keys)
        return
    first = min(failures, key=_rank)
    yield first.place, _refused(first, schema) if first.keyword == "not" else _say(first)


_ABOUT_KEYS = ("required", "additionalProperties")
_ORDER = ("not", "type", "enum", "format", "pattern")


def _rank(one: Failure) -> int:
    """What says most about a value comes first."""
    return _ORDER.index(one.keyword) if one.keyword in _ORDER else len(_ORDER)


def _say(one: Failure) -> Words:
    is_word = one.value is not None and not isinstance(one.value, dict | list)
    if one.keyword in ("type", "enum") and "enum" in one.schema and is_word:
        return _not_allowed(one)
    explain_one = _EXPLAIN.get(one.keyword)
    return forms.other(one.value) if explain_one is None else explain_one(one)


def _not_allowed(one: Failure) -> Words:
    allowed = [str(value) for value in one.schema["enum"]]
    meant = nearest(one.value, allowed) if isinstance(one.value, str) else None
    message = say("The value `{value}` is not known here.", value=shown(one.value))
    if meant is None:
        return "E204", message, say("Choose one of these: {allowed}.", allowed=code_list(allowed))
    hint = say(
        "Did you mean `{meant}`? These can stand here: {allowed}.", meant=meant, allowed=code_list(allowed)
    )
    return "E204", message, hint


def _refused(one: Failure, schema: Any) -> Words:
    """A key that cannot stand beside the value of another one, as an ``if`` around it says."""
    around = schema
    for step in one.steps[: len(one.steps) - 1 - one.steps[::-1].index("then")]:
        around = around[step]
    other, condition = next(iter(around["if"]["properties"].items()))
    key = one.place.pointer[-1]
    message = say(
        "The key `{key}` cannot stand here, because `{other}` is `{value}`.",
        key=key,
        other=other,
        value=shown(condition["const"]),
    )
    return "E209", message, say("Remove `{key}`, or change `{other}`.", key=key, other=other)


_EXPLAIN: Mapping[str, Callable[[Failure], Words]] = {
    "type": types.explain,
    "format": types.not_a_date,
    "pattern": forms.explain,
    "maxLength": limits.too_many,
    "maxItems": limits.too_many,
    "maxProperties": limits.too_many,
    "minItems": limits.too_few,
    "minProperties": limits.too_few,
    "minimum": limits.out_of_range,
    "maximum": limits.out_of_range,
}
EXPLAINED = frozenset({*_EXPLAIN, *_ABOUT_KEYS, "enum", "not"})
"""The keywords of a schema whose errors have words of their own."""
