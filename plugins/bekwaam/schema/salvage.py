"""A record with stand-ins for its wrong parts, so that what is right in it can be checked all the same."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from bekwaam.diagnostics import Pointer
from bekwaam.model.kinds import Kind
from bekwaam.schema.registry import validator

if TYPE_CHECKING:
    from jsonschema import ValidationError

_ROUNDS = 4
_MOST = 100
"""A record with more mistakes than these has to be looked at as a whole first."""


def salvage(kind: Kind, data: Mapping[str, Any]) -> tuple[Mapping[str, Any], frozenset[Pointer]] | None:
    """A copy of the right shape, and where in it examples from the schema stand in.

    Nothing changes its place: a list keeps its length. None where the schema has no example.
    """
    rest: Any = copy.deepcopy(data)
    replaced: set[Pointer] = set()
    for _ in range(_ROUNDS):
        errors = list(islice(validator(kind).iter_errors(rest), _MOST))
        if not errors:
            return rest, frozenset(replaced)
        if len(errors) == _MOST:
            return None
        for error in errors:
            places = list(_mend(rest, error))
            if not places:
                return None
            replaced.update(places)
    return None


def _mend(rest: Any, error: ValidationError) -> Iterator[Pointer]:
    """Put right what one error is about; gives the places that were touched."""
    pointer, schema = tuple(error.absolute_path), error.schema
    if not isinstance(schema, Mapping):
        return
    known = schema.get("properties", {})
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        for key in [key for key in error.instance if key not in known]:
            del error.instance[key]
            yield (*pointer, key)
    elif error.validator == "required" and isinstance(error.instance, dict):
        for key in schema["required"]:
            if key not in error.instance and known.get(key, {}).get("examples"):
                error.instance[key] = copy.deepcopy(known[key]["examples"][0])
                yield (*pointer, key)
    elif pointer and (fitting := schema.get("examples") or schema.get("enum")):
        container = rest
        try:
            for step in pointer[:-1]:
                container = container[step]
            container[pointer[-1]] = copy.deepcopy(fitting[0])
        except (KeyError, IndexError, TypeError):
            pass  # what it stood in has been replaced already
        yield pointer
