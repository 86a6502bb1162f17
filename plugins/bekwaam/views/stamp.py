"""What ties a printed document to the data behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bekwaam.model.audience import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A document's number, the digest (SHA-256, hexadecimal) of its data, and its date.

    ``address`` is the full address where number, digest and date can be compared, or None where
    the school has no public address. ``commit`` is the last one that touched the records behind it;
    None without git, or where one of them is not committed.
    """

    number: str
    digest: str
    date: dt.date
    address: str | None
    audience: Audience = Audience.TEAM
    commit: str | None = None
