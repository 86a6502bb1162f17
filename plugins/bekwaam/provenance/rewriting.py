"""Rewrites a history to one learner's part of it; runs as a program of its own, in an empty repository.

Standard input is what `git fast-export` wrote. git-filter-repo reads it, drops the commits that become
empty, and gives the rest to `git fast-import`. It keeps its state in globals and in the working
directory, which is why it has a process to itself.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import git_filter_repo as filter_repo

BRANCH = "refs/heads/main"
_CO_AUTHOR = re.compile(rb"^co-authored-by:[^<\n]*<([^>\n]*)>", re.IGNORECASE | re.MULTILINE)
_FILES = (b"100644", b"100755")
_MOST_LISTED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """What to keep, and how to call who made it.

    Attributes:
        homes: folders of the learner, with ``/`` behind them; one that is empty is everything.
        target: the folder that they all become, with ``/`` behind it.
        commits: the only commits to take from; None for all.
        strange: contents to leave out.
        own: the learner's addresses, in small letters, which their commits keep.
        name: how the learner is called; what git was told may be whose computer it was.
        people: others by their address in small letters: the name and address to write instead.
        unknown: the name and address of everybody else.
    """

    homes: tuple[str, ...]
    target: str
    commits: tuple[str, ...] | None
    strange: tuple[str, ...]
    own: tuple[str, ...]
    name: str
    people: dict[str, tuple[str, str]]
    unknown: tuple[str, str]

    def written(self) -> str:
        """As text that `read` reads."""
        return json.dumps(asdict(self))


def read(text: str) -> Rewriting:
    """Read what `Rewriting.written` wrote."""
    data = json.loads(text)
    name, address = data["unknown"]
    return Rewriting(
        homes=tuple(data["homes"]),
        target=data["target"],
        commits=None if data["commits"] is None else tuple(data["commits"]),
        strange=tuple(data["strange"]),
        own=tuple(data["own"]),
        name=data["name"],
        people={email: (called, written) for email, (called, written) in data["people"].items()},
        unknown=(name, address),
    )


class Rewriter:
    """The callbacks of git-filter-repo."""

    def __init__(self, asked: Rewriting) -> None:
        self._homes = [one.encode("utf-8", "surrogateescape") for one in asked.homes]
        self._target = asked.target.encode("utf-8", "surrogateescape")
        self._commits = None if asked.commits is None else {one.encode() for one in asked.commits}
        self._strange = {one.encode() for one in asked.strange}
        self._asked = asked

    def blob(self, blob: Any, _about: Any) -> None:
        """Leave out what is of others."""
        if blob.original_id in self._strange:
            blob.skip()

    def commit(self, commit: Any, _about: Any) -> None:
        """Keep a commit's own files, and say neutrally who made it and what it is about."""
        commit.branch = BRANCH.encode()
        commit.encoding = None
        mine = self._commits is None or commit.original_id in self._commits
        commit.file_changes = self._changes(commit.file_changes) if mine else []
        others = [self._who(email) for email in _CO_AUTHOR.findall(commit.message)]
        commit.author_name, commit.author_email = self._who(commit.author_email)
        commit.committer_name, commit.committer_email = self._who(commit.committer_email)
        commit.message = self._message(commit.file_changes, others)

    def reset(self, reset: Any, _about: Any) -> None:
        """There is one branch, whatever it was called."""
        reset.ref = BRANCH.encode()

    def tag(self, tag: Any, _about: Any) -> None:
        """Tags say what others wanted to say."""
        tag.skip()

    def _changes(self, changes: list[Any]) -> list[Any]:
        kept: dict[bytes, Any] = {}
        for change in changes:
            path = self._path(change.filename)
            if path is None or change.type not in (b"M", b"D"):
                continue
            change.filename = path
            if change.type == b"M" and (change.mode not in _FILES or change.blob_id is None):
                # A link, a submodule or what is of others: what stood there before does not stay either.
                change = filter_repo.FileChange(b"D", path)
            # A folder that moved is removed in one place and made in another, which is now the same.
            if change.type == b"M" or path not in kept:
                kept[path] = change
        return list(kept.values())

    def _path(self, path: bytes) -> bytes | None:
        for home in self._homes:
            rest = path.removeprefix(home)
            if path.startswith(home) and all(part and not part.startswith(b".") for part in rest.split(b"/")):
                return self._target + rest
        return None

    def _who(self, email: bytes) -> tuple[bytes, bytes]:
        known = email.decode("utf-8", "replace").casefold()
        if known in self._asked.own:
            return self._asked.name.encode(), email
        written = self._asked.people.get(known, self._asked.unknown)
        return written[0].encode(), written[1].encode()

    def _message(self, changes: list[Any], others: list[tuple[bytes, bytes]]) -> bytes:
        paths = sorted(one.filename.removeprefix(self._target) for one in changes)
        first, more = paths[:1] or [b"-"], len(paths) - 1
        lines = [first[0] + (b" (+%d)" % more if more > 0 else b"")]
        if more > 0:
            lines += [b"", *paths[:_MOST_LISTED], *([b"..."] if len(paths) > _MOST_LISTED else [])]
        if others:
            lines += [b"", *(b"Co-authored-by: %s <%s>" % one for one in dict.fromkeys(others))]
        return b"\n".join(one.replace(b"\n", b" ") for one in lines) + b"\n"


def main(plan: Path) -> None:
    """Rewrite standard input into the repository in the working directory."""
    rewriter = Rewriter(read(plan.read_text(encoding="utf-8")))
    options = filter_repo.FilteringOptions.parse_args(
        ["--stdin", "--force", "--quiet", "--replace-refs", "delete-no-add", "--no-gc"],
        error_on_empty=False,
    )
    filter_repo.RepoFilter(
        options,
        blob_callback=rewriter.blob,
        commit_callback=rewriter.commit,
        reset_callback=rewriter.reset,
        tag_callback=rewriter.tag,
    ).run()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
