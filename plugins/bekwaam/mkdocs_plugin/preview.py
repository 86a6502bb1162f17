"""Keeps the pages of learners in their place while somebody writes and looks.

MkDocs empties its folder before each build of a preview. Ours lies elsewhere, with a link to it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from bekwaam.mkdocs_plugin.shelf import Note, Shelf

_OURS = "learners"


class Preview(Shelf):
    """A shelf for one run of the live server: what did not change stays where it is."""

    def __init__(self, cache: Path) -> None:
        """Make an empty folder in ``cache``; it goes away with `close`."""
        cache.mkdir(parents=True, exist_ok=True)
        self._home = TemporaryDirectory(prefix="preview-", dir=cache)
        super().__init__(Path(self._home.name))

    def open(self, site: Path, uris: Iterable[str]) -> None:
        """Let the site lead to our folder, without the learners that are not there any more."""
        pages = self._folder / _OURS
        pages.mkdir(exist_ok=True)
        known = {Path(uri).name for uri in uris}
        for entry in list(pages.iterdir()):
            if entry.is_dir() and entry.name not in known:
                shutil.rmtree(entry)
        if not (site / _OURS).is_symlink():
            (site / _OURS).symlink_to(pages)

    def take(self, name: str, uri: str, site: Path) -> Note | None:
        """The note of pages that are in their place; what is there under another name is removed."""
        known, note = self._used.get(uri, ("", {}))
        if name and known == name:
            return note
        self._used.pop(uri, None)
        shutil.rmtree(site / uri, ignore_errors=True)
        return None

    def close(self) -> None:
        """Remove everything."""
        self._home.cleanup()
