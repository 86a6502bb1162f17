"""What git said before, kept per commit so that an unchanged history is not read again."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import bekwaam
from bekwaam.provenance.git import Git
from bekwaam.provenance.history import Commit

_FORMAT = 1
_KEPT = 10
"""Files: a few for the school's repository, and for those of learners."""


class Memory:
    """Answers about one commit of one clone of a repository, and about the signatures in it.

    What is kept is believed only in the clone that it was made in: the name of a file rests on
    when and where this disk made that clone, which nobody who sends a change can know. It is safe
    to delete, and what cannot be read counts as not there.
    """

    def __init__(self, folder: Path | None, git: Git, head: str, prefix: str) -> None:
        """Read what is kept in ``folder``; None keeps nothing. Questions are about files below ``prefix``."""
        self._files = [folder / f"{mark(git, of)}.json" for of in (f"{head} {prefix}", "")] if folder else []
        self._answers: dict[str, list[Any]] = {}
        self._commits: dict[str, Commit] = {}
        self._signatures: dict[str, list[str]] = {}
        self._changed = [False, False]
        if self._files:
            answers, signatures = map(read_file, self._files)
            try:
                self._commits = {
                    one: commit_from(one, row) for one, row in answers.get("commits", {}).items()
                }
                self._answers = answers.get("answers", {})
                self._signatures = signatures
            except (ValueError, TypeError, AttributeError):
                self._commits, self._answers, self._signatures = {}, {}, {}

    def answer(self, question: str, blob: str | None) -> tuple[bool, Commit | None]:
        """Whether a question was answered about a file that held ``blob``, and with which commit."""
        kept = self._answers.get(question)
        if kept is None or kept[0] != blob:
            return False, None
        return True, self._commits.get(kept[1]) if kept[1] else None

    def keep(self, question: str, blob: str | None, commit: Commit | None) -> None:
        """Remember an answer."""
        self._answers[question] = [blob, commit.id if commit else None]
        if commit is not None:
            self._commits[commit.id] = commit
        self._changed[0] = True

    def signature(self, commit: str) -> tuple[str, str] | None:
        """The state of a commit's signature and its key."""
        kept = self._signatures.get(commit)
        return (kept[0], kept[1]) if kept else None

    def keep_signature(self, commit: str, state: str, key: str) -> None:
        """Remember what git said of a commit's signature."""
        self._signatures[commit] = [state, key]
        self._changed[1] = True

    def write(self) -> None:
        """Put it on the disk, and forget the oldest; a disk that cannot take it costs only time."""
        commits = {one.id: plain_commit(one) for one in self._commits.values()}
        contents = ({"answers": self._answers, "commits": commits}, self._signatures)
        for file, content, changed in zip(self._files, contents, self._changed, strict=False):
            if changed:
                write_file(file, content)


def mark(git: Git, of: str) -> str:
    """A name that only this program and this clone give."""
    parts: list[object] = [_FORMAT, bekwaam.__version__, os.fspath(git.git_dir), of]
    for name in ("HEAD", "shallow"):
        try:
            found = (git.git_dir / name).stat()
        except OSError:
            parts.append(None)
        else:
            parts += [found.st_dev, found.st_ino, found.st_ctime_ns]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def read_file(file: Path) -> dict[str, Any]:
    """What is kept in a file; nothing where it is not as it was written."""
    try:
        checksum, _, text = file.read_text(encoding="ascii").partition("\n")
        data = json.loads(text) if checksum == _sum(text) else {}
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def write_file(file: Path, content: object) -> None:
    """Keep something in a file, and forget the oldest files beside it."""
    text = json.dumps(content, separators=(",", ":"))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".unfinished")
        with os.fdopen(handle, "w", encoding="ascii") as opened:
            opened.write(f"{_sum(text)}\n{text}")
        Path(name).replace(file)
        kept = sorted(file.parent.iterdir(), key=lambda one: one.stat().st_mtime_ns)
        for old in kept[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def plain_commit(commit: Commit) -> list[Any]:
    """A commit as it is kept, without its id."""
    day = commit.day.isoformat() if commit.day else None
    parents = list(commit.parents)
    return [commit.order, parents, commit.email, commit.squashed, day, commit.generation, commit.first]


def commit_from(id_: str, row: list[Any]) -> Commit:
    """The commit again."""
    order, parents, email, squashed, day, generation, first = row
    made = dt.date.fromisoformat(day) if day else None
    return Commit(order, id_, tuple(parents), email, squashed, made, generation, first)
