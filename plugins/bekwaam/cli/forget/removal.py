"""Takes a learner out of the tree, and leaves every other record as valid as it was."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from bekwaam import source
from bekwaam.cli.forget.marks import Marks, pattern
from bekwaam.cli.forget.traces import read_text
from bekwaam.rendering.writing import write_whole
from bekwaam.schema import validate

REMOVED = "[...]"
"""Stands where a name or an address stood."""

_POINTS = {"contacts": "43", "feedback": "26", "assessments": "48"}
"""The guide's point that an action answers to, once the record that led to it is gone."""

OWNERS = re.compile(r"(?:^|/)CODEOWNERS$")


def remove(paths: Iterable[Path]) -> None:
    """Remove files and folders; a link is removed itself, never what it leads to."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def rewrite(root: Path, file: Path, marks: Marks) -> bool:
    """Take what can mean nobody else out of one file of others; False where it stays as it was.

    A sealed record stays, because a seal that breaks says something else than that somebody left.
    So does a record that would no longer be valid.
    """
    text = read_text(file)
    if text is None:
        return False
    new = _without_rows(text, marks) if OWNERS.search(file.as_posix()) else _without_words(text, marks)
    if new == text or not _may_become(root, file, text, new):
        return False
    mode = file.stat().st_mode & 0o777
    write_whole(file, new.encode())
    file.chmod(mode)
    return True


def _without_rows(text: str, marks: Marks) -> str:
    """Owners of the learner's folder: the rows go, and with them the empty line that set them apart."""
    kept = [row for row in text.splitlines(keepends=True) if not marks.in_paths.search(row)]
    return re.sub(r"\n{3,}", "\n\n", "".join(kept)).rstrip("\n") + "\n"


def _without_words(text: str, marks: Marks) -> str:
    origin = re.compile(
        rf"^(origin:[ \t]*)[\"']?{re.escape(marks.id)}/({'|'.join(_POINTS)})/[^\s\"'#]+[\"']?",
        re.MULTILINE,
    )
    text = origin.sub(lambda found: f'{found[1]}"{_POINTS[found[2]]}"', text)
    words = pattern(marks.sure)
    return words.sub(REMOVED, text) if words else text


def _may_become(root: Path, file: Path, old: str, new: str) -> bool:
    path = file.relative_to(root).as_posix() if file.is_relative_to(root) else ""
    place = source.classify(path)
    if place is None:
        return True
    before, after = (source.read_bytes(one.encode(), path).data for one in (old, new))
    if before is None or after is None or "seal" in before:
        return False
    return bool(validate(place.kind, before, path)) or not validate(place.kind, after, path)
