"""What changes on the disk when somebody writes to a file, or puts another in its place."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

SETTLED = 2_000_000_000
"""Nanoseconds after which a file or folder that changes again cannot have the same time."""

Marks = tuple[int, int, int, int, int]
"""Size, the times of the last change to content and to everything, and which file on which disk it is."""


def marks_from(found: os.stat_result) -> Marks:
    """The marks of a file or folder, from what the system says of it."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev


def marks_at(path: str) -> Marks | None:
    """The marks of a file or folder, which is not opened; None where it is not there."""
    try:
        return marks_from(os.lstat(path))
    except OSError:
        return None


def last_change(of: Marks) -> int:
    """When anything about a file changed last, in nanoseconds."""
    return max(of[1], of[2])


def is_settled(of: Marks, now: int) -> bool:
    """Whether a change after ``now``, in nanoseconds, will show in the marks."""
    return last_change(of) < now - SETTLED


def marks_of(root: Path, paths: Iterable[str]) -> tuple[str, int]:
    """One digest over the marks of files, and the time of the last change to any of them.

    Nothing is opened. The time is in nanoseconds; a file that is not there has no marks.
    """
    latest, above = 0, os.fspath(root)
    found: list[object] = []
    for path in paths:
        one = marks_at(f"{above}/{path}")
        if one is not None:
            latest = max(latest, last_change(one))
        found += path, one
    return hashlib.blake2b(repr(found).encode(), digest_size=16).hexdigest(), latest
