"""Making seals, and checking whether they still hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from bekwaam.model.kinds import Kind
from bekwaam.provenance.archive import Archive
from bekwaam.provenance.digest import FORMAT
from bekwaam.source import SourceFile

RESTS_ON = {
    Kind.ASSESSMENT: ("evidence", Kind.EVIDENCE),
    Kind.DECISION: ("assessments", Kind.ASSESSMENT),
}
"""What a signed-off record cites: the key in its results and in its seal, and the kind."""


class SealState(Enum):
    """Whether a seal holds."""

    INTACT = "intact"
    CHANGED = "changed"
    MISSING = "missing"
    UNKNOWN_FORMAT = "unknown_format"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedSeal:
    """What checking one record's seal gave.

    ``own_changed`` is about the record itself, ``cited_changed`` holds the ids of what it rests on.
    ``by`` is who signed off.
    """

    file: SourceFile
    state: SealState
    own_changed: bool = False
    cited_changed: tuple[str, ...] = ()
    by: str | None = None

    @property
    def changed(self) -> tuple[str, ...]:
        """All that changed: ids, and ``assessment`` or ``decision`` for the record itself."""
        own = (self.file.kind.value,) if self.own_changed else ()
        return own + self.cited_changed


def make_seal(archive: Archive, file: SourceFile) -> dict[str, Any] | None:
    """The seal of a record as it is now.

    None where the record, or something it rests on, cannot be read: what nobody can read, nobody
    can sign off.
    """
    own = archive.digest(file)
    data = archive.data(file)
    if own is None or data is None:
        return None
    key, kind = RESTS_ON[file.kind]
    cited: dict[str, str] = {}
    for one in cited_ids(data, key):
        record = archive.find(kind, file.learner, one)
        found = archive.digest(record) if record else None
        if found is None:
            return None
        cited[one] = found
    return {"format": FORMAT, file.kind.value: own, key: cited}


def check_seal(archive: Archive, file: SourceFile) -> CheckedSeal:
    """Compare a record's seal with what is there now, by the rules of the seal's own format."""
    data = archive.data(file) or {}
    name = data.get("assessor" if file.kind is Kind.ASSESSMENT else "by")
    by = name if isinstance(name, str) else None
    seal = data.get("seal")
    if not isinstance(seal, dict):
        return CheckedSeal(file=file, state=SealState.MISSING, by=by)
    if seal.get("format") != FORMAT:
        return CheckedSeal(file=file, state=SealState.UNKNOWN_FORMAT, by=by)
    own = archive.digest(file)
    own_changed = own is None or own != seal.get(file.kind.value)
    cited = tuple(_changed(archive, file, data, seal))
    state = SealState.CHANGED if own_changed or cited else SealState.INTACT
    return CheckedSeal(file=file, state=state, own_changed=own_changed, cited_changed=cited, by=by)


def cited_ids(data: dict[str, Any], key: str) -> list[str]:
    """The ids that a record's results name under ``key``, each once, sorted."""
    results = data.get("results")
    listed: Iterable[Any] = results if isinstance(results, list) else [results]
    names = {
        name
        for result in listed
        if isinstance(result, dict) and isinstance(result.get(key), list)
        for name in result[key]
        if isinstance(name, str)
    }
    return sorted(names)


def _changed(archive: Archive, file: SourceFile, data: dict[str, Any], seal: dict[str, Any]) -> Iterator[str]:
    key, kind = RESTS_ON[file.kind]
    sealed = seal.get(key)
    sealed = sealed if isinstance(sealed, dict) else {}
    for one in sorted({*sealed, *cited_ids(data, key)}):
        record = archive.find(kind, file.learner, one)
        found = archive.digest(record) if record else None
        if found is None or found != sealed.get(one):
            yield one
