"""The number and digest of a document, from the data behind it and nothing else."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Mapping
from enum import Enum
from typing import Any

import rfc8785

from bekwaam.audience import Gated
from bekwaam.diagnostics import Message
from bekwaam.model.text import Text
from bekwaam.views.learner import DocumentKind
from bekwaam.views.stamp import Stamp

_WITHOUT_EVIDENCE = {DocumentKind.DESCRIPTION, DocumentKind.ASSESSMENT_FORM}
"""Documents that evidence does not stand in: more evidence leaves them as they are."""


def make_stamp(gated: Gated, key: str, kind: DocumentKind) -> Stamp:
    """The stamp of one document of a learner, the same in every language.

    The digest is SHA-256 over the RFC 8785 form of the learner's records as this audience may see
    them, their statuses and the date. The number is the year and the digest's first twelve digits.
    """
    folder = gated.project.learners[key]
    if kind in _WITHOUT_EVIDENCE:
        folder = dataclasses.replace(folder, evidence={}, contacts={}, feedback={})
    payload = {
        "format": 1,
        "document": kind.value,
        "date": gated.as_of.isoformat(),
        "school": _plain(gated.project.school.data.name),
        "learner": _plain(folder),
        "statuses": _plain(gated.statuses[key]),
    }
    digest = hashlib.sha256(rfc8785.dumps(payload)).hexdigest()
    number = f"{gated.as_of.year}-{digest[:4]}-{digest[4:8]}-{digest[8:12]}".upper()
    url = gated.project.school.data.url
    return Stamp(
        number=number,
        digest=digest,
        date=gated.as_of,
        address=f"{url.rstrip('/')}/c/{number}/" if url else None,
    )


def _plain(value: Any) -> Any:
    """Records as plain JSON data; what is not there is left out."""
    if isinstance(value, Message):
        return value.template
    if isinstance(value, Text):
        return dict(value.by_language)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        fields = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {name: _plain(one) for name, one in fields if one is not None}
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(one) for key, one in value.items()}
    if isinstance(value, (tuple, list, set, frozenset)):
        return [_plain(one) for one in value]
    return value
