"""Where a learner still stands in the tree: their own files, and mentions in those of others."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bekwaam.audience.findings import records
from bekwaam.cli.forget.marks import Marks, pattern
from bekwaam.model.project import LearnerFolder, Project
from bekwaam.model.references import Reference
from bekwaam.model.roles import Role
from bekwaam.rules.walking import references

_LARGEST_TEXT = 1 << 20
_NEVER = frozenset({".git", ".venv", "node_modules", "__pycache__"})
_LONGEST_LINE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A line that tells of the learner; ``sure`` where it can mean nobody else."""

    file: Path
    line: int
    text: str
    sure: bool


def own_files(folder: Path) -> list[Path]:
    """Everything in a learner's folder, also what is no record; links are named, not followed."""
    found = []
    for here, folders, names in os.walk(folder):
        links = [one for one in folders if (Path(here) / one).is_symlink()]
        folders[:] = [one for one in folders if one not in links and one != ".git"]
        found += [Path(here) / one for one in (*names, *links)]
    return sorted(found)


def only_guardians(project: Project, folder: LearnerFolder) -> list[str]:
    """The paths of the learner's guardians who are there for nobody else."""
    guardians = set(folder.learner.data.guardians) & project.people.keys()
    needed = {
        value
        for record in records(project)
        if record.learner != folder.id and record.id != folder.id
        for reference, value, _ in references(record.data)
        if reference in (Reference.PERSON, Reference.ASSESSOR)
    }
    return [
        project.people[one].path
        for one in sorted(guardians - needed)
        if all(held.role is Role.GUARDIAN for held in project.people[one].data.roles)
    ]


def mentions(home: Path, marks: Marks, left_out: tuple[Path, ...]) -> Iterator[Mention]:
    """Every line of a text file below ``home`` that tells of the learner, outside some folders."""
    sure, likely = pattern(marks.sure), pattern(marks.likely)
    for file in _files(home, left_out):
        text = read_text(file)
        if text is None:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            certain = marks.in_paths.search(line) or (sure and sure.search(line))
            if certain or (likely and likely.search(line)):
                yield Mention(file=file, line=number, text=line.strip()[:_LONGEST_LINE], sure=bool(certain))


def named_files(home: Path, marks: Marks, left_out: tuple[Path, ...]) -> Iterator[Path]:
    """Files and folders whose own name tells of the learner."""
    words = pattern((*marks.sure, *marks.likely, *(re.sub(r"\s+", "-", one) for one in marks.names)))
    if words is not None:
        yield from (
            file for file in _files(home, left_out) if words.search(file.relative_to(home).as_posix())
        )


def read_text(file: Path) -> str | None:
    """What an ordinary file says; None where it is none, too large, or no text."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with os.fdopen(descriptor, "rb") as opened:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode) or about.st_size > _LARGEST_TEXT:
            return None
        content = opened.read()
    if b"\0" in content:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _files(home: Path, left_out: tuple[Path, ...]) -> Iterator[Path]:
    for here, folders, names in os.walk(home):
        folders[:] = sorted(one for one in folders if one not in _NEVER and Path(here, one) not in left_out)
        yield from (Path(here, one) for one in sorted(names) if Path(here, one) not in left_out)
