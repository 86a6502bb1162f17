"""A folder of records as it was in a commit, written somewhere else; nothing is checked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bekwaam.model.kinds import Kind
from bekwaam.provenance.git import Git, GitFailed
from bekwaam.source import classify
from bekwaam.source.reading import MAX_BYTES

LISTING_BYTES = 256 * 1024 * 1024
"""A tree of trees can list more paths in a few kilobytes than any machine can hold."""

RECORD_BYTES = 2 * 1024**3
MEDIA_BYTES = 64 * 1024**3
FILE_BYTES = 1024**3
_BATCH = 64 * 1024 * 1024

_YAML = (".yml", ".yaml")
_SEALABLE = (Kind.ASSESSMENT, Kind.DECISION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What was written: git's id of each file that is no record, and what could not be.

    ``modules`` are repositories of their own, of which a commit holds no more than an id.
    """

    media: Mapping[str, str]
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    path: str
    blob: str
    size: int


def write_snapshot(git: Git, commit: str, prefix: str, folder: Path, *, whole: bool = False) -> Snapshot:
    """Write the records below ``prefix`` (empty, or ending in ``/``) into a folder of our own.

    Paths that would lead elsewhere are left out: a tree made by hand can hold ``..``. A link stays
    a link, so that it is told of, but leads to itself. Photos are only needed where a seal covers
    them, or for the ``whole`` folder: elsewhere their place is taken by a file of their size that
    takes no room. So is the place of a record that is too large to be read.

    Raises:
        GitFailed: where git cannot tell, or the commit holds more than a school can.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files, links, modules = _listed(git, commit, prefix)
    records = [one for one in files if one.path.endswith(_YAML)]
    media = [one for one in files if not one.path.endswith(_YAML)]
    readable = [one for one in records if one.size <= MAX_BYTES]
    _refuse_more_than(RECORD_BYTES, readable)
    sealed: set[str] = set()
    for path, content in _contents(git, readable):
        place = classify(path)
        if place is not None and place.kind in _SEALABLE and b"\nseal:" in content:
            sealed.add(f"learners/{place.learner}/")
        _write(folder / path, content)
    wanted = media if whole else [one for one in media if one.path.startswith(tuple(sealed))]
    needed = [one for one in wanted if one.size <= FILE_BYTES]
    _refuse_more_than(MEDIA_BYTES, needed)
    for path, content in _contents(git, needed):
        _write(folder / path, content)
    written = {one.path for one in (*readable, *needed)}
    for one in files:
        if one.path not in written:
            _write(folder / one.path, b"", size=min(one.size, FILE_BYTES))
    # Last, so that nothing is ever written through one.
    for path in links:
        _link_to_itself(folder / path)
    return Snapshot(media={one.path: one.blob for one in media}, modules=tuple(modules))


def _listed(git: Git, commit: str, prefix: str) -> tuple[list[_Entry], list[str], list[str]]:
    """The files, the links and the submodules below a folder, by paths relative to it."""
    files, links, modules = [], [], []
    said = git.run("ls-tree", "-r", "-l", "-z", "--full-tree", commit, most=LISTING_BYTES)
    for row in said.decode("utf-8", "surrogateescape").split("\0"):
        head, _, path = row.partition("\t")
        if not path.startswith(prefix):
            continue
        path = path.removeprefix(prefix)
        if not all(part and not part.startswith(".") for part in path.split("/")):
            continue
        mode, _, blob, size = head.split()
        if mode.startswith("100"):
            files.append(_Entry(path, blob, int(size)))
        elif mode == "120000":
            links.append(path)
        elif mode == "160000":
            modules.append(path)
    return files, links, modules


def _refuse_more_than(limit: int, entries: Sequence[_Entry]) -> None:
    if sum(one.size for one in entries) > limit:
        raise GitFailed("this commit holds more than a folder of records can hold")


def _contents(git: Git, entries: Sequence[_Entry]) -> Iterator[tuple[str, bytes]]:
    """The contents, a part at a time, so that memory holds no more than that."""
    paths: dict[str, list[str]] = defaultdict(list)
    size = 0
    for one in entries:
        size += 0 if one.blob in paths else one.size
        paths[one.blob].append(one.path)
        if size > _BATCH:
            yield from _batch(git, paths)
            paths.clear()
            size = 0
    yield from _batch(git, paths)


def _batch(git: Git, paths: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, bytes]]:
    for blob, content in git.objects(paths):
        for path in paths[blob]:
            yield path, content


def _write(path: Path, content: bytes, *, size: int = 0) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
            if size:
                file.truncate(size)
    except (OSError, ValueError):
        # A name that this disk cannot hold, or a tree that has one name twice.
        return


def _link_to_itself(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(path.name)
    except (OSError, ValueError):
        return
