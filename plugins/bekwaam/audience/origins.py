"""What git and the seals say of records, with what an audience may not know taken out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from bekwaam.model.project import Record
from bekwaam.model.provenance import Attributed, Provenance, Trust

T = TypeVar("T")

_FOR_ALL = (Trust.SIGNED, Trust.AUTHORED)
_EVIDENCE = "evidence/"


def outside(known: Provenance | None) -> Provenance | None:
    """What handover and public may know: that a sign-off is by whom it says, and the last commit.

    Who else brought something in, and that something does not fit, stays with the team. Silence
    says neither: a sign-off that a coach entered and one that is contradicted look the same.
    """
    if known is None:
        return None
    signed = tuple(
        Attributed(trust=one.trust) if one is not None and one.trust in _FOR_ALL else None
        for one in known.signed
    )
    return replace(known, signed=signed, broken=None)


def knowing(record: Record[T], evidence: Collection[str]) -> Record[T]:
    """The same record whose broken seal names no evidence but what remains."""
    known = record.provenance
    if known is None or known.broken is None:
        return record
    cited = tuple(
        one
        for one in known.broken.cited
        if not one.startswith(_EVIDENCE) or one.removeprefix(_EVIDENCE) in evidence
    )
    hidden = len(cited) < len(known.broken.cited)
    broken = replace(known.broken, cited=cited, hidden=known.broken.hidden or hidden)
    return replace(record, provenance=replace(known, broken=broken))
