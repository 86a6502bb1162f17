"""What a document says of itself to programs, in its properties: no more than stands on paper."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass

from bekwaam.model.audience import Audience
from bekwaam.views.learner import DocumentKind
from bekwaam.views.stamp import Stamp

PROPERTY = "Bekwaam"
"""The key in the document's information dictionary."""

_FORMAT = 1
_COMMIT = re.compile(r"(?:[0-9a-f]{40}|[0-9a-f]{64})\Z")


def imprint(stamp: Stamp, kind: DocumentKind, language: str) -> str:
    """Which document this is, as JSON in ASCII; it names nobody."""
    said = {
        "format": _FORMAT,
        "number": stamp.number,
        "digest": stamp.digest,
        "date": stamp.date.isoformat(),
        "document": kind.value,
        "audience": stamp.audience.value,
        "language": language,
        "commit": stamp.commit,
    }
    return json.dumps({name: value for name, value in said.items() if value is not None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What a document says of itself. Anybody can write it, so it only says what to compare with."""

    number: str
    digest: str
    date: dt.date
    document: DocumentKind
    audience: Audience
    language: str
    commit: str | None


def claims(said: str | None) -> Claims | None:
    """Read an imprint; None where there is none, or none of a form that this version knows."""
    try:
        data = json.loads(said or "")
        if data["format"] != _FORMAT:
            return None
        commit = data.get("commit")
        return Claims(
            number=str(data["number"]),
            digest=str(data["digest"]),
            date=dt.date.fromisoformat(data["date"]),
            document=DocumentKind(data["document"]),
            audience=Audience(data["audience"]),
            language=str(data["language"]),
            commit=commit if isinstance(commit, str) and _COMMIT.match(commit) else None,
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
