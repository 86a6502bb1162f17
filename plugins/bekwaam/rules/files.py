"""Files that records show: there, in the learner's folder, and of a good sort: E321 to E323, W303."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

from bekwaam.diagnostics import Diagnostic, nearest, say
from bekwaam.model.kinds import Kind
from bekwaam.model.media import resolve
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.rules.records import every_record_of, every_record_of_school
from bekwaam.rules.walking import files

SHOWN = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif", ".pdf", ".mp4", ".webm")
"""Endings of files that can be made fit to publish."""


def of_school(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Report files that lie elsewhere, are missing, or are spelled otherwise."""
    yield from _check(project, every_record_of_school(project))


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Report files that lie elsewhere, are missing, or are spelled otherwise."""
    yield from _check(project, every_record_of(folder))


def _check(project: Project, records: Iterable[Record[Any]]) -> Iterator[Diagnostic]:
    for record in records:
        for file, pointer in files(record.data):
            found = _check_file(project, record, file)
            if found is not None:
                code, message, hint = found
                yield Diagnostic(code=code, path=record.path, message=message, hint=hint, pointer=pointer)


def _check_file(project: Project, record: Record[Any], file: str) -> tuple[str, Any, Any] | None:
    home = f"learners/{record.learner}/" if record.learner else ""
    path = resolve(record.path, file)
    if path.startswith(("../", "/")) or path == ".." or "\\" in file or not path.startswith(home):
        where = f"{home}media/" if record.kind is not Kind.SCHOOL else "media/"
        return (
            "E321",
            say("File `{file}` lies outside the folder of this learner.", file=file)
            if record.learner
            else say("File `{file}` lies outside the folder of records.", file=file),
            say("Put the file in `{where}` and write its path from this record's own file.", where=where),
        )
    if path in project.media:
        return _check_sort(file)
    written = [one for one in project.media if one.casefold() == path.casefold()]
    if written:
        return (
            "E323",
            say("File `{file}` is written with other capitals on the disk.", file=file),
            say("Write `{file}`.", file=_from(record, written[-1])),
        )
    meant = _nearest_file(project, path, home)
    hint = (
        say("Did you mean `{meant}`?", meant=_from(record, meant))
        if meant
        else say("Put the file at `{path}`, or take these lines out.", path=path)
    )
    return "E322", say("File `{file}` does not exist.", file=file), hint


def _nearest_file(project: Project, path: str, home: str) -> str | None:
    """The file in the same learner's folder whose name is most like that of a path."""
    names = {one.rpartition("/")[2]: one for one in project.media if one.startswith(home)}
    meant = nearest(path.rpartition("/")[2], names)
    return names[meant] if meant else None


def _from(record: Record[Any], path: str) -> str:
    """A path in the folder of records as this record writes it."""
    return posixpath.relpath(path, posixpath.dirname(record.path) or ".")


def _check_sort(file: str) -> tuple[str, Any, Any] | None:
    """By the name only; what a file really is shows when it is made fit to publish."""
    name = file.lower()
    if name.endswith(SHOWN):
        return None
    if name.endswith((".mov", ".m4v", ".avi", ".mkv", ".3gp")):
        hint = say("Save the video as MP4.")
    elif name.endswith((".tif", ".tiff", ".bmp", ".svg", ".avif")):
        hint = say("Save the picture as JPEG or PNG.")
    else:
        hint = say("Save it as a PDF.")
    return "W303", say("File `{file}` is of a sort that is never shown.", file=file), hint
