"""What changes on the disk when somebody writes to a file, or puts another in its place."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

SETTLED = 2_000_000_000
"""Nanoseconds after which a file or folder that changes again cannot have the same time."""

Marks = tuple[int, int, int, int]
"""The times of the last change to content and to everything, and which file on which disk it is."""


def marks_of_one(path: str) -> Marks | None:
    """The marks of a file or folder, which is not opened; None where it is not there."""
    try:
        one = os.lstat(path)
    except OSError:
        return None
    return one.st_mtime_ns, one.st_ctime_ns, one.st_ino, one.st_dev


def is_settled(marks: Marks, now: int) -> bool:
    """Whether a change after ``now``, in nanoseconds, will show in the marks."""
    return max(marks[:2]) < now - SETTLED


def marks_of(root: Path, paths: Iterable[str]) -> tuple[str, int]:
    """One digest over the marks of files, and the time of the last change to any of them.

    Nothing is opened. The time is in nanoseconds; a file that is not there has no marks.
    """
    found = hashlib.blake2b(digest_size=16)
    latest, above = 0, os.fspath(root)
    for path in paths:
        try:
            one = os.lstat(f"{above}/{path}")
        except OSError:
            found.update(f"{path}\n".encode())
            continue
        times = one.st_mtime_ns, one.st_ctime_ns
        latest = max(latest, *times)
        found.update(f"{path}\n{one.st_size} {times} {one.st_ino} {one.st_dev}\n".encode())
    return found.hexdigest(), latest
