"""A published video tells nothing but its film."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bekwaam.rendering.unreadable import UnreadablePictureError
from bekwaam.rendering.videos import clean

GPS = b"+51.2194+004.4025/"
FTYP = b"\x00\x00\x00\x14ftypmp42\x00\x00\x00\x00isom"


def box(kind: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + kind + content


def handler(kind: bytes) -> bytes:
    return box(b"hdlr", bytes(8) + kind + bytes(12) + b"KANARIE\0")


def mp4(track: bytes = b"vide") -> bytes:
    header = box(b"mvhd", bytes(4) + b"TIMETIME" + b"\0\0\3\xe8" + bytes(84))
    media = box(b"mdia", box(b"mdhd", bytes(4) + b"TIMETIME" + bytes(12)) + handler(track))
    told = box(b"udta", box(b"\xa9xyz", b"\0\x12\0\0" + GPS))
    # One sample of four bytes, in one chunk, straight behind the first two boxes.
    tables = box(b"stsz", bytes(7) + b"\4" + b"\0\0\0\1") + box(b"stsc", bytes(7) + b"\1" + b"\0\0\0\1" * 3)
    tables += box(b"stco", bytes(7) + b"\1" + (len(FTYP) + 8).to_bytes(4, "big"))
    media = box(b"mdia", media[8:] + box(b"minf", box(b"stbl", tables)))
    return (
        FTYP + box(b"mdat", b"FILM") + box(b"moov", header + box(b"trak", media) + told) + box(b"XMP_", GPS)
    )


def element(id_: str, content: bytes) -> bytes:
    return bytes.fromhex(id_) + bytes((0x01,)) + len(content).to_bytes(7, "big") + content


def webm(size_of_segment: bytes | None = None) -> bytes:
    head = element("1a45dfa3", element("4282", b"webm"))
    info = element("1549a966", element("7ba9", b"KANARIE") + b"\x44\x61\x88TIMETIME")
    track = element("1654ae6b", element("ae", element("536e", b"KANARIE")))
    inside = info + track + element("1254c367", GPS) + element("1f43b675", b"\xa3\x84FILM")
    if size_of_segment is None:
        return head + element("18538067", inside)
    return head + bytes.fromhex("18538067") + size_of_segment + inside


@pytest.mark.parametrize("film", [mp4(), mp4(b"soun"), webm(), webm(b"\xff"), webm(b"\x01" + b"\xff" * 7)])
def test_the_film_stays_and_the_rest_goes(film: bytes) -> None:
    cleaned = clean(film)
    assert len(cleaned) == len(film)
    assert cleaned.index(b"FILM") == film.index(b"FILM")
    for told in (GPS, b"KANARIE", b"TIMETIME"):
        assert told not in cleaned


def test_a_track_of_places_is_refused() -> None:
    with pytest.raises(UnreadablePictureError, match="messaging app"):
        clean(mp4(b"meta"))


@pytest.mark.parametrize("film", [mp4()[:-3], webm()[:-3], b"", b"<html>", FTYP + b"\0\0\0\1", webm()[:70]])
def test_broken_ones_are_refused(film: bytes) -> None:
    with pytest.raises(UnreadablePictureError):
        clean(film)


@given(film=st.sampled_from([mp4(), webm(), webm(b"\xff")]), cut=st.data())
def test_whatever_is_wrong_with_it_comes_out_whole_or_not_at_all(film: bytes, cut: st.DataObject) -> None:
    changed = bytearray(film)
    for at in cut.draw(st.lists(st.integers(0, len(film) - 1), max_size=4)):
        changed[at] = cut.draw(st.integers(0, 255))
    try:
        cleaned = clean(bytes(changed))
    except UnreadablePictureError:
        return
    assert len(cleaned) == len(changed)
