"""All codes of all families, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bekwaam.diagnostics.codes import consent, following, process, quality, reading, references, schema, seals
from bekwaam.diagnostics.codes.code import Code

_FAMILIES = (
    reading.CODES,
    schema.CODES,
    references.CODES,
    consent.CODES,
    process.CODES,
    following.CODES,
    quality.CODES,
    seals.CODES,
)

CODES: Mapping[str, Code] = MappingProxyType(
    {
        one.code: one
        for one in sorted((one for family in _FAMILIES for one in family), key=lambda one: one.code)
    }
)
"""By code, errors before warnings."""
