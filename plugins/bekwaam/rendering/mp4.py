"""Blanks what an MP4 tells beside its film: boxes of (length, type, content), ISO/IEC 14496-12."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.rendering.unreadable import MORE_THAN_FILM, UnreadablePictureError, need

_TOP = b""
_INSIDE: dict[bytes, frozenset[bytes]] = {
    _TOP: frozenset({b"ftyp", b"styp", b"moov", b"moof", b"mdat", b"sidx", b"mfra"}),
    b"moov": frozenset({b"mvhd", b"trak", b"mvex"}),
    b"trak": frozenset({b"tkhd", b"edts", b"mdia", b"tref"}),
    b"edts": frozenset({b"elst"}),
    b"mdia": frozenset({b"mdhd", b"hdlr", b"minf", b"elng"}),
    b"minf": frozenset({b"vmhd", b"smhd", b"nmhd", b"sthd", b"dinf", b"stbl"}),
    b"dinf": frozenset({b"dref"}),
    b"stbl": frozenset({
        b"stsd", b"stts", b"ctts", b"cslg", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"stss", b"stsh",
        b"sdtp", b"sgpd", b"sbgp", b"subs", b"saiz", b"saio",
    }),
    b"mvex": frozenset({b"mehd", b"trex"}),
    b"moof": frozenset({b"mfhd", b"traf"}),
    b"traf": frozenset({b"tfhd", b"tfdt", b"trun", b"sdtp", b"sgpd", b"sbgp", b"subs", b"saiz", b"saio"}),
    b"mfra": frozenset({b"tfra", b"mfro"}),
}  # fmt: skip
"""What belongs to the film, by the box that it is in; all else is blanked."""

_TIMED = {b"mvhd", b"tkhd", b"mdhd"}
_TRACKS = {b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp"}
_OF_A_CODEC = frozenset({
    b"avcC", b"hvcC", b"av1C", b"vpcC", b"esds", b"dOps", b"dac3", b"dec3", b"dfLa", b"colr", b"pasp",
    b"btrt", b"clap", b"mdcv", b"clli", b"fiel", b"chan", b"srat",
})  # fmt: skip
_HEAD_OF_AN_ENTRY = {b"vide": 78, b"soun": 28}
"""Bytes before the first box inside the description of a picture or of a sound."""

_MOST_SAMPLES = 2_000_000
"""A film of half a day; more is made to fill a memory."""

_MOST_PARTS = 1000
_MOST_BOXES = 100_000

_Box = tuple[bytes, int, int, int]
"""Type, start, start of the content, and end."""


def clean_mp4(film: bytearray) -> None:
    """Blank in place what is not the film.

    Raises:
        UnreadablePictureError: where the file is broken, or has tracks of something else.
    """
    media: list[_Box] = []
    samples: list[tuple[int, int]] = []
    in_parts = False
    waiting: list[tuple[bytes, int, int]] = [(_TOP, 0, len(film))]
    while waiting:
        parent, first, last = waiting.pop()
        boxes = list(_boxes(film, first, last))
        for box in boxes:
            kind, _, inner, end = box
            if kind not in _INSIDE[parent]:
                _blank(film, box)
            elif kind in _INSIDE:
                waiting.append((kind, inner, end))
            elif kind in _TIMED:
                _forget_when(film, inner, end)
            elif kind == b"dref":
                _need_own_content(film, inner, end)
            media += [box] if kind == b"mdat" else []
            in_parts = in_parts or kind == b"moof"
        if parent == b"mdia":
            _clean_track(film, boxes)
        if parent == b"stbl":
            samples += _samples(film, {kind: (inner, end) for kind, _, inner, end in boxes})
    if not in_parts:
        _blank_between(film, media, samples)


def _boxes(film: bytearray, start: int, end: int) -> Iterator[_Box]:
    count = 0
    while start < end:
        count += 1
        need(count <= _MOST_BOXES and end - start >= 8)
        size, kind, head = _int(film, start, 4), bytes(film[start + 4 : start + 8]), 8
        if size == 1:
            size, head = _int(film, start + 8, 8), 16
        elif size == 0:
            size = end - start
        need(head <= size <= end - start)
        yield kind, start, start + head, start + size
        start += size


def _blank(film: bytearray, box: _Box) -> None:
    _, start, inner, end = box
    film[start + 4 : start + 8] = b"free"
    film[inner:end] = bytes(end - inner)


def _forget_when(film: bytearray, inner: int, end: int) -> None:
    stamps = 16 if film[inner : inner + 1] == b"\x01" else 8
    need(end - inner >= 4 + stamps)
    film[inner + 4 : inner + 4 + stamps] = bytes(stamps)


def _need_own_content(film: bytearray, inner: int, end: int) -> None:
    """The film lies in this file: an address of another one would tell where it was kept."""
    for _, _, content, last in _boxes(film, inner + 8, end):
        need(last - content == 4 and bool(film[content + 3] & 1))


def _clean_track(film: bytearray, boxes: list[_Box]) -> None:
    inside = {kind: (inner, end) for kind, _, inner, end in boxes}
    need(b"hdlr" in inside)
    inner, end = inside[b"hdlr"]
    need(end - inner >= 24)
    kind = bytes(film[inner + 8 : inner + 12])
    if kind not in _TRACKS:
        raise UnreadablePictureError(MORE_THAN_FILM)
    film[inner + 24 : end] = bytes(end - inner - 24)
    if b"minf" not in inside or kind not in _HEAD_OF_AN_ENTRY:
        return
    tables = {one: (start, last) for one, _, start, last in _boxes(film, *inside[b"minf"])}
    for one, _, start, last in _boxes(film, *tables.get(b"stbl", (0, 0))):
        if one == b"stsd":
            _clean_descriptions(film, start, last, kind)


def _clean_descriptions(film: bytearray, inner: int, end: int, kind: bytes) -> None:
    for _, _, content, last in _boxes(film, inner + 8, end):
        boxes = content + _HEAD_OF_AN_ENTRY[kind]
        need(boxes <= last)
        if kind == b"vide":
            film[content + 42 : content + 74] = bytes(32)  # the name of what made it
        for box in _boxes(film, boxes, last):
            if box[0] not in _OF_A_CODEC:
                _blank(film, box)


def _samples(film: bytearray, tables: dict[bytes, tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the pictures and sounds of one track lie in the file."""
    sizes = _sizes(film, tables)
    wide = 8 if b"co64" in tables else 4
    chunks = _numbers(film, tables.get(b"co64") or tables.get(b"stco"), 4, wide, 1)
    runs = _numbers(film, tables.get(b"stsc"), 4, 4, 3)
    at = 0
    for number, (first, count, _) in enumerate(runs):
        last = runs[number + 1][0] if number + 1 < len(runs) else len(chunks) + 1
        need(1 <= first <= last <= len(chunks) + 1)
        for (start,) in chunks[first - 1 : last - 1]:
            length = sum(sizes[at : at + count])
            at += count
            yield start, start + length


def _sizes(film: bytearray, tables: dict[bytes, tuple[int, int]]) -> list[int]:
    place = tables.get(b"stsz")
    need(place is not None and b"stz2" not in tables)
    assert place is not None
    need(place[1] - place[0] >= 12)
    each, count = _int(film, place[0] + 4, 4), _int(film, place[0] + 8, 4)
    if each:
        need(count <= _MOST_SAMPLES)
        return [each] * count
    return [one for (one,) in _numbers(film, place, 8, 4, 1)]


def _numbers(
    film: bytearray, place: tuple[int, int] | None, skip: int, wide: int, together: int
) -> list[tuple[int, ...]]:
    """The rows of a table: ``together`` numbers of ``wide`` bytes each."""
    need(place is not None)
    assert place is not None
    start = place[0] + skip + 4
    count = _int(film, start - 4, 4)
    need(count <= _MOST_SAMPLES and start + count * wide * together <= place[1])
    flat = [_int(film, start + one * wide, wide) for one in range(count * together)]
    return [tuple(flat[one : one + together]) for one in range(0, len(flat), together)]


def _blank_between(film: bytearray, media: list[_Box], samples: list[tuple[int, int]]) -> None:
    """What lies among the film and is no part of it: cameras in cars keep places there."""
    need(len(media) <= _MOST_PARTS and all(end <= len(film) for _, end in samples))
    ordered = sorted(samples)
    for _, _, inner, end in media:
        at = inner
        for start, last in ordered:
            if last <= at or start >= end:
                continue
            if start > at:
                film[at:start] = bytes(start - at)
            at = max(at, min(last, end))
        film[at:end] = bytes(end - at)


def _int(film: bytearray, at: int, length: int) -> int:
    need(at + length <= len(film))
    return int.from_bytes(film[at : at + length], "big")
