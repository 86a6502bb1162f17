"""What the schema library found, in the few parts that the explanations need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bekwaam.diagnostics import At, Message, Pointer

if TYPE_CHECKING:
    from jsonschema import ValidationError

Words = tuple[str, Message, Message]
"""A code, what is wrong, and how to mend it."""


class Place(NamedTuple):
    """A value, or a key, that something is wrong with."""

    pointer: Pointer
    at: At


class Failure(NamedTuple):
    """A value that a keyword of its schema refuses.

    ``limit`` is what the keyword says, ``schema`` the part of the schema around it, and ``steps``
    lead from the root of the schema to the keyword.
    """

    keyword: str
    limit: Any
    value: Any
    schema: Any
    steps: tuple[str | int, ...]
    place: Place


def failure(error: ValidationError) -> Failure:
    """Take what matters from an error; printing one whole would print the record too."""
    pointer = tuple(error.absolute_path)
    steps = tuple(error.absolute_schema_path)
    place = Place(pointer, At.KEY if error.validator == "not" else At.VALUE)
    if "propertyNames" in steps:
        place = Place((*pointer, str(error.instance)), At.KEY)
    return Failure(
        keyword=str(error.validator),
        limit=error.validator_value,
        value=error.instance,
        schema=error.schema,
        steps=steps,
        place=place,
    )
