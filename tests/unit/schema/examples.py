"""Records of the right shape, and the same with one value changed."""

from __future__ import annotations

import copy
from typing import Any

from bekwaam.diagnostics import Pointer
from bekwaam.model.kinds import Kind
from bekwaam.schema import schema_of

GONE = object()
"""In the place of a value: take the key out."""


def example(kind: Kind) -> dict[str, Any]:
    made: dict[str, Any] = copy.deepcopy(schema_of(kind)["examples"][0])
    return made


def changed(kind: Kind, pointer: Pointer, value: object) -> dict[str, Any]:
    """The example of a kind with one value put in, or taken out."""
    data: Any = example(kind)
    inside = data
    for step in pointer[:-1]:
        inside = inside[step]
    if value is GONE:
        del inside[pointer[-1]]
    else:
        inside[pointer[-1]] = value
    return data  # type: ignore[no-any-return]
