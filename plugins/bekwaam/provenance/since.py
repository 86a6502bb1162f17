"""Since which commit what git says of somebody's records holds, while the history goes on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bekwaam.model.kinds import Kind
from bekwaam.provenance.git import Git
from bekwaam.provenance.history import goes_on, read_since
from bekwaam.provenance.memory import mark, read_file, write_file
from bekwaam.source import classify, learner_of

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_OURS = ""
"""Stands for the school itself, among learners."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """How far back the present holds, of a history whose main line was followed up to ``head``.

    ``trusted`` is the commit whose people are believed. ``start`` names what both were at the start; who the
    people are did not change since. ``touched`` has for each learner the commit up to which later ones were
    looked through when they had last touched a file of theirs.
    """

    head: str
    trusted: str
    start: str
    touched: Mapping[str, str] = field(default_factory=dict)

    def of(self, whose: str | None) -> tuple[str, str]:
        """The same for as long as no commit touches what is somebody's: a learner's, or the school's own."""
        return self.start, self.touched.get(_OURS if whose is None else whose, "")


def since(folder: Path, git: Git, head: str, trusted: str, prefix: str) -> Since:
    """Follow the history from where it was followed to before, which is kept in ``folder``.

    Args:
        folder: where what git said is kept.
        git: the school's repository.
        head: the commit that the records on the disk are compared with.
        trusted: the commit whose people are believed.
        prefix: the folder of records in the repository, with ``/`` behind it, or nothing.

    Raises:
        GitFailed: where git cannot tell.
    """
    file = folder / f"{mark(git, f'since {prefix}')}.json"
    before = _read(file)
    now = _moved_on(before, git, head, trusted, prefix)
    if now != before:
        plain = {"head": now.head, "trusted": now.trusted, "start": now.start, "touched": dict(now.touched)}
        write_file(file, plain)
    return now


def _moved_on(before: Since | None, git: Git, head: str, trusted: str, prefix: str) -> Since:
    anew = Since(head=head, trusted=trusted, start=f"{head} {trusted}")
    if before is None or (before.head, before.trusted) == (head, trusted):
        return before or anew
    if git.commit(before.head) is None or git.commit(before.trusted) is None:
        return anew
    if before.head != head and not goes_on(git, before.head, head):
        return anew
    changed = git.run("diff-tree", "-r", "-z", "--name-only", "--no-renames", before.trusted, trusted, "--")
    if any(_is_somebody(path, prefix) for path in changed.decode("utf-8", "surrogateescape").split("\0")):
        return anew
    touched = dict(before.touched)
    paths = read_since(git, before.head, head).touches if before.head != head else ()
    for path in paths:
        if path.startswith(prefix):
            touched[learner_of(path.removeprefix(prefix)) or _OURS] = head
    return Since(head=head, trusted=trusted, start=before.start, touched=touched)


def _is_somebody(path: str, prefix: str) -> bool:
    """Whether a record says by which addresses and keys git knows somebody."""
    place = classify(path.removeprefix(prefix)) if path.startswith(prefix) else None
    return place is not None and place.kind in (Kind.PERSON, Kind.LEARNER)


def _read(file: Path) -> Since | None:
    kept = read_file(file)
    try:
        head, trusted, start, touched = (kept[one] for one in ("head", "trusted", "start", "touched"))
    except KeyError:
        return None
    if not isinstance(start, str) or not isinstance(touched, dict):
        return None
    commits = [head, trusted, *start.split(), *touched.values()]
    if not all(isinstance(one, str) and _COMMIT.fullmatch(one) for one in commits):
        return None
    return Since(head=head, trusted=trusted, start=start, touched=touched)
