"""Format 1 of a record's digest; it never changes, a new one gets a new number."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import rfc8785

FORMAT = 1

FileDigest = Callable[[str], str | None]
"""The SHA-256 (hexadecimal) of a file named in the record; None where it cannot be read."""

_LEFT_OUT = frozenset({"seal", "verified", "questions"})
"""What may change after an assessment without touching what was assessed."""


def digest(data: Mapping[str, Any], file_digest: FileDigest) -> str:
    """SHA-256, in hexadecimal, over the RFC 8785 form of a parsed record.

    Keys without a value are left out, and so are ``seal``, ``verified`` and ``questions``, and
    every ``visibility``: who may see something is not what was assessed. Each ``file`` is
    replaced by the digest of its bytes.

    Args:
        data: the record as read, in plain JSON types.
        file_digest: looks up the digest of a file by the path that stands in the record.
    """
    kept = {key: value for key, value in data.items() if key not in _LEFT_OUT}
    return hashlib.sha256(rfc8785.dumps(_sealed_form(kept, file_digest))).hexdigest()


def _sealed_form(value: Any, file_digest: FileDigest) -> Any:
    if isinstance(value, dict):
        return {
            key: _file(one, file_digest) if key == "file" else _sealed_form(one, file_digest)
            for key, one in value.items()
            if one is not None and key != "visibility"
        }
    if isinstance(value, list):
        return [_sealed_form(one, file_digest) for one in value]
    return value


def _file(path: object, file_digest: FileDigest) -> str:
    found = file_digest(path) if isinstance(path, str) else None
    return f"sha256:{found or 'missing'}"
