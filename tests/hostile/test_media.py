"""Hostile files as media: made harmless, or refused, in time and within memory."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from bekwaam.rendering.pictures import Pictures
from bekwaam.site.attachments import Attachments

HERE = Path(__file__).parent
TOLD = (b"GPS", b"Exif", b"http", b"<html", b"<script", b"PK\x03\x04", b"Photoshop", b"xmp")


def pictures(root: Path, tmp_path: Path) -> Pictures:
    return Pictures(root, tmp_path / "cache")


@pytest.mark.parametrize(
    "name",
    ["exif-gps.jpg", "gif-frames.gif", "jpg-trailing-zip.jpg", "png-text-exif.png", "polyglot-jpg-html.jpg",
     "webp-exif.webp"],
)  # fmt: skip
def test_pictures_are_made_anew(name: str, tmp_path: Path) -> None:
    found = pictures(HERE / "img", tmp_path).prepare(name)
    assert found is not None
    for variant in found.variants:
        content = variant.path.read_bytes()
        assert not [told for told in TOLD if told in content], variant.name
        with Image.open(io.BytesIO(content)) as image:
            assert not image.getexif()
            assert getattr(image, "n_frames", 1) == 1


def test_a_photo_stands_upright(tmp_path: Path) -> None:
    with Image.open(HERE / "img" / "exif-gps.jpg") as original:
        width, height = original.size
    found = pictures(HERE / "img", tmp_path).prepare("exif-gps.jpg")
    assert found is not None
    assert (found.width < found.height) == (height < width)


@pytest.mark.parametrize("name", ["eps-as-jpg.jpg", "xxe.svg"])
def test_what_is_no_picture_is_refused(name: str, tmp_path: Path) -> None:
    shelf = pictures(HERE / "img", tmp_path)
    assert shelf.prepare(name) is None
    assert shelf.unreadable[name].render()


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    side = 13_000
    packer = zlib.compressobj(1)
    row = b"\0" + bytes(side * 3)
    rows = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    (tmp_path / "bomb.png").write_bytes(bomb)
    shelf = pictures(tmp_path, tmp_path)
    assert shelf.prepare("bomb.png") is None
    assert "pixels" in shelf.unreadable["bomb.png"].render()


def test_a_pdf_loses_what_runs_and_tells(tmp_path: Path) -> None:
    shelf = pictures(HERE / "docs", tmp_path)
    found = Attachments(HERE / "docs", shelf).find("js-launch-attach.pdf")
    if found is None:  # too broken to be mended is fine as well
        assert shelf.unreadable
        return
    content = found.path.read_bytes()
    for told in (b"JavaScript", b"Launch", b"EmbeddedFile", b"Author"):
        assert told not in content


@pytest.mark.parametrize("name", ["author-exttemplate.docx", "polyglot-pdf-html.pdf", "truncated.pdf"])
def test_other_documents_are_refused(name: str, tmp_path: Path) -> None:
    shelf = pictures(HERE / "docs", tmp_path)
    assert Attachments(HERE / "docs", shelf).find(name) is None
    assert shelf.unreadable[name].render()
