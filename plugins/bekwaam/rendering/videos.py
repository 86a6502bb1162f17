"""Makes videos fit to publish: blanks where and when they were filmed, in place, and leaves the film."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import Message, say
from bekwaam.rendering.pictures import UnreadablePictureError

# MP4: boxes of (length, type, content); ISO/IEC 14496-12.
_INSIDE = {b"moov", b"trak", b"mdia", b"moof", b"traf", b"mvex"}
_FILM = {b"ftyp", b"styp", b"mdat", b"free", b"sidx", b"mfra"}
_TELLING = {b"udta", b"meta", b"uuid", b"Xtra", b"XMP_", b"cprt", b"ID32", b"loci", b"skip", b"prft", b"emsg"}
_TIMED = {b"mvhd", b"tkhd", b"mdhd"}
_TRACKS = {b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp"}

# WebM: elements of (id, length, content); RFC 8794 and 9559.
_EBML, _SEGMENT, _CLUSTER, _INFO, _TRACKS_ID, _TRACK = (
    0x1A45DFA3, 0x18538067, 0x1F43B675, 0x1549A966, 0x1654AE6B, 0xAE,
)  # fmt: skip
_VOID = 0xEC
_TELLING_IDS = {
    0x1254C367,  # tags
    0x1941A469,  # attached files
    0x7BA9, 0x4461, 0x7384, 0x3C83AB, 0x3E83BB,  # title, date, names of files
    0x536E,  # a track's name
    0xBF,  # a check sum, which would no longer hold
}  # fmt: skip


def is_mp4(content: bytes) -> bool:
    """Whether a file starts as an MP4 does."""
    return content[4:8] == b"ftyp" and content[8:12] != b"heic"


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
        _clean_mp4(film)
    elif is_webm(content):
        _clean_webm(film)
    else:
        raise UnreadablePictureError(say("This is no MP4 or WebM video, whatever its name says."))
    return bytes(film)


def _boxes(film: bytearray, start: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """Type, start, start of the content, and end of each box between two places."""
    while start < end:
        size, kind, head = (
            int.from_bytes(film[start : start + 4], "big"),
            bytes(film[start + 4 : start + 8]),
            8,
        )
        if size == 1:
            size, head = int.from_bytes(film[start + 8 : start + 16], "big"), 16
        elif size == 0:
            size = end - start
        _need(head <= size <= end - start)
        yield kind, start, start + head, start + size
        start += size


def _clean_mp4(film: bytearray) -> None:
    waiting = [(0, len(film), True)]
    while waiting:
        first, last, top = waiting.pop()
        for kind, start, inner, end in _boxes(film, first, last):
            if kind in _INSIDE:
                waiting.append((inner, end, False))
            elif kind in _TELLING or (top and kind not in _FILM):
                film[start + 4 : start + 8] = b"free"
                film[inner:end] = bytes(end - inner)
            elif kind in _TIMED:
                stamps = 16 if film[inner : inner + 1] == b"\x01" else 8
                _need(end - inner >= 4 + stamps)
                film[inner + 4 : inner + 4 + stamps] = bytes(stamps)
            elif kind == b"hdlr":
                _need(end - inner >= 24)
                if bytes(film[inner + 8 : inner + 12]) not in _TRACKS:
                    raise UnreadablePictureError(_too_much())
                film[inner + 24 : end] = bytes(end - inner - 24)


def _need(holds: bool) -> None:
    if not holds:
        raise UnreadablePictureError(_broken())


def _clean_webm(film: bytearray) -> None:
    at = 0
    while at < len(film):
        kind, size_at = _number(film, at, keep_mark=True)
        size, inner = _number(film, size_at, keep_mark=False)
        unknown = size == (1 << 7 * (inner - size_at)) - 1
        if kind in (_SEGMENT, _INFO, _TRACKS_ID, _TRACK) or (kind == _CLUSTER and unknown):
            at = inner
            continue
        _need(not unknown and inner + size <= len(film))
        end = inner + size
        if kind in _TELLING_IDS:
            _blank(film, at, end)
        at = end


def _number(film: bytearray, at: int, *, keep_mark: bool) -> tuple[int, int]:
    """A number that says its own length in its first bits, and where it ends."""
    first = film[at] if at < len(film) else 0
    length = 9 - first.bit_length()
    _need(bool(first) and at + length <= len(film))
    value = int.from_bytes(film[at : at + length], "big")
    return (value if keep_mark else value & ~(1 << 7 * length)), at + length


def _blank(film: bytearray, start: int, end: int) -> None:
    room = end - start
    length = (room - 9).to_bytes(8, "big") if room >= 9 else bytes((room - 2,))
    # The first bit that is set says how many bytes the length takes.
    marked = bytes((length[0] | (1 if room >= 9 else 0x80),)) + length[1:]
    film[start:end] = bytes((_VOID,)) + marked + bytes(room - 1 - len(marked))


def _broken() -> Message:
    return say("This video is broken or cut off.")


def _too_much() -> Message:
    return say(
        "This video holds more than film and sound, such as the places where it was filmed. "
        "Send it to yourself with a messaging app, which leaves that out, and use what arrives."
    )
