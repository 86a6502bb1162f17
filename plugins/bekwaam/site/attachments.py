"""Files of evidence that are no pictures: which may be published, and under which name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_ENDINGS = frozenset(
    {"csv", "doc", "docx", "m4a", "md", "mp3", "mp4", "odp", "ods", "odt", "ogg", "opus", "pdf"}
    | {"ppt", "pptx", "rtf", "txt", "wav", "webm", "xls", "xlsx", "zip"}
)
"""Endings that a browser downloads or plays; all others could run as a page of this site."""

_VIDEOS = frozenset({"mp4", "webm"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file to copy; ``name`` tells nothing of the original's."""

    name: str
    ending: str
    path: Path

    @property
    def video(self) -> bool:
        """Whether a browser can play it in the page."""
        return self.ending in _VIDEOS


class Attachments:
    """Finds files below ``root``, the folder of records."""

    def __init__(self, root: Path) -> None:
        """Nothing is read yet."""
        self._root = root.resolve()
        self._known: dict[str, Attachment | None] = {}

    def find(self, source: str) -> Attachment | None:
        """The file at ``source``, relative to the root; None where it may not be published."""
        if source not in self._known:
            self._known[source] = self._find(source)
        return self._known[source]

    def _find(self, source: str) -> Attachment | None:
        pure = PurePosixPath(source)
        ending = pure.suffix[1:].lower()
        if ending not in _ENDINGS or pure.is_absolute() or ".." in pure.parts or "\0" in source:
            return None
        path = self._root.joinpath(*pure.parts)
        # A link in the folder, or a folder that is one, could lead to any file of the machine.
        if not path.is_file() or path.resolve() != path:
            return None
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
        return Attachment(name=f"{digest}.{ending}", ending=ending, path=path)
