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

_RESTS_ON = {
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

    ``changed`` holds ids of what it rests on, and ``assessment`` or ``decision`` for the record
    itself. ``by`` is who signed off.
    """

    file: SourceFile
    state: SealState
    changed: tuple[str, ...]
    by: str | None


def make_seal(archive: Archive, file: SourceFile) -> dict[str, Any] | None:
    """The seal of a record as it is now.

    None where the record, or something it rests on, cannot be read: what nobody can read, nobody
    can sign off.
    """
    own = archive.digest(file)
    data = archive.data(file)
    if own is None or data is None:
        return None
    key, kind = _RESTS_ON[file.kind]
    cited: dict[str, str] = {}
    for one in _cited(data, key):
        record = archive.find(kind, file.learner, one)
        found = archive.digest(record) if record else None
        if found is None:
            return None
        cited[one] = found
    return {"format": FORMAT, file.kind.value: own, key: cited}


def check_seal(archive: Archive, file: SourceFile) -> CheckedSeal:
    """Compare a record's seal with what is there now, by the rules of the seal's own format."""
    data = archive.data(file) or {}
    by = data.get("assessor" if file.kind is Kind.ASSESSMENT else "by")
    seal = data.get("seal")
    changed: tuple[str, ...] = ()
    if not isinstance(seal, dict):
        state = SealState.MISSING
    elif seal.get("format") != FORMAT:
        state = SealState.UNKNOWN_FORMAT
    else:
        changed = tuple(_changes(archive, file, data, seal))
        state = SealState.CHANGED if changed else SealState.INTACT
    return CheckedSeal(file=file, state=state, changed=changed, by=by if isinstance(by, str) else None)


def check_all(archive: Archive) -> Iterator[CheckedSeal]:
    """Check every assessment and decision."""
    for file in archive.signed_off:
        yield check_seal(archive, file)


def _cited(data: dict[str, Any], key: str) -> list[str]:
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


def _changes(archive: Archive, file: SourceFile, data: dict[str, Any], seal: dict[str, Any]) -> Iterator[str]:
    if archive.digest(file) != seal.get(file.kind.value):
        yield file.kind.value
    key, kind = _RESTS_ON[file.kind]
    sealed = seal.get(key)
    sealed = sealed if isinstance(sealed, dict) else {}
    for one in sorted({*sealed, *_cited(data, key)}):
        record = archive.find(kind, file.learner, one)
        found = archive.digest(record) if record else None
        if found is None or found != sealed.get(one):
            yield one
