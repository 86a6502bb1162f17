"""Digests of what files hold, by which two readings of one folder are told apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

_SIZE = 16
"""Bytes: enough that nobody finds two contents with one digest."""


def digest_of(content: bytes) -> str:
    """The digest of one file's bytes, in hexadecimal."""
    return hashlib.blake2b(content, digest_size=_SIZE).hexdigest()


def digest_of_all(files: Iterable[tuple[str, str]]) -> str:
    """One digest over the paths and digests of many files, in the order given.

    No path holds a line break, so that nothing in it passes for the start of another file.
    """
    found = hashlib.blake2b(digest_size=_SIZE)
    for path, digest in files:
        found.update(f"{path}\n{digest}\n".encode())
    return found.hexdigest()
