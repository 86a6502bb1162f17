"""Every hostile file, also some of our own, within a small process: refused or harmless, never its end."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.heic import heic

HERE = Path(__file__).parent
MEMORY, SECONDS = 3 << 29, 60
PROGRAM = """
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
from bekwaam.rendering.pictures import Pictures
from bekwaam.site.attachments import Attachments
root = Path(sys.argv[1])
shelf = Pictures(root, root.parent / "cache")
files = Attachments(root, shelf)
told = {{}}
for one in sorted(root.rglob("*")):
    name = one.relative_to(root).as_posix()
    if not one.is_dir() or one.is_symlink():
        found = shelf.prepare(name) or files.find(name)
        told[name] = None if found else shelf.unreadable[name].render()
print(json.dumps(told))
"""


def zeros(size: int) -> bytes:
    """So many zero bytes, a thousandth of their size: equal blocks, made once."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first, second = (packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    end = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    check = (size % 65521) << 16 | 1
    return b"\x78\x9c" + first + second * ((size >> 20) - 1) + end + check.to_bytes(4, "big")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*extra: bytes, side: int = 8) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    rows = zlib.compress((b"\0" + b"\x20\x80\x20" * side) * side)
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def animated(form: str, **options: object) -> bytes:
    pictures = [Image.new("RGB", (16, 16), colour) for colour in ("red", "green", "blue")]
    made = io.BytesIO()
    pictures[0].save(made, form, save_all=True, append_images=pictures[1:], **options)
    return made.getvalue()


def pdf_with_a_bomb() -> bytes:
    """Its table of places takes three gigabytes once it is unpacked."""
    packed = zeros(3 << 30)
    start = (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n"
    )
    about = b"4 0 obj\n<< /Type /XRef /Size 5 /W [1 4 1] /Root 1 0 R /Filter /FlateDecode /Length %d >>\n"
    table = about % len(packed) + b"stream\n" + packed + b"\nendstream\nendobj\n"
    return start + table + b"startxref\n%d\n%%%%EOF\n" % len(start)


def locked_pdf() -> bytes:
    made = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(made, encryption=pikepdf.Encryption(owner="a", user="b"))
    return made.getvalue()


def told_pdf() -> bytes:
    made = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Author"] = "KANARIE"
    document.save(made)
    return made.getvalue()


REFUSED = {
    "wide.gif": b"GIF89a\xff\xff\xff\xff\x80\0\0" + bytes(6) + b",\0\0\0\0\xff\xff\xff\xff\0\x02\x02D\x01\0;",
    "wide.png": png(side=8).replace(struct.pack(">II", 8, 8), struct.pack(">II", 60_000, 60_000)),
    "cut.heic": heic(Image.new("RGB", (64, 64)))[:-200],
    "bomb.heic": heic(Image.new("RGB", (64, 64)), said=(30_000, 30_000)),
    "page.png": b"<!doctype html><script>alert(1)</script>",
    "photo.jpg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "locked.pdf": locked_pdf(),
    "film.mp4": b"\0\0\0\x18ftypisom\0\0\0\0isom" + b"\0\0\0\x08free" * 200_000,
    "film.webm": b"\x1a\x45\xdf\xa3\x84webm\x18\x53\x80\x67\xff" + b"\xec\x80" * 2_100_000,
    "empty.jpg": b"",
}
HARMLESS = {
    "moving.png": animated("PNG"),
    "moving.webp": animated("WEBP"),
    "moving.gif": animated("GIF", comment=b"KANARIE"),
    "behind.png": png() + b"PK\x03\x04 KANARIE <script>",
    "told.png": png(chunk(b"tEXt", b"Author\0KANARIE"), chunk(b"eXIf", b"KANARIE")),
    "good.heic": heic(Image.new("RGB", (64, 64)), tail=b"\0\0\0\x0ffreeKANARIE"),
    "good.pdf": told_pdf(),
}
EITHER = {"table.pdf": pdf_with_a_bomb()}
"""Mended or refused: both are fine."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def told(shelf: Path) -> dict[str, str | None]:
    media = shelf / "media"
    media.mkdir()
    for name, content in {**REFUSED, **HARMLESS, **EITHER}.items():
        (media / name).write_bytes(content)
    for one in [*(HERE / "img").iterdir(), *(HERE / "docs").iterdir()]:
        (media / f"corpus-{one.name}").write_bytes(one.read_bytes())
    (media / "bomb.png").write_bytes(png(chunk(b"zTXt", b"a\0\0" + zeros(1 << 30))))
    (media / "link.png").symlink_to(HERE / "img/exif-gps.jpg")
    (media / "device.png").symlink_to("/dev/zero")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(memory=MEMORY, seconds=SECONDS), media],
        capture_output=True,
        text=True,
        timeout=3 * SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, str | None] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", [*REFUSED, "link.png", "device.png"])
def test_refused_with_a_reason(told: dict[str, str | None], name: str) -> None:
    assert told[name]


def test_what_comes_out_is_harmless(told: dict[str, str | None], shelf: Path) -> None:
    assert {one: told[one] for one in HARMLESS if told[one]} == {}
    assert told.keys() >= {f"corpus-{one.name}" for one in (HERE / "img").iterdir()}
    made = [one for one in (shelf / "cache").iterdir() if one.suffix != ".json"]
    assert made
    for one in made:
        content = one.read_bytes()
        for word in (b"KANARIE", b"<script", b"PK\x03\x04", b"Exif", b"GPS", b"Comment"):
            assert word not in content, (one.name, word)
        if one.suffix in (".webp", ".jpg"):
            with Image.open(io.BytesIO(content)) as image:
                assert getattr(image, "n_frames", 1) == 1
        else:
            assert one.suffix == ".pdf"
