"""What changes on the disk when somebody writes to a file, or puts another in its place."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path


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
