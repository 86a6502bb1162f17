"""A photo from a telephone is shown upright, and tells nothing."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from bekwaam.rendering.heic import is_heic
from bekwaam.rendering.pictures import Pictures
from bekwaam.rendering.videos import is_mp4
from tests.heic import heic

SHOWN = Image.new("RGB", (256, 128), "red")
SHOWN.paste("blue", (0, 0, 64, 128))


def place() -> bytes:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "KANARIE", "KANARIE 15"
    exif[0x0112] = 6  # a viewer of HEIC may not turn it a second time
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 13.0, 9.0), 3: "E", 4: (4.0, 24.0, 9.0)})
    return exif.tobytes()


@pytest.mark.parametrize(("turned", "blue"), [(0, "left"), (1, "bottom"), (2, "right"), (3, "top")])
def test_it_stands_upright(tmp_path: Path, turned: int, blue: str) -> None:
    (tmp_path / "photo.heic").write_bytes(heic(SHOWN, turned=turned, exif=place()))
    found = Pictures(tmp_path, tmp_path / "cache").prepare("photo.heic")
    assert found is not None
    assert (found.width, found.height) == ((256, 128) if turned % 2 == 0 else (128, 256))
    for variant in found.variants:
        content = variant.path.read_bytes()
        assert not [told for told in (b"KANARIE", b"Exif", b"GPS", b"ftyp") if told in content]
        with Image.open(io.BytesIO(content)) as image:
            assert not image.getexif()
            spots = {
                "left": (10, image.height // 2),
                "right": (image.width - 10, image.height // 2),
                "top": (image.width // 2, 10),
                "bottom": (image.width // 2, image.height - 10),
            }
            colours = {side: image.convert("RGB").getpixel(spot) for side, spot in spots.items()}
            for side, colour in colours.items():
                assert isinstance(colour, tuple)
                assert (colour[2] > 200) == (side == blue), (side, colours)


@pytest.mark.parametrize("said", [(13_000, 13_000), (60_000, 60_000)])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, said: tuple[int, int]) -> None:
    (tmp_path / "bomb.heic").write_bytes(heic(SHOWN, said=said))
    shelf = Pictures(tmp_path, tmp_path / "cache")
    assert shelf.prepare("bomb.heic") is None
    assert "million pixels" in shelf.unreadable["bomb.heic"].render()


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    whole = heic(SHOWN)
    shelf = Pictures(tmp_path, tmp_path / "cache")
    for name, content in (("cut", whole[:-400]), ("head", whole[:16]), ("lies", heic(SHOWN, said=(2, 2)))):
        (tmp_path / name).write_bytes(content)
        assert shelf.prepare(name) is None
        assert "HEIC" in shelf.unreadable[name].render()


def test_what_comes_behind_it_is_gone(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(heic(SHOWN, tail=b"\0\0\0\x10freeKANARIEPK\x03\x04"))
    found = Pictures(tmp_path, tmp_path / "cache").prepare("photo.jpg")  # by content, not by name
    assert found is not None
    assert not any(b"KANARIE" in one.path.read_bytes() for one in found.variants)


def test_a_photo_is_no_film() -> None:
    whole = heic(SHOWN)
    assert is_heic(whole)
    assert not is_mp4(whole)
    assert not is_mp4(b"\0\0\0\x14ftypavif\0\0\0\0mif1")
    assert not is_heic(b"\0\0\0\x14ftypisom\0\0\0\0isom")
