"""Builds beside the site and swaps at the end, so that a visitor sees the old site or the new one."""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import fcntl
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from bekwaam.diagnostics import say

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_MARKS_OF_A_SITE = ("404.html", "search/search_index.json")
"""What MkDocs leaves in every site; a folder with neither was made by somebody else."""


class CannotStage(Exception):  # noqa: N818 - the folder is at fault, not the program
    """A build that may not write where it was told to; the argument is the `Message` that says why."""


class Stage:
    """A fresh folder beside ``target``, swapped with it by `publish` or removed by `discard`."""

    def __init__(self, target: Path, locks: Path, keep_out: tuple[Path, ...]) -> None:
        """Take the lock and make the folder.

        Args:
            target: the folder of the site, which need not be there yet.
            locks: the folder for lock files, outside the site.
            keep_out: folders that ``target`` may not hold or be, such as the records.

        Raises:
            CannotStage: where another build is busy, or ``target`` holds something else than a site.
        """
        self.target = target
        _refuse_foreign(target, keep_out)
        target.parent.mkdir(parents=True, exist_ok=True)
        self._lock: int | None = _take_lock(target, locks)
        self._recover()
        self.folder = target.parent / f".{target.name}-new-{secrets.token_hex(4)}"
        self.folder.mkdir()
        atexit.register(self.discard)

    def publish(self, keep: Callable[[Path, Path], None] = lambda _new, _old: None) -> None:
        """Put the new site in the place of the old one, and throw the old one away.

        ``keep`` is called between the two, with the new site and the old one.
        """
        if self.target.is_dir():
            self._take_over_hidden()
        if self.target.exists() and not _exchange(self.folder, self.target):
            self._swap_in_two_steps()
        elif not self.target.exists():
            self.folder.rename(self.target)
        keep(self.target, self.folder)
        self.discard()

    def discard(self) -> None:
        """Remove what is not published and let go of the lock; does nothing the second time."""
        atexit.unregister(self.discard)
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _take_over_hidden(self) -> None:
        """Keep what no build writes: a `.git` of a publishing branch, a host's hidden settings."""
        for entry in self.target.iterdir():
            if entry.name.startswith(".") and not (self.folder / entry.name).exists():
                entry.rename(self.folder / entry.name)

    def _swap_in_two_steps(self) -> None:
        """Where the file system cannot exchange two folders at once; `_recover` mends a crash between."""
        aside = self.target.parent / f".{self.target.name}-old"
        self.target.rename(aside)
        try:
            self.folder.rename(self.target)
        except OSError:
            aside.rename(self.target)
            raise
        shutil.rmtree(aside, ignore_errors=True)

    def _recover(self) -> None:
        """Clean up after a build that was cut short; the lock says that none is running."""
        aside = self.target.parent / f".{self.target.name}-old"
        if aside.exists() and not self.target.exists():
            aside.rename(self.target)
        shutil.rmtree(aside, ignore_errors=True)
        for stale in self.target.parent.glob(f".{_as_pattern(self.target.name)}-new-*"):
            shutil.rmtree(stale, ignore_errors=True)


def _as_pattern(name: str) -> str:
    """A file name as a pattern that matches only itself."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


def _refuse_foreign(target: Path, keep_out: tuple[Path, ...]) -> None:
    """The old content goes away, so it has to be a site."""
    resolved = target.resolve()
    for folder in keep_out:
        if folder.resolve().is_relative_to(resolved):
            raise CannotStage(
                say("The site cannot be written to {folder}: {other} is in it.", folder=target, other=folder)
            )
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise CannotStage(
            say("The site cannot be written to {folder}: that is no ordinary folder.", folder=target)
        )
    if not target.is_dir():
        return
    visible = [entry for entry in target.iterdir() if not entry.name.startswith(".")]
    if visible and not any((target / mark).is_file() for mark in _MARKS_OF_A_SITE):
        raise CannotStage(
            say(
                "The site cannot be written to {folder}: something else is in it. "
                "Choose another folder, or empty it yourself.",
                folder=target,
            )
        )


def _take_lock(target: Path, locks: Path) -> int:
    locks.mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(str(target.resolve()).encode()).hexdigest()[:16]
    lock = os.open(locks / f"site-{name}.lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise CannotStage(
            say("Another build is writing to {folder}. Wait until it has finished.", folder=target)
        ) from None
    return lock


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system cannot (Linux 3.15 and later can)."""
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        here = ctypes.c_int(_AT_FDCWD)
        paths = os.fsencode(one), os.fsencode(other)
        return bool(libc.renameat2(here, paths[0], here, paths[1], _RENAME_EXCHANGE) == 0)
    return False
