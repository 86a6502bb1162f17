"""Keys that are missing, and keys that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bekwaam.diagnostics import At, Message, nearest, say
from bekwaam.schema.failure import Failure, Place, Words
from bekwaam.schema.forms import SEAL_HINT
from bekwaam.schema.registry import PART
from bekwaam.schema.values import as_yaml, code_list, shown

_SAID_BY_PLACE = ("id", "kind", "learner")
"""What some expect in a record, though its path says it already."""


def explain(failures: list[Failure]) -> Iterator[tuple[Place, Words]]:
    """Say which keys of one mapping are unknown or missing; a misspelt key is one mistake."""
    missing: dict[str, Any] = {}
    for one in failures:
        if one.keyword == "required":
            described = one.schema.get("properties", {})
            missing |= {key: described.get(key, {}) for key in one.limit if key not in one.value}
    for one in failures:
        if one.keyword == "additionalProperties":
            yield from _unknown(one, missing)
    for key, schema in missing.items():
        message = say("The key `{key}` is missing, or has no value.", key=key)
        # This leads to a key without a value, and where there is none, to the mapping around it.
        place = Place((*failures[0].place.pointer, key), At.VALUE)
        yield place, ("E202", message, _how_to_add(key, schema))


def _unknown(one: Failure, missing: dict[str, Any]) -> Iterator[tuple[Place, Words]]:
    """Findings for the unknown keys; the missing ones that were perhaps meant are taken out."""
    known = one.schema.get("properties", {})
    free = [key for key in known if key not in one.value]
    for key in one.value:
        if key in known:
            continue
        meant = nearest(key, free)
        if not one.place.pointer and key in _SAID_BY_PLACE:
            hint = say("Remove it: the place and the name of the file say this already.")
        elif meant is not None:
            missing.pop(meant, None)
            hint = say("Did you mean `{meant}`?", meant=meant)
        elif free:
            hint = say("You can still use these keys here: {keys}.", keys=code_list(free))
        else:
            hint = say("Remove it: all keys that can stand here are there already.")
        message = say("The key `{key}` is not known here.", key=shown(key))
        yield Place((*one.place.pointer, key), At.KEY), ("E201", message, hint)


def _how_to_add(key: str, schema: Any) -> Message:
    if schema.get(PART) == "digest":
        return Message(SEAL_HINT)
    example = next(iter(schema.get("examples", ())), None)
    line = as_yaml(example)
    if line is not None:
        return say("Add a line such as `{line}`.", line=f"{key}: {line}")
    if isinstance(example, list):
        words = code_list(_first_keys(schema["items"], example[0]))
        return say("Add `{key}:` with a list below it; its items have the keys {keys}.", key=key, keys=words)
    if isinstance(example, dict):
        words = code_list(_first_keys(schema, example))
        return say("Add `{key}:` with these keys below it: {keys}.", key=key, keys=words)
    return say("Add a line that starts with `{key}:`.", key=key)


def _first_keys(schema: Any, example: dict[str, Any]) -> list[str]:
    return list(schema.get("required") or example)
