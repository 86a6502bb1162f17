"""A new folder that is there whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bekwaam.cli.refusing import Refused
from bekwaam.diagnostics import say


@contextmanager
def fresh_folder(folder: Path) -> Iterator[Path]:
    """A folder beside ``folder`` to write in, which takes its place in the end; gone after a failure.

    Only its owner may look into it: it holds somebody's personal data.

    Raises:
        Refused: where ``folder`` is no place for something new.
    """
    place = folder.absolute()
    if place.is_symlink() or (place.exists() and (not place.is_dir() or any(place.iterdir()))):
        raise Refused(
            say("{folder} is not empty: nothing is ever overwritten. Name a new folder.", folder=folder)
        )
    require_parent(place)
    new = Path(tempfile.mkdtemp(dir=place.parent, prefix=".bekwaam-"))
    try:
        yield new
        # Takes the place of an empty folder too; fails where something got into it meanwhile.
        new.rename(place)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def require_parent(place: Path) -> None:
    """Stop where nothing new can be made at ``place``.

    Raises:
        Refused: naming the folder that is not there.
    """
    parent = place.absolute().parent
    if not parent.is_dir():
        raise Refused(say("There is no folder {folder} to make it in.", folder=parent))


def copy_regular(start: Path, end: Path) -> list[str]:
    """Copy a folder's ordinary files, hidden ones apart; gives what is neither, relative to ``start``."""
    left: list[str] = []
    for here, folders, names in os.walk(start):
        inside = Path(here).relative_to(start)
        left += [(inside / one).as_posix() for one in folders if (Path(here) / one).is_symlink()]
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(one for one in names if not one.startswith(".")):
            if not copy_file(Path(here) / name, end / inside / name):
                left.append((inside / name).as_posix())
    return left


def copy_file(start: Path, end: Path) -> bool:
    """Copy one ordinary file; False for a link, a pipe or a device, which are never opened."""
    try:
        descriptor = os.open(start, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    with os.fdopen(descriptor, "rb") as source:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return False
        end.parent.mkdir(parents=True, exist_ok=True)
        with end.open("xb") as target:
            shutil.copyfileobj(source, target, 1 << 20)
    return True
