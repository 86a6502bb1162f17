"""Which files there are, and which of them are records; nothing is opened here."""

from __future__ import annotations

import os
import re
import time
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType

from bekwaam.diagnostics import Diagnostic, Message, say
from bekwaam.model.kinds import Kind
from bekwaam.model.project import MediaFile
from bekwaam.source.characters import FORBIDDEN, shown
from bekwaam.source.layout import Place, classify, is_id, is_yaml, nearest_row
from bekwaam.source.marks import Marks, is_settled, marks_at

_LONGEST_SHOWN_PATH = 300
_ANY_NAME = "\0"
"""A name that no file has: a row of the table that fits it fits every name."""
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*\.ya?ml")
"""A record's name with which nothing is wrong: an id as `is_id` wants it, and an ending in small letters."""
_NOT_MEDIA = ("readme", "license", "licence", "changelog", "contributing")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file whose path says that it is a record; ``path`` is relative to the root, with ``/``."""

    path: str
    kind: Kind
    id: str
    learner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """All files below the folder of records, records in the order of their paths."""

    records: tuple[SourceFile, ...] = ()
    media: Mapping[str, MediaFile] = field(default_factory=lambda: MappingProxyType({}))
    """By path in composed form (NFC), however the disk spells an accent."""

    twins: tuple[SourceFile, ...] = ()
    """Records that are not read, because another one has their id in other capitals."""

    def find_media(self, path: str) -> MediaFile | None:
        """The file at a path relative to the root, in whichever form its accents are written."""
        return self.media.get(composed(path))


def composed(path: str) -> str:
    """A path with each accented letter as one character (NFC)."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)


@dataclass(slots=True)
class Folder:
    """What stands in one folder, and nothing of what is in the folders below it; paths from the root."""

    records: list[SourceFile] = field(default_factory=list)
    twins: list[SourceFile] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    media: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Walked:
    """What earlier walks through the same root saw: a folder whose marks stay has the same names in it.

    ``is_new`` says that the last ones saw something else than those before.
    """

    seen: dict[str, tuple[Marks, Folder]] = field(default_factory=dict)
    is_new: bool = False

    def find(self, folder: str, marks: Marks | None) -> Folder | None:
        """What was in a folder when it had these marks; None where nobody knows."""
        known = self.seen.get(folder)
        return known[1] if known is not None and known[0] == marks else None

    def note(self, folder: str, marks: Marks | None, found: Folder, began: int) -> None:
        """Remember what is in a folder, where a change since the walk ``began`` will show in its marks."""
        self.is_new = True
        if marks is not None and is_settled(marks, began):
            self.seen[folder] = marks, found
        else:
            self.seen.pop(folder, None)

    def forget_others(self, folders: Collection[str]) -> None:
        """Only these are there now."""
        for gone in self.seen.keys() - folders:
            del self.seen[gone]
            self.is_new = True


def discover(root: Path, walked: Walked | None = None) -> tuple[Tree, tuple[Diagnostic, ...]]:
    """Walk the folder of records.

    Symbolic links, pipes and devices are refused, never followed or opened. What starts with a
    dot is ignored, also the ``.git`` file of a submodule.

    Args:
        root: the folder of records.
        walked: what earlier walks through it saw; this one looks only into folders that changed.

    Returns:
        The tree, and findings E113 to E117 in the order of their paths.
    """
    walk = _Walk(os.fspath(root))
    walk.run(walked)
    tree = Tree(
        records=tuple(sorted(walk.records, key=attrgetter("path"))),
        media=MappingProxyType(dict(sorted(walk.media.items()))),
        twins=tuple(walk.twins),
    )
    return tree, tuple(sorted(walk.findings, key=attrgetter("path")))


class _Walk:
    def __init__(self, root: str) -> None:
        self.root = root
        self.records: list[SourceFile] = []
        self.twins: list[SourceFile] = []
        self.media: dict[str, MediaFile] = {}
        self.rows: dict[str, Place | None] = {}
        self.findings: list[Diagnostic] = []
        self.here = Folder()

    def run(self, walked: Walked | None) -> None:
        folders, seen, began = [""], [], time.time_ns()
        while folders:
            folder = folders.pop()
            marks = marks_at(f"{self.root}/{folder}") if walked else None
            found = walked.find(folder, marks) if walked else None
            if found is None:
                found = self.here = Folder()
                self._look_into(folder)
                if walked:
                    walked.note(folder, marks, found, began)
            self.records += found.records
            self.twins += found.twins
            self.findings += found.findings
            folders += found.folders
            seen.append(folder)
            self.here = Folder(findings=self.findings)  # a file's size is not among its folder's marks
            for path in found.media:
                self._take_media(path)
        if walked:
            walked.forget_others(set(seen))

    def _look_into(self, folder: str) -> None:
        seen: dict[str, tuple[str, str]] = {}
        row = self._row_of(folder.rstrip("/"))
        for entry in self._entries(folder):
            path = folder + entry.name
            if row is not None and _PLAIN.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                # Nearly every file: nothing about its name has to be looked at any closer.
                self._keep(path, entry.name.rpartition(".")[0], row, seen)
                continue
            if not self._is_safe(entry, path):
                continue
            if entry.is_dir(follow_symlinks=False):
                if self._is_good_folder(path, seen):
                    self.here.folders.append(f"{path}/")
            elif is_yaml(entry.name):
                self._take_record(path, seen)
            elif _may_be_media(path):
                self.here.media.append(path)

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(f"{self.root}/{folder}") as found:
                return sorted(
                    (entry for entry in found if not entry.name.startswith(".")), key=attrgetter("name")
                )
        except (OSError, ValueError) as error:
            self._report_unreadable(folder, error)
            return []

    def _report_unreadable(self, folder: str, error: Exception) -> None:
        if folder:
            message = say("This folder cannot be read.")
            hint = say("Look whether you have the right to open it.")
        elif isinstance(error, FileNotFoundError):
            message = say("The folder of records does not exist.")
            hint = say("Name the right folder with `--portfolios`, or make one with `bekwaam new school`.")
        elif isinstance(error, NotADirectoryError):
            message = say("This is not a folder of records but a file.")
            hint = say("Name the right folder with `--portfolios`.")
        else:
            message = say("The folder of records cannot be read.")
            hint = say("Look whether you have the right to open it.")
        self._report("E117", folder.rstrip("/") or ".", message, hint)

    def _is_safe(self, entry: os.DirEntry[str], path: str) -> bool:
        if entry.is_symlink():
            message = say("This is a symbolic link; links are never followed.")
            hint = say("Put the file itself here, and remove the link.")
            self._report("E116", path, message, hint)
            return False
        if not entry.is_dir(follow_symlinks=False) and not entry.is_file(follow_symlinks=False):
            message = say("This is not an ordinary file but a pipe, a socket or a device.")
            self._report("E116", path, message, say("Remove it from the folder of records."))
            return False
        if FORBIDDEN.search(entry.name) or "\n" in entry.name or "\t" in entry.name:
            message = say("This name holds characters that cannot be shown.")
            hint = say("Rename it with letters, digits, `-`, `_` and `.`.")
            self._report("E114", path, message, hint)
            return False
        return True

    def _is_good_folder(self, path: str, seen: dict[str, tuple[str, str]]) -> bool:
        parent, _, name = path.rpartition("/")
        if parent != "learners":
            return True
        return self._is_good_id(path, name) and self._is_new(path, f"{name}/", seen)

    def _place_of(self, path: str) -> Place | None:
        """A record's place; looked up once for a folder whose files are all of one kind."""
        folder, _, name = path.rpartition("/")
        place = self._row_of(folder) if name.endswith((".yml", ".yaml")) else None
        return place or classify(path)

    def _row_of(self, folder: str) -> Place | None:
        """The place of whatever record lies in a folder; None where that depends on its name."""
        if folder not in self.rows:
            self.rows[folder] = classify(f"{folder}/{_ANY_NAME}.yml") if folder else None
        return self.rows[folder]

    def _take_record(self, path: str, seen: dict[str, tuple[str, str]]) -> None:
        place = self._place_of(path)
        if place is None:
            lower = path[:-4] + path[-4:].lower()
            if classify(lower) is not None:
                message = say("The ending of this file's name is not in small letters.")
                self._report("E114", path, message, say("Rename it so that it ends in `.yml`."))
                return
            message = say("No record has its place here, so this YAML file would not be read.")
            hint = say("The nearest place is `{row}`.", row=nearest_row(path))
            self._report("E113", path, message, hint)
            return
        stem = path.rpartition("/")[2].rpartition(".")[0]
        if self._is_good_id(path, stem):
            self._keep(path, stem, place, seen)

    def _keep(self, path: str, stem: str, place: Place, seen: dict[str, tuple[str, str]]) -> None:
        kept = self.here.records if self._is_new(path, stem, seen) else self.here.twins
        name = place.learner if place.kind is Kind.LEARNER and place.learner else stem
        kept.append(SourceFile(path=path, kind=place.kind, id=name, learner=place.learner))

    def _is_good_id(self, path: str, name: str) -> bool:
        if is_id(name):
            return True
        message = say("`{name}` cannot be an id.", name=shown(name))
        hint = say(
            "Rename it with ASCII letters, digits, `-`, `_` and `.`; it starts with a letter, a digit or `_`."
        )
        self._report("E114", path, message, hint)
        return False

    def _is_new(self, path: str, name: str, seen: dict[str, tuple[str, str]]) -> bool:
        first, first_path = seen.setdefault(name.casefold(), (name, path))
        if first_path == path:
            return True
        if first == name:
            message = say("The same id stands here twice: as `.yaml` and as `.yml`.")
        else:
            other = shown(first.rstrip("/"))
            message = say("This id differs from `{other}` only in capitals.", other=other)
        self._report("E115", path, message, say("Keep one of the two, or give it another id."))
        return False

    def _take_media(self, path: str) -> None:
        try:
            size = os.lstat(f"{self.root}/{path}").st_size
        except OSError:
            message = say("This file cannot be read.")
            self._report("E117", path, message, say("Look whether it is still there and you may open it."))
            return
        name = composed(path)
        if name in self.media:
            message = say("Two files have names that look the same: only their accents differ inside.")
            self._report("E114", path, message, say("Rename or remove one of the two."))
            return
        self.media[name] = MediaFile(path=path, size=size)

    def _report(self, code: str, path: str, message: Message, hint: Message) -> None:
        path = shown(path, _LONGEST_SHOWN_PATH)
        self.here.findings.append(Diagnostic(code=code, path=path, message=message, hint=hint))


def _may_be_media(path: str) -> bool:
    """Whether a file may be shown by a record: any but those that tell about the folder itself."""
    return not path.rpartition("/")[2].casefold().startswith(_NOT_MEDIA)
