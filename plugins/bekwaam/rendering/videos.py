"""Makes videos fit to publish: blanks where and when they were filmed, in place, and leaves the film.

What is known to belong to the film stays, and everything else becomes zeros of the same length: a
telephone may put anything in a box of its own.
"""

from __future__ import annotations

from bekwaam.diagnostics import say
from bekwaam.rendering.heic import is_heic
from bekwaam.rendering.mp4 import clean_mp4
from bekwaam.rendering.unreadable import UnreadablePictureError
from bekwaam.rendering.webm import clean_webm


def is_mp4(content: bytes) -> bool:
    """Whether a file starts as an MP4 does; photos in HEIC and AVIF start with the same word."""
    return content[4:8] == b"ftyp" and not is_heic(content) and content[8:12] not in (b"avif", b"avis")


def is_webm(content: bytes) -> bool:
    """Whether a file starts as a WebM does."""
    return content[:4] == b"\x1a\x45\xdf\xa3" and b"webm" in content[:64]


def clean(content: bytes) -> bytes:
    """The same film with nothing told about it; every byte of the film stays where it was.

    Raises:
        UnreadablePictureError: where this is no MP4 or WebM, or holds what cannot be blanked.
    """
    film = bytearray(content)
    if is_mp4(content):
        clean_mp4(film)
    elif is_webm(content):
        clean_webm(film)
    else:
        raise UnreadablePictureError(say("This is no MP4 or WebM video, whatever its name says."))
    return bytes(film)
