"""Keeps the pages of learners between builds, so that a build makes only those that changed.

What is kept of a learner is a folder of finished pages, and a note with what the rest of the site needs to
know of them. Both have the name of a fingerprint of all that they depend on. A build takes a folder away
and moves it into the site; when the new site is published, the folder of the old site takes its place: for
what did not change, nothing is written at all.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from bekwaam.mkdocs_plugin.forking import each
from bekwaam.rendering.writing import read_checked, write_checked
from bekwaam.source import digest_of, marks_from

Note = dict[str, Any]
LEAST = 48
"""Learners for whom it pays to copy this process, where their pages are new on the shelf."""
_TOGETHER = 8
"""Learners whose pages one process keeps before it says so."""
_PUBLISHED = "published"
_READ = "read"


class Shelf:
    """The shelf of one audience: a build for another one never sees what is on it."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read yet.

        Args:
            folder: where the pages are kept, on the file system of the site.
        """
        self._folder = folder
        self._used: dict[str, tuple[str, Note]] = {}
        self._taken: set[str] = set()
        self._sought = ""
        self._was_read: Mapping[str, str] = {}

    def take(self, name: str, uri: str, site: Path) -> Note | None:
        """Move kept pages into a site; gives their note, or None where there are none in good order."""
        note = self._read(name) if name else None
        if note is None:
            return None
        folder = site / uri
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            (self._folder / name).rename(folder)
        except OSError:
            return None
        if not (_is_untouched(folder, note) or _is_as_noted(folder, note["files"])):
            shutil.rmtree(folder, ignore_errors=True)
            return None
        self._used[uri] = name, note
        self._taken.add(uri)
        return note

    def taken(self) -> dict[str, str]:
        """The digests of the pages that were taken, by their site path."""
        return {
            f"{uri}{path}": known[-1]
            for uri in self._taken
            for path, known in self._used[uri][1]["files"].items()
        }

    def words(self) -> dict[str, str]:
        """What notes say under ``words``, by the site path of the pages that they are about."""
        return {uri: note["words"] for uri, (_, note) in self._used.items()}

    def read_back(self, sought: str) -> dict[str, str]:
        """The digests of files that were read back when the last site was published, by site path.

        ``sought`` is a digest of what is looked for in this site, and of what reads it; there are none
        where it was something else then.
        """
        self._sought = sought
        before = self._read(_READ) or {}
        found: dict[str, str] = before["files"] if before.get("sought") == sought else {}
        return found

    def was_read(self, files: Mapping[str, str]) -> None:
        """Remember the digests of files that were read back, by site path, once the site is published."""
        self._was_read = files

    def drop(self, uri: str, site: Path) -> None:
        """Remove pages that were taken, and will be made again."""
        if uri in self._taken:
            self._taken.remove(uri)
            del self._used[uri]
            shutil.rmtree(site / uri, ignore_errors=True)

    def note(self, name: str, uri: str, note: Note) -> None:
        """Remember what a build made, to keep it once it is published.

        ``note`` has under ``files`` the digests of the pages by their path in the folder at ``uri``.
        """
        self._used[uri] = name, note

    def give_back(self, site: Path) -> None:
        """Take back what is in a site that will not be published."""
        for uri, (name, note) in self._used.items():
            if isinstance(next(iter(note["files"].values()), None), list):
                with contextlib.suppress(OSError):
                    (site / uri).rename(self._folder / name)

    def keep(self, site: Path, old: Path, *, whole: bool) -> None:
        """Keep the pages of a site that was just published; ``old`` is the site that it replaced.

        ``whole`` says that the site has all its learners, so that others may be forgotten.
        """
        before = self._published()

        def keep(uri: str) -> None:
            # Another build may be doing the same; what cannot be kept will be made again.
            with contextlib.suppress(OSError):
                name, note = self._used[uri]
                place = self._folder / name
                if place.is_dir():
                    return
                if before.get(uri) == name and (old / uri).is_dir():
                    (old / uri).rename(place)
                else:
                    self._link(site / uri, place, name, note)

        new = []
        for uri, (name, _) in self._used.items():
            if before.get(uri) == name:
                keep(uri)  # it is only moved, which takes less time than to tell another process of it
            else:
                new.append(uri)
        for _ in each(keep, new, least=LEAST, together=_TOGETHER):
            pass
        with contextlib.suppress(OSError):
            now = {} if whole else before
            now |= {uri: name for uri, (name, _) in self._used.items()}
            self._write(_PUBLISHED, now)
            self._write(_READ, {"sought": self._sought, "files": self._was_read})
            self._forget_others({_PUBLISHED, _READ, *now.values()})

    def _link(self, pages: Path, place: Path, name: str, note: Note) -> None:
        """Keep the very files of the site, under a second name; a change to them later will show."""
        unfinished = self._folder / f"{name}-{os.getpid()}"
        shutil.rmtree(unfinished, ignore_errors=True)
        files = {}
        for path, known in note["files"].items():
            kept = f"{unfinished}/{path}"
            os.makedirs(os.path.dirname(kept), exist_ok=True)  # noqa: PTH103, PTH120 - thousands of them
            os.link(f"{pages}/{path}", kept)
            digest = known if isinstance(known, str) else known[-1]
            files[path] = [*marks_from(os.lstat(kept)), digest]
        unfinished.mkdir(parents=True, exist_ok=True)
        # Builds take turns with two sets of folders, around the same files.
        folders = {
            path: [_marks_of_only(f"{one}/{path}", names) for one in (unfinished, pages)]
            for path, names in _names_in_folders(files).items()
        }
        self._write(name, {**note, "files": files, "folders": folders})
        unfinished.rename(place)

    def _forget_others(self, names: Collection[str]) -> None:
        for entry in list(self._folder.iterdir()):
            if entry.name.removesuffix(".json") in names:
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink(missing_ok=True)

    def _published(self) -> dict[str, str]:
        """The names of the pages in the last site, by their site path."""
        found = self._read(_PUBLISHED) or {}
        return {uri: name for uri, name in found.items() if isinstance(name, str)}

    def _read(self, name: str) -> Note | None:
        """A note; None where there is none, or where it is not as it was written."""
        content = read_checked(self._folder / f"{name}.json")
        try:
            note: Note | None = json.loads(content) if content is not None else None
        except ValueError:
            return None
        return note

    def _write(self, name: str, note: Note) -> None:
        write_checked(self._folder / f"{name}.json", json.dumps(note, separators=(",", ":")).encode())


def _is_untouched(folder: Path, note: Note) -> bool:
    """Whether nothing was put, changed or removed since, by the marks alone; False where they cannot tell."""
    try:
        folders, files = note["folders"], note["files"]
        same_folders = all(_folder_marks(f"{folder}/{path}") in noted for path, noted in folders.items())
        return same_folders and all(
            [*marks_from(os.lstat(f"{folder}/{path}"))] == noted[:-1] for path, noted in files.items()
        )
    except (OSError, KeyError):
        return False


def _folder_marks(path: str) -> list[int]:
    """What changes when a name in a folder does, and not when the folder is moved."""
    found = os.lstat(path)
    return [found.st_mode, found.st_mtime_ns, found.st_ino, found.st_dev]


def _marks_of_only(path: str, names: Collection[str]) -> list[int] | None:
    """The marks of a folder with these names in it; None where somebody put others beside them."""
    marks = _folder_marks(path)
    return marks if set(os.listdir(path)) == names else None  # noqa: PTH208 - thousands of them


def _names_in_folders(files: Collection[str]) -> dict[str, set[str]]:
    """The names in all folders on the way to some files; the empty path is that of the outermost."""
    found: dict[str, set[str]] = {"": set()}
    for path in files:
        while path:
            folder, _, name = path.rpartition("/")
            found.setdefault(folder, set()).add(name)
            path = folder
    return found


def _is_as_noted(folder: Path, files: dict[str, list[Any]]) -> bool:
    """Whether all files are there and unchanged; what else is there is removed."""
    missing = dict(files)
    folders = {path.rpartition("/")[0] for path in files}
    for path, entry in _walk(str(folder), "", folders):
        noted = missing.pop(path, None)
        if noted is None:
            os.unlink(entry.path)  # noqa: PTH108
            continue
        found = entry.stat(follow_symlinks=False)
        if not stat.S_ISREG(found.st_mode):
            return False
        # Other marks alone say nothing: copying a cache to another machine gives all files new ones.
        if [*marks_from(found)] != noted[:-1] and digest_of(Path(entry.path).read_bytes()) != noted[-1]:
            return False
    return not missing


def _walk(folder: str, path: str, known: Collection[str]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All files below a folder with their paths in it; folders that lead to none of ``known`` are removed."""
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        inside = f"{path}{entry.name}"
        if not entry.is_dir(follow_symlinks=False):
            yield inside, entry
        elif any(one == inside or one.startswith(f"{inside}/") for one in known):
            yield from _walk(entry.path, f"{inside}/", known)
        else:
            shutil.rmtree(entry.path, ignore_errors=True)
