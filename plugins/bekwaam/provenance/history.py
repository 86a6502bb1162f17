"""Who brought what into each record: one pass over a repository's history."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bekwaam.provenance.git import Git

RAW_LOG = (
    "log",
    "-z",
    "--topo-order",
    "--diff-merges=first-parent",
    "--raw",
    "--no-abbrev",
    "--find-renames",
    "-l1000",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-show-signature",
)
"""Every commit with the paths that it touched, and nothing that a repository's own settings could add."""

_LOG = (
    *RAW_LOG,
    "--encoding=UTF-8",
    "--format=%H%x00%P%x00%ae%x00%ct%x00%(trailers:key=Co-authored-by,valueonly,separator=%x2C)",
)
_FOLDER = re.compile(r"(.*?)learners/([^/]+)/")
_NOT_FAR = 1_000
"""Commits of the main line; whoever comes back after more of them reads all of it."""


@dataclass(slots=True)
class Commit:
    """A commit; ``order`` rises from newer to older. ``squashed`` where it names more authors than one.

    ``day`` is when it was made, as its maker says; None for a time that is none. ``generation`` is
    how many commits at least lie before it, which what comes later does not change; ``first`` where
    none before it is known.
    """

    order: int
    id: str
    parents: tuple[str, ...]
    email: str
    squashed: bool
    day: dt.date | None = None
    generation: int = 0
    first: bool = False


@dataclass(frozen=True, slots=True)
class Touch:
    """What one commit did to one path, compared with its first parent."""

    commit: Commit
    blob: str
    came_from: str | None


@dataclass(slots=True)
class History:
    """The commits up to one revision (``head``), and what they did to every file."""

    head: str = ""
    commits: dict[str, Commit] = field(default_factory=dict)
    touches: dict[str, list[Touch]] = field(default_factory=lambda: defaultdict(list))
    moves: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    """Per commit the learner folders that moved as a whole, from and to."""
    main: set[str] = field(default_factory=set)
    merged_by: dict[str, str] = field(default_factory=dict)

    def blobs(self, path: str) -> list[str]:
        """The contents that a path has had, newest first, also those of other branches."""
        return list(dict.fromkeys(one.blob for one in self.touches.get(path, ())))

    def last(self, path: str, blob: str) -> Commit | None:
        """The commit that last touched a path, which now holds ``blob``.

        A merge touches what it makes itself, not what it only brings in: so a commit that has
        nothing to do with the path never becomes its last.
        """
        fitting = [one.commit for one in self.touches.get(path, ()) if one.blob == blob]
        made = [one for one in fitting if len(one.parents) < 2] or fitting
        return max(made, key=lambda one: (one.generation, one.id), default=None)

    def origin(self, path: str, same: Callable[[str], bool]) -> Commit | None:
        """The commit that brought in what a path holds now; None where now differs from all of it.

        Follows the main line while the content stays the same, and from the merge that brought it
        in the merged branch. Later commits that change only what does not matter are passed over;
        somebody who puts back an older content is its author.

        Args:
            path: relative to the top of the repository.
            same: whether a blob says what the path says now.
        """
        found = self._walk(path, same, lambda commit: commit.id in self.main, skip=False)
        if found is None or len(found[0].parents) < 2:
            return found[0] if found else None
        merge, path = found
        inside = self._walk(path, same, lambda commit: self.merged_by.get(commit.id) == merge.id, skip=True)
        return inside[0] if inside else merge

    def _walk(
        self, path: str, same: Callable[[str], bool], among: Callable[[Commit], bool], *, skip: bool
    ) -> tuple[Commit, str] | None:
        found: tuple[Commit, str] | None = None
        before: int | None = None
        while True:
            touch = self._next(path, before, among)
            if touch is None:
                return found
            before = touch.commit.order
            if not same(touch.blob):
                if found is not None or not skip:
                    return found
                continue
            found = touch.commit, path
            if touch.came_from is not None:
                if not self._may_follow(touch.commit, touch.came_from, path):
                    return found
                path = touch.came_from

    def _next(self, path: str, before: int | None, among: Callable[[Commit], bool]) -> Touch | None:
        for touch in self.touches.get(path, ()):
            if (before is None or touch.commit.order > before) and among(touch.commit):
                return touch
        return None

    def _may_follow(self, commit: Commit, old: str, new: str) -> bool:
        """Whether a move keeps what was said about the same learner.

        A sign-off that turns up in another learner's folder was said of somebody else, unless the
        whole folder moved.
        """
        folders = _folder(old), _folder(new)
        return folders[0] == folders[1] or folders in self.moves[commit.id]


def read_history(git: Git, head: str, known: History | None = None) -> History:
    """Read everything up to a commit; what is ``known`` of an earlier one is not read again.

    Raises:
        GitFailed: where git cannot tell.
    """
    if known is not None and not goes_on(git, known.head, head):
        known = None
    new = read_since(git, known.head if known else None, head)
    history = _joined(new, known) if known else new
    find_main(history)
    for one in reversed(new.commits.values()):
        before = [history.commits[parent] for parent in one.parents if parent in history.commits]
        one.generation = 1 + max((parent.generation for parent in before), default=0)
        one.first = not before
    return history


def goes_on(git: Git, before: str, head: str) -> bool:
    """Whether a commit lies on the main line of a later one, not too far back.

    All that was brought in up to it then stays as it is: later commits can only add to it.

    Raises:
        GitFailed: where git cannot tell.
    """
    line = git.run("log", "--first-parent", f"--max-count={_NOT_FAR}", "--format=%H", head, "--")
    return before.encode() in line.split()


def read_since(git: Git, before: str | None, head: str) -> History:
    """The commits up to ``head`` that ``before`` did not have, and what they did; all without it.

    Raises:
        GitFailed: where git cannot tell.
    """
    history = History(head=head)
    span = f"{before}..{head}" if before else head
    tokens = iter(git.run(*_LOG, span, "--").decode("utf-8", "surrogateescape").split("\0"))
    commit = Commit(-1, "", (), "", False)
    for token in tokens:
        start = token.lstrip("\n")
        if start.startswith(":"):
            _take(history, commit, start, tokens)
        elif start:
            parents, email, time, others = (next(tokens) for _ in range(4))
            commit = Commit(
                len(history.commits), start, tuple(parents.split()), email, bool(others.strip()), _day(time)
            )
            history.commits[start] = commit
    return history


def _joined(new: History, known: History) -> History:
    """Both together: the commits of ``new`` come before all others in every list."""
    oldest = next(iter(known.commits.values())).order - len(new.commits) if known.commits else 0
    for commit in new.commits.values():
        commit.order += oldest
    both = History(head=new.head, commits=new.commits | known.commits)
    for history in (new, known):
        for path, touches in history.touches.items():
            both.touches[path].extend(touches)
        for id_, moves in history.moves.items():
            both.moves[id_] |= moves
    return both


def _take(history: History, commit: Commit, raw: str, tokens: Iterator[str]) -> None:
    blob, status = raw.split()[3:5]
    path = next(tokens)
    came_from = None
    if status[0] in "RC":
        came_from, path = path, next(tokens)
        if status[0] == "C":
            came_from = None
        elif path.endswith(("/learner.yml", "/learner.yaml")):
            history.moves[commit.id].add((_folder(came_from), _folder(path)))
    history.touches[path].append(Touch(commit, blob, came_from))
    if came_from is not None:
        history.touches[came_from].append(Touch(commit, "0" * len(blob), None))


def find_main(history: History) -> None:
    """Note which commits are on the main line, and which merge brought in each of the others."""
    line: list[Commit] = []
    here = history.commits.get(history.head)
    while here is not None:
        line.append(here)
        here = history.commits.get(here.parents[0]) if here.parents else None
    history.main = {one.id for one in line}
    for merge in reversed(line):
        open_ones = list(merge.parents[1:])
        while open_ones:
            one = open_ones.pop()
            if one in history.main or one in history.merged_by or one not in history.commits:
                continue
            history.merged_by[one] = merge.id
            open_ones.extend(history.commits[one].parents)


def _day(time: str) -> dt.date | None:
    """The day in UTC of a number of seconds; a commit made by hand can have any number."""
    try:
        return dt.datetime.fromtimestamp(int(time), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _folder(path: str) -> str:
    found = _FOLDER.match(path)
    return f"{found[1]}{found[2]}" if found else ""
