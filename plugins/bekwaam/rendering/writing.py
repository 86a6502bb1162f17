"""Writes files that another process may be reading."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from bekwaam.source import digest_of


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; its folder is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    new = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        new.chmod(0o644)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def write_checked(path: Path, content: bytes) -> None:
    """The same, with a digest in front, so that `read_checked` knows what somebody else wrote."""
    write_whole(path, digest_of(content).encode() + b"\n" + content)


def read_checked(path: Path) -> bytes | None:
    """What `write_checked` wrote; None where there is nothing, or something else."""
    try:
        digest, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if digest == digest_of(content).encode() else None
