"""Which part of a repository's history is of one learner, when folders move and ids are used again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bekwaam.provenance.git import Git
from bekwaam.provenance.history import RAW_LOG
from bekwaam.source import read_bytes

_LOG = (*RAW_LOG, "--format=%H%x00%P")
_FOLDER = re.compile(r"(?:.*?/)?learners/[^/]+(?=/)")
_RECORDS = ("learner.yml", "learner.yaml")

Marks = frozenset[tuple[str, str]]
"""What tells one learner from another: name, pseudonym, addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """A learner's part of a history.

    Attributes:
        homes: the folders that the learner's records were in, with ``/`` behind them; one that is
            empty means the whole repository.
        commits: the only commits that may be taken from; None for all.
        strange: contents that were in such a folder by mistake and are of somebody else.
    """

    homes: tuple[str, ...]
    commits: frozenset[str] | None
    strange: frozenset[str]


@dataclass(slots=True)
class _Seen:
    """What one pass over the history found."""

    parents: dict[str, tuple[str, ...]] = field(default_factory=dict)
    folders: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By content: the learners' folders in which it has been."""
    contents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By path: what it has held."""
    records: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    """By learner's folder: the commits that changed `learner.yml`, newest first, and its content."""
    moves: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By learner's folder: those whose `learner.yml` moved to it."""
    left: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    """By learner's folder: paths that moved to another's, and to whose."""


def find_ownership(git: Git, head: str, home: str, now: Mapping[str, Any]) -> Ownership:
    """Follow a learner's folder back, and stop where it was somebody else's.

    An id can be used again for somebody new, and a photo can be put in the wrong folder. Where
    it is unclear whose something was, it is not taken.

    Args:
        git: the repository.
        head: the newest commit.
        home: the learner's folder with ``/`` behind it, or empty for a repository of the learner's own.
        now: the learner's record as it is.

    Raises:
        GitFailed: where git cannot tell.
    """
    seen = _look(git, head, home)
    if not home and not any(blob.strip("0") for _, blob in seen.records[home]):
        # A repository in the learner's folder that never held their record is somebody else's.
        return Ownership(homes=(), commits=None, strange=frozenset())
    known = _marks_of(git, seen)
    mine = _marks(now)
    homes: list[str] = []
    open_ones = [home]
    while open_ones:
        one = open_ones.pop()
        marks = [known[blob] for _, blob in seen.records[one] if known.get(blob)]
        grown = _joined(mine, marks)
        if one in homes or (one != home and (grown is None or not marks)):
            continue
        homes.append(one)
        if grown is not None:
            mine = grown
            open_ones.extend(seen.moves[one])
    commits = None
    if _joined(mine, [known[blob] for _, blob in seen.records[home] if known.get(blob)]) is None:
        commits, homes = _since_birth(seen, home, known, mine), [home]
    return Ownership(homes=tuple(homes), commits=commits, strange=_strange(git, seen, head, homes))


def _look(git: Git, head: str, home: str) -> _Seen:
    seen = _Seen()
    commit = ""
    tokens = iter(git.run(*_LOG, head, "--").decode("utf-8", "surrogateescape").split("\0"))
    for token in tokens:
        start = token.lstrip("\n")
        if start.startswith(":"):
            blob, status = start.split()[3:5]
            before = after = next(tokens)
            if status[0] in "RC":
                after = next(tokens)
            _take(seen, commit, home, blob, status, before, after)
        elif start:
            commit = start
            seen.parents[commit] = tuple(next(tokens).split())
    return seen


def _take(seen: _Seen, commit: str, home: str, blob: str, status: str, before: str, after: str) -> None:
    old, new = _folder(before, home), _folder(after, home)
    if new is None:
        return
    seen.contents[after].add(blob)
    seen.folders[blob].add(new)
    if after in (new + one for one in _RECORDS):
        seen.records[new].append((commit, blob))
        if status[0] == "R" and old is not None and old != new:
            seen.moves[new].add(old)
    elif status[0] == "R" and old is not None and old != new:
        seen.left[old].add((before, new))


def _folder(path: str, home: str) -> str | None:
    """The learner's folder that a path is in, with ``/`` behind it."""
    if not home:
        return ""
    found = _FOLDER.match(path)
    return f"{found[0]}/" if found else None


def _marks_of(git: Git, seen: _Seen) -> dict[str, Marks]:
    blobs = sorted({blob for touches in seen.records.values() for _, blob in touches if blob.strip("0")})
    return {blob: _marks(read_bytes(content, "").data or {}) for blob, content in git.objects(blobs)}


def _marks(data: Mapping[str, Any]) -> Marks:
    return frozenset(
        (key, text.casefold()) for key in ("name", "pseudonym", "emails") for text in _texts(data.get(key))
    )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (one for one in value.values() if isinstance(one, str))
    elif isinstance(value, list):
        yield from (one for one in value if isinstance(one, str))


def _joined(mine: Marks, others: Iterable[Marks]) -> Marks | None:
    """All marks together, where each set shares one with those before it; None where one does not."""
    open_ones = list(others)
    while open_ones:
        joined = [one for one in open_ones if one & mine]
        if not joined:
            return None
        mine = mine.union(*joined)
        open_ones = [one for one in open_ones if not one & mine]
    return mine


def _since_birth(seen: _Seen, home: str, known: Mapping[str, Marks], mine: Marks) -> frozenset[str]:
    """The commits that come after the learner's own record did, in a folder that was another's before."""
    # Grown by what shares a mark with the record as it is now, and by nothing else.
    versions = [known[blob] for _, blob in seen.records[home] if known.get(blob)]
    while any(one & mine and not one <= mine for one in versions):
        mine = mine.union(*(one for one in versions if one & mine))
    birth = ""
    was_mine = False
    for commit, blob in reversed(seen.records[home]):
        is_mine = bool(known.get(blob, frozenset()) & mine)
        if is_mine and not was_mine:
            birth = commit
        was_mine = is_mine
    own: set[str] = set()
    for commit in reversed(seen.parents):
        if commit == birth or any(parent in own for parent in seen.parents[commit]):
            own.add(commit)
    return frozenset(own)


def _strange(git: Git, seen: _Seen, head: str, homes: Iterable[str]) -> frozenset[str]:
    """What was in the learner's folder for a while and is of others: never mind how it came there."""
    mine = set(homes)
    here = {about.split()[2] for path, about in git.tree(head).items() if path.startswith(tuple(mine))}
    shared = {blob for blob, folders in seen.folders.items() if folders & mine and not folders <= mine}
    left = {
        blob
        for one in mine
        for path, other in seen.left[one]
        if other not in mine
        for blob in seen.contents[path]
    }
    return frozenset((shared | left) - here)
