"""Which commits tell of somebody: by their files, their message, their author, or what they changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from bekwaam.provenance.git import Git
from bekwaam.source import read_bytes

_SPECIAL = re.compile(r"([\\.^$*+?()\[\]{}|])")
_REVISIONS = ("--all", "--reflog")
_FORMAT = ("--no-color", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--topo-order")


class Why(Enum):
    """How a commit tells of somebody."""

    FILES = "files"
    MESSAGE = "message"
    AUTHOR = "author"
    CONTENT = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """A commit that tells of somebody; ``day`` is an ISO date."""

    commit: str
    day: str
    why: tuple[Why, ...]


def memories(git: Git, homes: Sequence[str], words: Sequence[str], emails: Iterable[str]) -> list[Memory]:
    """The commits of all branches, tags, notes and reflogs that tell of somebody, newest first.

    Args:
        git: the repository.
        homes: the folders of their records, with ``/`` behind them.
        words: what tells of them wherever it stands.
        emails: the addresses by which git knows them.

    Raises:
        GitFailed: where git cannot tell.
    """
    found: dict[str, set[Why]] = {}
    days: dict[str, str] = {}

    def take(why: Why, *arguments: str) -> None:
        for commit, day in _log(git, *arguments):
            found.setdefault(commit, set()).add(why)
            days[commit] = day

    if homes:
        take(Why.FILES, "--full-history", "--", *(one.rstrip("/") for one in homes))
    if words:
        wanted = "|".join(_escaped(one) for one in words)
        take(Why.MESSAGE, "--regexp-ignore-case", "--extended-regexp", f"--grep={wanted}", "--")
        take(Why.CONTENT, "-m", "--regexp-ignore-case", f"-G{wanted}", "--")
    for email in emails:
        for whose in ("author", "committer"):
            pattern = f"<{_escaped(email)}>"
            take(Why.AUTHOR, "--regexp-ignore-case", "--extended-regexp", f"--{whose}={pattern}", "--")
    order = [one for one, _ in _log(git, "--") if one in found]
    return [
        Memory(commit=one, day=days[one], why=tuple(why for why in Why if why in found[one])) for one in order
    ]


def versions(git: Git, homes: Sequence[str]) -> list[Mapping[str, Any]]:
    """All that a learner's record has said in some folders, newest first, in every branch."""
    paths = [f"{home}learner.{ending}" for home in homes for ending in ("yml", "yaml")]
    rows = _at_top(git).run(
        "log",
        "-z",
        "--raw",
        "--no-abbrev",
        "-m",
        *_FORMAT,
        "--format=",
        *_REVISIONS,
        "--full-history",
        "--",
        *paths,
    )
    blobs = dict.fromkeys(
        row.split()[3] for row in rows.decode("utf-8", "replace").split("\0") if row.lstrip().startswith(":")
    )
    found = (
        read_bytes(content, "").data for _, content in git.objects(one for one in blobs if one.strip("0"))
    )
    return [one for one in found if one is not None]


def branches_and_tags(git: Git, words: Iterable[str]) -> list[str]:
    """Branches, tags and the like whose name or message tells of somebody."""
    wanted = [one.casefold() for one in words]
    rows = git.run("for-each-ref", "--format=%(refname)%00%(contents)%00%01").decode("utf-8", "replace")
    found = []
    for row in rows.split("\1"):
        name, _, message = row.strip("\n").partition("\0")
        tag = name.startswith("refs/tags/")
        if any(one in f"{name} {message if tag else ''}".casefold() for one in wanted):
            found.append(name)
    return found


def _log(git: Git, *arguments: str) -> Iterator[tuple[str, str]]:
    out = _at_top(git).run("log", "-z", "--no-patch", *_FORMAT, "--format=%H %as", *_REVISIONS, *arguments)
    for row in out.decode("ascii", "replace").split("\0"):
        if row.strip():
            commit, _, day = row.strip().partition(" ")
            yield commit, day


def _at_top(git: Git) -> Git:
    """Git where paths count from the top: else they count from the folder that it is started in."""
    return replace(git, work_tree=git.git_dir)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
