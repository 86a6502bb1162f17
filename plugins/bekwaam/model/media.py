"""Which files the records point at."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator

from bekwaam.model.project import LearnerFolder, Project

_PLAIN = re.compile(r"(\.\./)?([\w-][\w.-]*(?:/[\w-][\w.-]*)*)", re.ASCII)
"""A path that says nothing but where it leads, from its folder or the one above: nearly every one.

The others take ten times as long.
"""


def resolve(record_path: str, file: str) -> str:
    """The path, relative to the folder of records, of a file named in a record.

    In composed form (NFC), as files are listed. What leaves the folder of records keeps its leading
    ``..``, an absolute path its ``/``, and so neither ever matches a file of it.
    """
    plain = _PLAIN.fullmatch(file) if record_path.isascii() else None
    if plain is not None:
        folder = record_path.rpartition("/")[0]
        above, _, name = folder.rpartition("/")
        if not plain[1]:
            return f"{folder}/{file}" if folder else file
        if above and name not in (".", ".."):
            return f"{above}/{plain[2]}"
    joined = posixpath.join(posixpath.dirname(record_path), file)
    return unicodedata.normalize("NFC", posixpath.normpath(joined))


def learner_files(folder: LearnerFolder) -> Iterator[str]:
    """The files that a learner's records point at."""
    photo = folder.learner.data.photo
    if photo is not None:
        yield resolve(folder.learner.path, photo.file)
    for evidence in folder.evidence.values():
        for media in evidence.data.media:
            yield resolve(evidence.path, media.file)


def school_files(project: Project) -> Iterator[str]:
    """The files that the school's own record points at."""
    logo = project.school.data.logo
    if logo is not None:
        yield resolve(project.school.path, logo.file)
