"""What ties a printed document to the data behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A document's number, the digest (SHA-256, hexadecimal) of its data, and its date.

    ``address`` is the full address where number, digest and date can be compared, or None where
    the school has no public address.
    """

    number: str
    digest: str
    date: dt.date
    address: str | None
