"""What the files of one learner, or of the school itself, hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bekwaam import schema, source
from bekwaam.diagnostics import Diagnostic, Pointer
from bekwaam.model.assessment import Assessment
from bekwaam.model.decision import Decision
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.project.dividing import Files, Whose
from bekwaam.records.assembly import assemble_folder
from bekwaam.records.building import from_data
from bekwaam.records.kinds import CLASSES
from bekwaam.source import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The records of one learner (in ``folder``) or of the school (``records``), and what reading found.

    ``mended`` are records with a mistake, and where in them something stands in for it. ``digest`` is
    that of the paths and the bytes. ``readable`` says that every file could be opened, ``sealed`` that
    some record has a seal.
    """

    whose: Whose
    digest: str
    folder: LearnerFolder | None = None
    records: tuple[Record[Any], ...] = ()
    mended: tuple[tuple[Record[Any], frozenset[Pointer]], ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    readable: bool = True
    sealed: bool = False


def read_part(root: Path, files: Files) -> Part:
    """Read the records of a learner, or of the school."""
    records: list[Record[Any]] = []
    mended: list[tuple[Record[Any], frozenset[Pointer]]] = []
    findings: list[Diagnostic] = []
    digests: list[tuple[str, str]] = []
    readable = True
    for file in files.records:
        reading = source.read(root, file)
        digests.append((file.path, reading.digest))
        record, wrong, touched = _record(file, reading)
        findings.extend(wrong)
        readable = readable and not any(one.code in source.UNREADABLE for one in wrong)
        if record is not None and not wrong:
            records.append(record)
        elif record is not None:
            mended.append((record, touched))
    return Part(
        whose=files.whose,
        digest=_digest(digests, files),
        folder=assemble_folder(files.whose, records) if files.whose is not None else None,
        records=tuple(records) if files.whose is None else (),
        mended=tuple(mended),
        findings=tuple(findings),
        readable=readable,
        sealed=any(_is_sealed(one) for one in records),
    )


def digest_of(root: Path, files: Files) -> str:
    """The digest that a part would have, without a look at what the files say."""
    return _digest(((file.path, source.digest_of_file(root, file)) for file in files.records), files)


def _digest(digests: Iterator[tuple[str, str]] | list[tuple[str, str]], files: Files) -> str:
    return source.digest_of_all([*digests, *((path, "") for path in files.twins)])


def _is_sealed(record: Record[Any]) -> bool:
    return isinstance(record.data, Assessment | Decision) and record.data.seal is not None


def _record(
    file: SourceFile, reading: source.Reading
) -> tuple[Record[Any] | None, list[Diagnostic], frozenset[Pointer]]:
    """One record, what is wrong with its file, and where in it something stands in for that."""
    if reading.data is None:
        return None, list(reading.diagnostics), frozenset()
    wrong = [*reading.diagnostics, *schema.validate(file.kind, reading.data, file.path)]
    shape = schema.salvage(file.kind, reading.data) if wrong else (reading.data, frozenset())
    if shape is None:
        return None, wrong, frozenset()
    plain, touched = shape
    data = from_data(CLASSES[file.kind], plain)
    record = Record(id=file.id, path=file.path, kind=file.kind, data=data, learner=file.learner)
    return record, wrong, touched
