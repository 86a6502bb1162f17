"""Checking one record against the schema of its kind."""

from __future__ import annotations

from itertools import islice

from bekwaam.diagnostics import Diagnostic
from bekwaam.model.kinds import Kind
from bekwaam.schema import quick
from bekwaam.schema.errors import explain
from bekwaam.schema.registry import validator

MAX_FINDINGS = 100
"""After so many findings in one record the rest would only hide the first."""


def validate(kind: Kind, data: object, path: str) -> list[Diagnostic]:
    """Check the shape of one record.

    Args:
        kind: what the record's place says it is.
        data: plain data, as ``source`` reads it; keys without a value are left out there.
        path: what the findings name, relative to the folder of records.

    Returns:
        Nothing for a record of the right shape, else one finding (E201 to E209) for each mistake.
    """
    if quick.fits(kind, data):
        return []
    checker = validator(kind)
    errors = list(islice(checker.iter_errors(data), MAX_FINDINGS))
    return explain(errors, checker.schema, path)[:MAX_FINDINGS] if errors else []
