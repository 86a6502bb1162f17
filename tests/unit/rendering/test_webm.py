"""Of a WebM the film stays, to the last sound, and nothing else that it holds."""

from __future__ import annotations

import pytest

from bekwaam.rendering.unreadable import UnreadablePictureError
from bekwaam.rendering.videos import clean
from tests.films import PLACE, film, seen, told

SECRET = b"KANARIE +51.2194+004.4025/"


def element(id_: str, content: bytes) -> bytes:
    return bytes.fromhex(id_) + bytes((0x01,)) + len(content).to_bytes(7, "big") + content


@pytest.fixture(scope="module")
def live() -> bytes:
    """Of unknown length, so that more may come."""
    return film("webm", {"live": "1"})


@pytest.mark.parametrize("options", [None, {"live": "1"}], ids=["whole", "live"])
def test_a_real_film_tells_nothing(options: dict[str, str] | None) -> None:
    original = film("webm", options)
    assert b"KANARIE" in original
    cleaned = clean(original)
    assert len(cleaned) == len(original)
    assert seen(cleaned) == seen(original) != []
    for one in (b"KANARIE", PLACE.encode(), b"Lavf"):
        assert one not in cleaned
    assert {value for key, value in told(cleaned).items() if "DURATION" not in key} <= {"", "eng", "und"}


@pytest.mark.parametrize(
    "id_",
    ["ec", "1254c367", "1043a770", "1941a469", "4fff"],
    ids=["void", "tags", "chapters", "files", "unknown"],
)
def test_elements_that_are_no_film(live: bytes, id_: str) -> None:
    cleaned = clean(live + element(id_, SECRET))
    assert b"KANARIE" not in cleaned
    assert seen(cleaned) == seen(live)


def test_a_track_of_something_else_is_refused() -> None:
    head = element("1a45dfa3", element("4282", b"webm"))
    track = element("1654ae6b", element("ae", element("83", b"\x21")))
    with pytest.raises(UnreadablePictureError, match="messaging app"):
        clean(head + element("18538067", track))


def test_what_is_no_element_is_refused() -> None:
    whole = film("webm")
    with pytest.raises(UnreadablePictureError, match="broken"):
        clean(whole + b"\0PK\x03\x04")
