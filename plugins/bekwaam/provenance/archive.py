"""Records and files as they lie on the disk, for digests."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rfc8785 import CanonicalizationError

from bekwaam.model.kinds import Kind
from bekwaam.model.media import resolve
from bekwaam.provenance.digest import digest
from bekwaam.source import SourceFile, Tree, composed, discover, read

_CHUNK = 1 << 20


class Archive:
    """One folder of records, each read at most once."""

    def __init__(self, root: Path, tree: Tree | None = None) -> None:
        """List what lies below ``root``, unless ``tree`` says so already."""
        self.root = root
        if tree is None:
            tree, _ = discover(root)
        self._files = {(one.kind, one.learner, one.id): one for one in tree.records}
        self._media = tree.media
        self._records: dict[str, dict[str, Any] | None] = {}
        self._digests: dict[str, str | None] = {}
        self._file_digests: dict[str, str | None] = {}

    @property
    def signed_off(self) -> list[SourceFile]:
        """Every assessment and decision, in the order of their paths."""
        kinds = (Kind.ASSESSMENT, Kind.DECISION)
        return sorted((one for one in self._files.values() if one.kind in kinds), key=lambda one: one.path)

    def of_kind(self, kind: Kind) -> list[SourceFile]:
        """Every record of a kind, in the order of their paths."""
        return sorted((one for one in self._files.values() if one.kind is kind), key=lambda one: one.path)

    def find(self, kind: Kind, learner: str | None, id_: str) -> SourceFile | None:
        """The file of a record."""
        return self._files.get((kind, learner, id_))

    def data(self, file: SourceFile) -> dict[str, Any] | None:
        """A record as parsed; None where it cannot be read."""
        if file.path not in self._records:
            self._records[file.path] = read(self.root, file).data
        return self._records[file.path]

    def digest(self, file: SourceFile) -> str | None:
        """The digest of a record with its media; None where it cannot be read."""
        if file.path not in self._digests:
            data = self.data(file)
            self._digests[file.path] = None if data is None else self.digest_of(data, file.path)
        return self._digests[file.path]

    def digest_of(self, data: Mapping[str, Any], path: str) -> str | None:
        """The digest of what a record said, had it been at ``path`` with the files that are there now.

        None for a number that no canonical form has, such as one of twenty digits.
        """
        try:
            return digest(data, lambda name: self._file_digest(resolve(path, name)))
        except CanonicalizationError:
            return None

    def _file_digest(self, path: str) -> str | None:
        if path not in self._file_digests:
            listed = self._media.get(composed(path))
            self._file_digests[path] = _sha256(self.root / listed.path) if listed else None
        return self._file_digests[path]


def _sha256(path: Path) -> str | None:
    """The digest of an ordinary file's bytes; links and pipes are never followed or opened."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            found = hashlib.sha256()
            while chunk := file.read(_CHUNK):
                found.update(chunk)
    except OSError:
        return None
    return found.hexdigest()
