"""What the pages of each learner depend on, as one fingerprint: all that came through the gate, and us."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import bekwaam
from bekwaam.audience.gated import Gated
from bekwaam.model.audience import Audience
from bekwaam.rendering.writing import write_whole
from bekwaam.source import digest_of, fingerprint, is_settled, learner_of, marks_from

_PACKAGE = Path(bekwaam.__file__).parent
_LIBRARIES = (
    "jinja2", "markupsafe", "markdown-it-py", "nh3", "babel", "pillow", "mkdocs", "mkdocs-material",
    "pikepdf", "pypdfium2",
)  # fmt: skip

_BY_LEARNER = ("learners", "shown", "statuses", "media", "listed")
"""The parts whose keys can be a learner's; a person may have the same id, and is everybody's."""


class Dependencies:
    """Fingerprints of the learners' pages of one build."""

    def __init__(
        self, gated: Gated, root: Path, memory: Path, *settings: object, digests: Mapping[str, str]
    ) -> None:
        """Split what came through the gate into what is one learner's, and the rest.

        Args:
            gated: all that pages can show.
            root: the folder of records, which pictures and other files come from.
            memory: a file to remember the digests of those files in.
            settings: whatever else shapes pages.
            digests: by learner, what stands for all files of records in their folder, what was found in
                them, and what git says of them.
        """
        self._gated = gated
        # For others, what a learner's records tell depends on the consents in the school's too.
        self._digests = digests if gated.audience is Audience.TEAM else {}
        self._files = _Files(root, memory)
        self._own: dict[str, list[Any]] = defaultdict(list)
        rest: list[Any] = [*settings, program()]
        for name, part in _parts(gated):
            rest.extend(self._not_ones_own(name, part))
        self._rest = fingerprint(rest)

    def of(self, key: str, beyond: object) -> str:
        """The fingerprint of a learner's pages; ``beyond`` is what they tell of others."""
        return fingerprint((self._rest, key, self._own[key], beyond)).hex()

    def remember(self) -> None:
        """Write down the digests of files for the next build."""
        self._files.remember()

    def _not_ones_own(self, name: str, part: Any) -> Iterator[Any]:
        """What of a part every learner's pages may show; the others go to their learner."""
        if isinstance(part, Mapping):
            for key, value in part.items():
                learner = self._whose(key) if name in _BY_LEARNER else None
                if name == "listed" and learner in self._digests:
                    continue  # which files there are is in the digest too
                item = (name, key, self._known_by(name, key, value))
                if learner is None:
                    yield item
                else:
                    self._own[learner].append(item)
        elif isinstance(part, tuple):
            for item in part:
                learner = self._whose(getattr(item, "path", None))
                if learner is None:
                    yield name, item
                elif learner not in self._digests:
                    self._own[learner].append((name, item))
        else:
            yield name, part

    def _known_by(self, name: str, key: Any, value: Any) -> Any:
        """A file by what is in it, and a learner's records and statuses by the digest of both."""
        if name == "media":
            return self._files.digest(value.path)
        if name in ("learners", "statuses"):
            return self._digests.get(key, value)
        return value

    def _whose(self, key: object) -> str | None:
        """The learner that a key, a path, or a pair of a kind and a learner belongs to."""
        if isinstance(key, tuple):
            key = key[-1]
        if isinstance(key, str):
            key = learner_of(key) or key
            return key if key in self._gated.shown else None
        return None


def _parts(gated: Gated) -> Iterator[tuple[str, Any]]:
    for whole in (gated, gated.project):
        for field in dataclasses.fields(whole):
            if field.name != "project":
                yield field.name, getattr(whole, field.name)


class _Files:
    """Digests of files by what they contain, which is read only where a file may have changed."""

    def __init__(self, root: Path, memory: Path) -> None:
        self._root = root
        self._memory = memory
        self._seen: dict[str, list[Any]] = {}
        try:
            known = json.loads(memory.read_text(encoding="utf-8"))
            self._known: dict[str, list[Any]] = known if isinstance(known, dict) else {}
        except (OSError, ValueError):
            self._known = {}

    def digest(self, path: str) -> str:
        file = self._root / path
        try:
            here = marks_from(file.lstat())
            known = self._known.get(path, [])
            digest = str(known[-1]) if known[:-1] == [*here] else digest_of(file.read_bytes())
        except OSError as gone:
            return f"no file: {gone.errno}"
        if is_settled(here, time.time_ns()):
            self._seen[path] = [*here, digest]
        return digest

    def remember(self) -> None:
        if self._seen != self._known:
            write_whole(self._memory, json.dumps(self._seen).encode())


@cache
def program() -> bytes:
    """A digest of all of this program, and of what it makes pages with and reads sites back with."""
    found = hashlib.sha256(repr([(one, version(one)) for one in _LIBRARIES]).encode())
    for file in sorted(_PACKAGE.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".po":
            found.update(file.relative_to(_PACKAGE).as_posix().encode())
            found.update(file.read_bytes())
    return found.digest()
