"""Files of evidence that are no pictures: which may be published, how, and under which name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bekwaam.diagnostics import Message, say
from bekwaam.rendering import documents, videos
from bekwaam.rendering.pictures import Pictures, read
from bekwaam.rendering.unreadable import UnreadablePictureError
from bekwaam.rendering.writing import write_whole

_RECIPE = 2
"""Goes up when the same file should come out otherwise, so that older ones are not used again."""

_MAX_BYTES = 200_000_000

_CLEAN: dict[str, Callable[[bytes], bytes]] = {
    "pdf": documents.clean_apart,
    "mp4": videos.clean,
    "webm": videos.clean,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file to copy; ``name`` tells nothing of the original's, nor does the file at ``path``."""

    name: str
    ending: str
    path: Path

    @property
    def video(self) -> bool:
        """Whether a browser can play it in the page."""
        return self.ending != "pdf"


class Attachments:
    """Cleans files below ``root``, the folder of records, and keeps them beside the pictures."""

    def __init__(self, root: Path, pictures: Pictures) -> None:
        """Nothing is read yet."""
        self._root = root
        self._cache = pictures.cache
        self._unreadable = pictures.unreadable
        self._known: dict[str, Attachment | None] = {}

    def find(self, source: str) -> Attachment | None:
        """The file at ``source``, relative to the root; None where it may not be published.

        Why it may not then stands in ``unreadable`` of the pictures.
        """
        if source not in self._known:
            try:
                self._known[source] = self._find(source)
            except UnreadablePictureError as reason:
                self._unreadable[source] = reason.args[0]
                self._known[source] = None
        return self._known[source]

    def _find(self, source: str) -> Attachment:
        content = read(self._root, source, _MAX_BYTES)
        ending = _type_of(content)
        # A name that says otherwise would have been judged by it: as a video that shows no names.
        if ending is None or not source.lower().endswith(f".{ending}"):
            raise UnreadablePictureError(_refusal(source))
        stem = hashlib.sha256(f"{_RECIPE} ".encode() + content).hexdigest()[:16]
        path = self._cache / f"{stem}.{ending}"
        if not path.is_file():
            write_whole(path, _CLEAN[ending](content))
        return Attachment(name=path.name, ending=ending, path=path)


def _type_of(content: bytes) -> str | None:
    """What a file is by its first bytes, whatever it is called."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    if videos.is_mp4(content):
        return "mp4"
    return "webm" if videos.is_webm(content) else None


def _refusal(source: str) -> Message:
    if source.lower().endswith((".mov", ".m4v", ".avi", ".mkv", ".3gp")):
        return say("Only MP4 and WebM videos are shown. Save the video as MP4.")
    return say("Only pictures, PDFs, and MP4 or WebM videos are shown. Save the file as a PDF.")
