"""Reads HEIC, in which telephones save photos; only the picture comes out of it."""

from __future__ import annotations

import io

import pi_heif

from bekwaam.diagnostics import say
from bekwaam.rendering.apart import TOO_MUCH, ApartFailed, apart
from bekwaam.rendering.unreadable import MAX_PIXELS, TOO_MANY_PIXELS, UnreadablePictureError

_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1")

_BROKEN = say("This HEIC photo cannot be read. Save it as JPEG.")
REFUSALS = (_BROKEN, TOO_MANY_PIXELS)
"""Why `clean` gives nothing."""


def is_heic(content: bytes) -> bool:
    """Whether a file starts as a HEIC photo does; films start with the same word."""
    return content[4:8] == b"ftyp" and content[8:12] in _BRANDS


def decode(content: bytes) -> bytes:
    """The photo, upright, as a PPM; worked out in a process of its own.

    Raises:
        UnreadablePictureError: where this gives no picture.
    """
    try:
        return apart("heic", content)
    except ApartFailed as failed:
        reason = TOO_MUCH if failed.refusal is None else REFUSALS[failed.refusal]
        raise UnreadablePictureError(reason) from None


def clean(content: bytes) -> bytes:
    """The photo as a PPM, in which there is room for nothing else.

    Depth maps, small copies, films and metadata that telephones add are not even read.

    Raises:
        UnreadablePictureError: with one of `REFUSALS`.
    """
    pi_heif.options.THUMBNAILS = False
    pi_heif.options.DEPTH_IMAGES = False
    pi_heif.options.AUX_IMAGES = False
    try:
        photo = pi_heif.open_heif(io.BytesIO(content), bgr_mode=False)
        width, height = photo.size
        if width * height > MAX_PIXELS:
            raise UnreadablePictureError(TOO_MANY_PIXELS)
        # The decoder has turned it already, as the photo's own properties say.
        made = io.BytesIO()
        photo.to_pillow().convert("RGB").save(made, "PPM")
    except (UnreadablePictureError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - decoders raise whatever they stumble over
        raise UnreadablePictureError(_BROKEN) from None
    return made.getvalue()
