"""Keeps what was found in each learner's records, and what git said of them, on the disk or in memory.

What lies on the disk is believed only where it was made: it is signed with a key that rests on when and
where this disk made one of our files, which nobody who sends a cache along can know.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import sys
import time
from collections.abc import Collection
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from bekwaam.model.kinds import Kind
from bekwaam.project.checking import Checked
from bekwaam.project.dividing import Files, Whose
from bekwaam.project.keeping import Keep, Laid, Packed
from bekwaam.project.packing import NotOurs, pack, unpack
from bekwaam.project.reading import Part, digest_of
from bekwaam.provenance import Opened, Said
from bekwaam.rendering.writing import write_whole
from bekwaam.schema import registry
from bekwaam.source import SETTLED, Walked, marks_of

T = TypeVar("T")

_LIBRARIES = ("pyyaml", "jsonschema", "jsonschema-rs", "rfc8785")
_UNSETTLED = "0" * 32
"""Marks that no file has."""

_WALKED = "walked"
_KINDS = ("read", "checked", "said")
_SIGN = "sign"


class _Looked(NamedTuple):
    """The marks of somebody's files when we looked, and whether they will show the next change."""

    root: Path
    files: Files
    marks: str
    settled: bool


class _Marks:
    """Looks at files without opening them."""

    def __init__(self) -> None:
        self._now = 0
        self._looked: dict[Whose, _Looked] = {}

    def look(self, root: Path, files: Files) -> _Looked:
        if files.whose is None:  # the school is the first that is asked about
            self._now = time.time_ns()
        marks, changed = _marks(root, files)
        found = self._looked[files.whose] = _Looked(root, files, marks, self.is_settled(changed))
        return found

    def is_settled(self, changed: int) -> bool:
        return changed < self._now - SETTLED

    def is_as_read(self, whose: Whose) -> bool:
        """Whether somebody's files are certainly what was read of them."""
        looked = self._looked.get(whose)
        return looked is not None and looked.settled and _marks(looked.root, looked.files)[0] == looked.marks

    def unchanged(self, part: Part) -> str | None:
        """The marks to remember of a part that was just read; None where its files changed meanwhile."""
        looked = self._looked[part.whose]
        if _marks(looked.root, looked.files)[0] != looked.marks:
            return None
        return looked.marks if looked.settled and part.readable else _UNSETTLED


def _marks(root: Path, files: Files) -> tuple[str, int]:
    return marks_of(root, [*(file.path for file in files.records), *files.twins])


class InMemory:
    """Keeps everything for as long as a preview runs; what did not change stays the same object."""

    def __init__(self, below: Keep | None = None) -> None:
        """Remember nothing yet; ``below`` is asked about whoever is not known here."""
        self.walked = below.walked if below else Walked()
        self._below = below
        self._asked: set[Whose] = set()
        self._marks = _Marks()
        self._parts: dict[Whose, tuple[str, Part]] = {}
        self._checked: dict[str, tuple[str, Checked]] = {}
        self._said: dict[Whose, tuple[str, Said]] = {}
        self.opened: Opened | None = {}
        self.laid: Laid | None = {}

    def part(self, root: Path, files: Files) -> Part | None:
        """See `Keep`."""
        looked = self._marks.look(root, files)
        if files.whose is None:
            self._asked.clear()
        marks, part = self._parts.get(files.whose, ("", None))
        if part is not None and marks != looked.marks and digest_of(root, files) != part.digest:
            part = None
        if part is None and self._below:
            self._asked.add(files.whose)
            part = self._below.part(root, files)
        if part is not None:
            remembered = looked.marks if looked.settled and part.readable else _UNSETTLED
            self._parts[files.whose] = remembered, part
        return part

    def is_settled(self, changed: int) -> bool:
        """See `Keep`."""
        return self._marks.is_settled(changed)

    def checked(self, whose: str, key: str) -> Checked | None:
        """See `Keep`."""
        known, checked = self._checked.get(whose, ("", None))
        if checked is not None and known == key:
            return checked
        found = self._below.checked(whose, key) if self._below and whose in self._asked else None
        if found is not None:
            self._checked[whose] = key, found
        return found

    def keep(self, part: Part, key: str, checked: Checked | None, packed: Packed | None) -> None:
        """See `Keep`."""
        marks = self._marks.unchanged(part)
        if marks is not None:
            self._parts[part.whose] = marks, part
            if part.whose is not None and checked is not None and key:
                self._checked[part.whose] = key, checked
        if self._below and part.whose in self._asked:
            self._below.keep(part, key, checked, packed)

    def said(self, whose: Whose, key: str) -> Said | None:
        """See `Keep`."""
        known, said = self._said.get(whose, ("", None))
        if said is not None and known == key:
            return said
        found = self._below.said(whose, key) if self._below else None
        if found is not None:
            self._said[whose] = key, found
        return found

    def keep_said(self, whose: Whose, key: str, said: Said) -> None:
        """See `Keep`."""
        if self._marks.is_as_read(whose):
            self._said[whose] = key, said
        if self._below:
            self._below.keep_said(whose, key, said)

    def end(self, present: Collection[Whose]) -> None:
        """See `Keep`."""
        self._said = {whose: one for whose, one in self._said.items() if whose in present}
        self._parts = {whose: one for whose, one in self._parts.items() if whose in present}
        self._checked = {whose: one for whose, one in self._checked.items() if whose in present}
        self.laid = {whose: one for whose, one in (self.laid or {}).items() if whose in present}
        if self._below:
            self._below.end(present)


class OnDisk:
    """Keeps three files for each learner in a folder; deleting them is always safe."""

    def __init__(self, folder: Path, program: bytes) -> None:
        """Get ready; ``program`` is a digest of all of this program."""
        self.opened: Opened | None = None
        self.laid: Laid | None = None
        self._folder = folder
        self._marks = _Marks()
        self._given: set[Whose] = set()
        self._key = _key(folder, program)
        kept = self._read(_WALKED, None)
        walked = _unpacked(kept[2]) if kept else None
        self.walked = walked if isinstance(walked, Walked) else Walked()
        self._is_first = True

    def part(self, root: Path, files: Files) -> Part | None:
        """See `Keep`."""
        looked = self._marks.look(root, files)
        self._given.discard(files.whose)
        kept = self._read("read", files.whose)
        if kept is None:
            return None
        marks, digest, content = kept
        if marks != looked.marks and digest_of(root, files) != digest:
            return None
        part = _unpacked(content)
        if not isinstance(part, Part) or part.whose != files.whose or part.digest != digest:
            return None
        if marks != looked.marks and looked.settled and part.readable:
            self._write("read", files.whose, looked.marks, digest, content)
        self._given.add(files.whose)
        return part

    def is_settled(self, changed: int) -> bool:
        """See `Keep`."""
        return self._marks.is_settled(changed)

    def checked(self, whose: str, key: str) -> Checked | None:
        """See `Keep`."""
        return self._known("checked", whose, key, Checked)

    def keep(self, part: Part, key: str, checked: Checked | None, packed: Packed | None) -> None:
        """See `Keep`."""
        marks = self._marks.unchanged(part)
        if marks is None or self._key is None:
            return
        read, found = packed or (b"", b"")
        if part.whose not in self._given:
            self._write("read", part.whose, marks, part.digest, read or pack(part))
        if checked is not None and key:
            self._write("checked", part.whose, key, _UNSETTLED, found or pack(checked))

    def said(self, whose: Whose, key: str) -> Said | None:
        """See `Keep`."""
        return self._known("said", whose, key, Said)

    def keep_said(self, whose: Whose, key: str, said: Said) -> None:
        """See `Keep`."""
        if self._key is not None and self._marks.is_as_read(whose):
            self._write("said", whose, key, _UNSETTLED, pack(said))

    def end(self, present: Collection[Whose]) -> None:
        """See `Keep`."""
        if self._is_first and self.walked.is_new:  # once: a preview remembers by itself
            self.walked.is_new = False
            self._write(_WALKED, None, _UNSETTLED, _UNSETTLED, pack(self.walked))
        self._is_first = False
        names = {_name(kind, whose) for whose in present for kind in _KINDS}
        names |= {_name(_WALKED, None), _SIGN}
        with suppress(OSError):
            for one in list(self._folder.iterdir()):
                if one.name not in names and not one.name.startswith("."):
                    one.unlink(missing_ok=True)

    def _known(self, kind: str, whose: Whose, key: str, of: type[T]) -> T | None:
        """What was kept under a key; None where that is another one."""
        kept = self._read(kind, whose)
        found = _unpacked(kept[2]) if kept is not None and kept[0] == key else None
        return found if isinstance(found, of) else None

    def _read(self, kind: str, whose: Whose) -> tuple[str, str, bytes] | None:
        """Two digests and a content, where all of it is as we wrote it."""
        if self._key is None:
            return None
        name = _name(kind, whose)
        try:
            whole = (self._folder / name).read_bytes()
        except OSError:
            return None
        signature, content = whole[:32], whole[32:]
        if not hmac.compare_digest(signature, self._signature(name, content)):
            return None
        return content[:32].decode("ascii"), content[32:64].decode("ascii"), content[64:]

    def _write(self, kind: str, whose: Whose, first: str, second: str, content: bytes) -> None:
        name = _name(kind, whose)
        whole = f"{first}{second}".encode("ascii") + content
        with suppress(OSError):  # a disk that cannot take it costs only time
            write_whole(self._folder / name, self._signature(name, whole) + whole)

    def _signature(self, name: str, content: bytes) -> bytes:
        found = hashlib.blake2b(name.encode(), key=self._key or b"", digest_size=32)
        found.update(content)
        return found.digest()


def _name(kind: str, whose: Whose) -> str:
    of = hashlib.blake2b(repr(whose).encode(), digest_size=16).hexdigest()
    return f"{kind}-{of}"


def _unpacked(content: bytes) -> Any:
    try:
        return unpack(content)
    except NotOurs:
        return None


def _key(folder: Path, program: bytes) -> bytes | None:
    """A key that only this program has on this disk; None where nothing can be kept."""
    sign = folder / _SIGN
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), sign.open("xb") as new:
            new.write(secrets.token_bytes(32))
        found = sign.lstat()
        content = sign.read_bytes()[:32]
    except OSError:
        return None
    rests_on = (
        content,
        (found.st_dev, found.st_ino, found.st_ctime_ns, found.st_size),
        program,
        sys.version,
        [version(one) for one in _LIBRARIES],
        [registry.read(registry.file_name(kind)) for kind in Kind],
        registry.read(registry.COMMON),
    )
    return hashlib.blake2b(repr(rests_on).encode(), digest_size=32).digest()
