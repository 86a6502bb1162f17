"""What changed since a seal was made, line by line, from git."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from bekwaam.provenance.archive import Archive
from bekwaam.provenance.digest import digest
from bekwaam.provenance.repository import Repository
from bekwaam.provenance.seals import RESTS_ON, CheckedSeal
from bekwaam.provenance.writing import without_seal
from bekwaam.source import SourceFile, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one sealed record since.

    ``lines`` are those of a unified difference; None where no version in the history fits the
    seal. ``gone`` where the record is no longer there; ``files_only`` where its own text is still
    one that it had, so that a file beside it must have changed.
    """

    record: str
    lines: tuple[str, ...] | None = None
    gone: bool = False
    files_only: bool = False


def changes(archive: Archive, repository: Repository | None, checked: CheckedSeal) -> Iterator[Change]:
    """A change for everything that a broken seal names."""
    seal = (archive.data(checked.file) or {}).get("seal")
    if not isinstance(seal, dict):
        return
    if checked.own_changed:
        sealed = seal.get(checked.file.kind.value)
        yield _change(archive, repository, checked.file, checked.file.kind.value, str(sealed))
    key, kind = RESTS_ON[checked.file.kind]
    digests = seal.get(key)
    for one in checked.cited_changed:
        file = archive.find(kind, checked.file.learner, one)
        if file is None:
            yield Change(record=one, gone=True)
            continue
        sealed = digests.get(one) if isinstance(digests, dict) else None
        yield _change(archive, repository, file, one, str(sealed))


def _change(
    archive: Archive, repository: Repository | None, file: SourceFile, name: str, sealed: str
) -> Change:
    now = read(archive.root, file).text
    if repository is None or now is None:
        return Change(record=name)
    shapes: list[str] = []
    for text, data in repository.versions(file.path):
        if archive.digest_of(data, file.path) == sealed:
            return Change(record=name, lines=_difference(text, now))
        shapes.append(_by_name(data))
    data_now = archive.data(file)
    only = data_now is not None and bool(data_now.get("media")) and set(shapes) == {_by_name(data_now)}
    return Change(record=name, files_only=only)


def _by_name(data: dict[str, object] | object) -> str:
    try:
        return digest(data, lambda name: name) if isinstance(data, dict) else ""
    except ValueError:
        return ""


def _difference(old: str, new: str) -> tuple[str, ...]:
    before, after = (without_seal(one).splitlines() for one in (old, new))
    rows = difflib.unified_diff(before, after, lineterm="", n=1)
    return tuple(row for row in rows if not row.startswith(("---", "+++", "@@")))
