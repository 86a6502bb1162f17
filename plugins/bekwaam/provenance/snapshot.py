"""A folder of records as it was in a commit, written somewhere else; nothing is checked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from bekwaam.model.kinds import Kind
from bekwaam.provenance.git import Git
from bekwaam.source import classify

_YAML = (".yml", ".yaml")
_SEALABLE = (Kind.ASSESSMENT, Kind.DECISION)


def write_snapshot(git: Git, commit: str, prefix: str, folder: Path) -> Mapping[str, str]:
    """Write the records below ``prefix`` (empty, or ending in ``/``) into a folder of our own.

    Links and submodules are left out, and so are paths that would lead elsewhere: a tree made by
    hand can hold ``..``. Photos are only needed where a seal covers them: for other learners their
    place is taken by a few bytes that name the content, so that a thousand learners do not take a
    disk.

    Returns:
        Git's id of the content of each file that is no record, by its path.

    Raises:
        GitFailed: where git cannot tell.
    """
    folder.mkdir(parents=True, exist_ok=True)
    records: dict[str, list[str]] = defaultdict(list)
    media: dict[str, list[str]] = defaultdict(list)
    listed = git.run("ls-tree", "-r", "-z", "--full-tree", commit).decode("utf-8", "surrogateescape")
    for row in listed.split("\0"):
        head, _, path = row.partition("\t")
        if not head.startswith("100") or not path.startswith(prefix):
            continue
        path = path.removeprefix(prefix)
        if all(part and not part.startswith(".") for part in path.split("/")):
            (records if path.endswith(_YAML) else media)[head.split()[2]].append(path)
    sealed: set[str] = set()
    for path, content in _contents(git, records):
        place = classify(path)
        if place is not None and place.kind in _SEALABLE and b"\nseal:" in content:
            sealed.add(f"learners/{place.learner}/")
        _write(folder / path, content)
    needed: dict[str, list[str]] = defaultdict(list)
    for blob, paths in media.items():
        for path in paths:
            if path.startswith(tuple(sealed)):
                needed[blob].append(path)
            else:
                _write(folder / path, blob.encode())
    for path, content in _contents(git, needed):
        _write(folder / path, content)
    return {path: blob for blob, paths in media.items() for path in paths}


def _contents(git: Git, paths: dict[str, list[str]]) -> list[tuple[str, bytes]]:
    return [(path, content) for blob, content in git.objects(paths) for path in paths[blob]]


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
    except OSError:
        # A name that this disk cannot hold, or a tree that has one name twice.
        return
