"""Blanks what a WebM tells beside its film: elements of (id, length, content), RFC 8794 and 9559."""

from __future__ import annotations

from bekwaam.rendering.unreadable import MORE_THAN_FILM, UnreadablePictureError, need

_VOID = 0xEC
_TOP, _SEGMENT, _INFO, _TRACKS, _TRACK, _CLUSTER, _GROUP = (
    0, 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0x1F43B675, 0xA0,
)  # fmt: skip
_INSIDE: dict[int, frozenset[int]] = {
    _TOP: frozenset({0x1A45DFA3, _SEGMENT}),
    # Where things are, the tracks, the film, and an index of it.
    _SEGMENT: frozenset({0x114D9B74, _INFO, _TRACKS, _CLUSTER, 0x1C53BB6B}),
    # How time counts, and how long the film is.
    _INFO: frozenset({0x2AD7B1, 0x4489, 0x4D80, 0x5741}),
    _TRACKS: frozenset({_TRACK}),
    # Numbers, flags, language, codec, and how pictures and sound are.
    _TRACK: frozenset({
        0xD7, 0x73C5, 0x83, 0xB9, 0x88, 0x55AA, 0x9C, 0x6DE7, 0x6DF8, 0x23E383, 0x55EE, 0x22B59C, 0x22B59D,
        0x86, 0x63A2, 0x56AA, 0x56BB, 0xE0, 0xE1, 0x6D80,
    }),
    # When, and the pictures and sounds themselves.
    _CLUSTER: frozenset({0xE7, 0xA7, 0xAB, 0xA3, _GROUP}),
    _GROUP: frozenset({0xA1, 0x9B, 0xFB, 0xFD, 0x75A2, 0x75A1}),
}  # fmt: skip
"""What belongs to the film, by the element that it is in; all else is blanked."""

_EMPTIED = {0x4D80, 0x5741}
"""The names of the programs that wrote the file: they have to be there, but may be empty."""

_TYPE_OF_TRACK = 0x83
_TYPES = {1, 2, 17}
"""Pictures, sound, subtitles."""

_MOST_ELEMENTS = 2_000_000
"""Those of a film of many hours; more is made to take long."""

_Open = tuple[int, int]
"""An element that is being looked into, and where it ends."""


def clean_webm(film: bytearray) -> None:
    """Blank in place what is not the film.

    Raises:
        UnreadablePictureError: where the file is broken, or has tracks of something else.
    """
    at = 0
    inside: list[_Open] = [(_TOP, len(film))]
    for _ in range(_MOST_ELEMENTS):
        while len(inside) > 1 and at >= inside[-1][1]:
            inside.pop()
        if at >= len(film):
            return
        kind, size_at = _number(film, at, keep_mark=True)
        size, inner = _number(film, size_at, keep_mark=False)
        unknown = size == (1 << 7 * (inner - size_at)) - 1
        if unknown:
            need(kind in (_SEGMENT, _CLUSTER))
            # It lasts until something comes that has no place in it.
            while len(inside) > 1 and kind not in _INSIDE[inside[-1][0]]:
                inside.pop()
            inside.append((kind, inside[-1][1]))
            at = inner
            continue
        end = inner + size
        if inside[-1][0] == _CLUSTER and kind in _INSIDE[_SEGMENT]:
            inside.pop()
        need(end <= inside[-1][1])
        if kind not in _INSIDE[inside[-1][0]]:
            _blank(film, at, end)
        elif kind in _INSIDE:
            inside.append((kind, end))
            at = inner
            continue
        elif kind in _EMPTIED:
            film[inner:end] = bytes(size)
        elif kind == _TYPE_OF_TRACK and int.from_bytes(film[inner:end], "big") not in _TYPES:
            raise UnreadablePictureError(MORE_THAN_FILM)
        at = end
    need(False)


def _number(film: bytearray, at: int, *, keep_mark: bool) -> tuple[int, int]:
    """A number that says its own length in its first bits, and where it ends."""
    first = film[at] if at < len(film) else 0
    length = 9 - first.bit_length()
    need(bool(first) and at + length <= len(film))
    value = int.from_bytes(film[at : at + length], "big")
    return (value if keep_mark else value & ~(1 << 7 * length)), at + length


def _blank(film: bytearray, start: int, end: int) -> None:
    room = end - start
    length = (room - 9).to_bytes(8, "big") if room >= 9 else bytes((room - 2,))
    # The first bit that is set says how many bytes the length takes.
    marked = bytes((length[0] | (1 if room >= 9 else 0x80),)) + length[1:]
    film[start:end] = bytes((_VOID,)) + marked + bytes(room - 1 - len(marked))
