"""Of an MP4 the film stays, to the last sound, and nothing else that it holds."""

from __future__ import annotations

import pytest

from bekwaam.rendering.unreadable import UnreadablePictureError
from bekwaam.rendering.videos import clean
from tests.films import PLACE, film, seen, told

FRAGMENTS = {"movflags": "frag_keyframe+empty_moov+use_metadata_tags"}
SECRET = b"freeGPS +51.2194+004.4025/ KANARIE "


def box(kind: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + kind + content


@pytest.fixture(scope="module")
def plain() -> bytes:
    return film("mp4")


@pytest.mark.parametrize("options", [None, FRAGMENTS], ids=["whole", "fragments"])
def test_a_real_film_tells_nothing(options: dict[str, str] | None) -> None:
    original = film("mp4", options)
    assert PLACE.encode() in original
    cleaned = clean(original)
    assert len(cleaned) == len(original)
    assert seen(cleaned) == seen(original) != []
    for one in (b"KANARIE", PLACE.encode(), b"51.2194"):
        assert one not in cleaned
    told_now = {
        key: value for key, value in told(cleaned).items() if "brand" not in key and "version" not in key
    }
    assert set(told_now.values()) <= {"und"}


@pytest.mark.parametrize("kind", [b"free", b"skip", b"gps ", b"uuid", b"SEFT", b"XXXX"])
def test_boxes_that_are_no_film(plain: bytes, kind: bytes) -> None:
    cleaned = clean(plain + box(kind, SECRET))
    assert b"KANARIE" not in cleaned
    assert seen(cleaned) == seen(plain)


def test_boxes_inside(plain: bytes) -> None:
    at = plain.index(b"moov") - 4
    size = int.from_bytes(plain[at : at + 4], "big")
    extra = box(b"gps ", SECRET) + box(b"\xa9xyz", SECRET)
    assert at + size == len(plain)  # the tables stand behind the film, so nothing moves
    grown = plain[:at] + (size + len(extra)).to_bytes(4, "big") + plain[at + 4 :] + extra
    cleaned = clean(grown)
    assert b"KANARIE" not in cleaned
    assert seen(cleaned) == seen(plain)


def test_what_lies_between_the_pictures(plain: bytes) -> None:
    """Cameras in cars write places among the film, where no table points."""
    at = plain.index(b"mdat") - 4
    size = int.from_bytes(plain[at : at + 4], "big")
    end = at + size
    grown = plain[:at] + (size + len(SECRET)).to_bytes(4, "big") + plain[at + 4 : end] + SECRET + plain[end:]
    cleaned = clean(grown)
    assert b"KANARIE" not in cleaned
    assert seen(cleaned) == seen(plain)


@pytest.mark.parametrize("tail", [b"PK\x03\x04 a file behind it", b"\0\0\0\x09mdat", b"<html>"])
def test_what_is_no_box_is_refused(plain: bytes, tail: bytes) -> None:
    with pytest.raises(UnreadablePictureError, match="broken"):
        clean(plain + tail)


def test_a_film_that_is_kept_elsewhere_is_refused(plain: bytes) -> None:
    at = plain.index(b"url \0\0\0\1")
    with pytest.raises(UnreadablePictureError, match="broken"):
        clean(plain[: at + 7] + b"\0" + plain[at + 8 :])


def test_tables_that_lie_take_no_memory(plain: bytes) -> None:
    at = plain.index(b"stsz") + 8
    lying = plain[:at] + b"\0\0\0\1" + b"\xff\xff\xff\xff" + plain[at + 8 :]
    with pytest.raises(UnreadablePictureError, match="broken"):
        clean(lying)
