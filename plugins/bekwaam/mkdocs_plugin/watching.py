"""Tells of changes on the disk at once, as the system does; where it cannot, by looking again and again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

Changed = Callable[[str], None]
"""Hears of the path of a file that is new, gone or different."""

_LOOK_EVERY = 1.0
"""Seconds between two looks, where the system tells nothing."""

_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]
"""Not that somebody reads: a build reads all files, and would start the next."""

_ELSEWHERE = frozenset(
    {
        "9p", "afs", "ceph", "cifs", "davfs", "drvfs", "grpcfuse", "nfs", "nfs4", "osxfs", "smb3", "smbfs",
        "sshfs", "vboxsf", "virtiofs", "vmhgfs-fuse",
    }
)  # fmt: skip
"""File systems that another machine may write to; this machine's kernel then hears nothing."""

_MOUNTS = Path("/proc/self/mounts")


class Watcher:
    """Watches files and folders, each in the way that works for it; an observer as MkDocs uses one."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """Watch nothing yet.

        Args:
            tell: hears of the first folder that the system does not watch for us.
        """
        self._tell = tell
        self._told = False
        self._system: BaseObserver = Observer()
        self._looking = PollingObserver(timeout=_LOOK_EVERY)
        # Started before there is anything to watch, so that what cannot be watched says so at once.
        self._system.start()

    def watch(self, path: str, changed: Changed) -> None:
        """Tell of every change at a path and below."""
        real = Path(os.path.realpath(path))
        # An editor may put a new file in the place of an old one, so a file is watched from its folder.
        folder = real if real.is_dir() else real.parent
        heard = _Heard(changed, None if real.is_dir() else str(real))
        recursive = real.is_dir()
        if _file_system(folder) not in _ELSEWHERE:
            try:
                self._system.schedule(heard, str(folder), recursive=recursive, event_filter=_CHANGES)
            except OSError:
                pass  # no watches left, most likely
            else:
                return
        if not self._told:
            self._told = True
            self._tell(path)
        self._looking.schedule(heard, str(folder), recursive=recursive)

    def start(self) -> None:
        """Start looking, where there is something to look at."""
        if self._told:
            self._looking.start()

    def stop(self) -> None:
        """Stop watching."""
        for one in (self._system, self._looking):
            if one.is_alive():
                one.stop()

    def join(self) -> None:
        """Wait until the last change was told."""
        for one in (self._system, self._looking):
            if one.is_alive():
                one.join()


class _Heard(FileSystemEventHandler):
    """Passes on what counts as a change, of one file where ``only`` names it."""

    def __init__(self, changed: Changed, only: str | None) -> None:
        self._changed = changed
        self._only = only

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not isinstance(event, tuple(_CHANGES)):
            return
        for path in {os.fsdecode(event.src_path), os.fsdecode(event.dest_path)} - {""}:
            if path == self._only or (self._only is None and not passing(path)):
                self._changed(path)


def passing(path: str) -> bool:
    """Whether a file is there only while somebody writes: of git, or of an editor beside the real one."""
    name = Path(path).name
    hidden = name.startswith(".") and name.endswith((".swp", ".swo", ".swx", ".tmp", ".part", ".lock"))
    editors = name.startswith((".#", "#", ".goutputstream-", ".~lock.")) or name.endswith(
        ("~", "___jb_tmp___", "___jb_old___", ".crswap", ".kate-swp")
    )
    return ".git" in Path(path).parts or hidden or editors or name == "4913"


def _file_system(folder: Path) -> str:
    """The kind of file system that a folder is on; empty where nobody knows."""
    found = "", ""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    for line in lines:
        _, place, kind, *_ = line.split(" ", 3)
        place = place.encode().decode("unicode_escape")
        if folder.is_relative_to(place) and len(place) >= len(found[0]):
            found = place, kind
    return found[1].removeprefix("fuse.")
