"""Pictures fit to publish."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from bekwaam.rendering.pictures import Pictures


def make(
    folder: Path, name: str, size: tuple[int, int] = (1600, 900), mode: str = "RGB", **options: Any
) -> None:
    Image.new(mode, size).save(folder / name, **options)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "portfolios"
    folder.mkdir()
    return folder


@pytest.fixture
def pictures(root: Path, tmp_path: Path) -> Pictures:
    return Pictures(root, tmp_path / "cache")


def sizes(pictures: Pictures, source: str) -> list[tuple[str, int, int]]:
    picture = pictures.prepare(source)
    assert picture is not None, pictures.unreadable[source].render()
    return [(one.mime, one.width, one.height) for one in picture.variants]


def test_a_large_picture_gets_two_sizes_for_the_site_and_one_for_print(
    root: Path, pictures: Pictures
) -> None:
    make(root, "a.jpg")
    assert sizes(pictures, "a.jpg") == [
        ("image/webp", 480, 270),
        ("image/webp", 1200, 675),
        ("image/jpeg", 1200, 675),
    ]


def test_a_small_picture_is_never_made_larger(root: Path, pictures: Pictures) -> None:
    make(root, "a.png", (100, 50))
    assert sizes(pictures, "a.png") == [("image/webp", 100, 50), ("image/jpeg", 100, 50)]


def test_a_tower_is_not_as_high_as_it_wants(root: Path, pictures: Pictures) -> None:
    make(root, "a.png", (100, 5000))
    assert max(height for _, _, height in sizes(pictures, "a.png")) <= 2400


def test_metadata_stays_behind_and_the_picture_stands_upright(root: Path, pictures: Pictures) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "CANARY"
    make(root, "a.jpg", (400, 200), exif=exif.tobytes(), comment=b"CANARY")
    assert sizes(pictures, "a.jpg")[0] == ("image/webp", 200, 400)
    picture = pictures.prepare("a.jpg")
    assert picture is not None
    for variant in picture.variants:
        assert b"CANARY" not in variant.path.read_bytes()
        with Image.open(variant.path) as image:
            assert not image.getexif()


def test_what_follows_a_picture_in_its_file_is_not_published(root: Path, pictures: Pictures) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (10, 10)).save(buffer, "JPEG")
    (root / "a.jpg").write_bytes(buffer.getvalue() + b"CANARY")
    picture = pictures.prepare("a.jpg")
    assert picture is not None
    assert all(b"CANARY" not in one.path.read_bytes() for one in picture.variants)


@pytest.mark.parametrize(
    ("mode", "ending"), [("RGBA", "png"), ("P", "gif"), ("CMYK", "jpg"), ("LA", "png"), ("1", "png")]
)
def test_every_kind_of_colour_becomes_an_ordinary_picture(
    root: Path, pictures: Pictures, mode: str, ending: str
) -> None:
    make(root, f"a.{ending}", (20, 20), mode)
    assert sizes(pictures, f"a.{ending}")[-1] == ("image/jpeg", 20, 20)


def test_transparent_becomes_white(root: Path, pictures: Pictures) -> None:
    make(root, "a.png", (20, 20), "RGBA")
    picture = pictures.prepare("a.png")
    assert picture is not None
    with Image.open(picture.variants[-1].path) as image:
        assert image.getpixel((5, 5)) == (255, 255, 255)


def test_names_tell_nothing_of_the_original(root: Path, pictures: Pictures) -> None:
    make(root, "anna-peeters-thuis.jpg")
    picture = pictures.prepare("anna-peeters-thuis.jpg")
    assert picture is not None
    assert all("anna" not in one.name for one in picture.variants)


def test_the_same_content_is_prepared_once(root: Path, tmp_path: Path) -> None:
    make(root, "a.png", (20, 20))
    (root / "b.png").write_bytes((root / "a.png").read_bytes())
    first = Pictures(root, tmp_path / "cache").prepare("a.png")
    again = Pictures(root, tmp_path / "cache").prepare("b.png")
    assert first == again


def test_a_cache_that_lost_a_file_is_mended(root: Path, tmp_path: Path) -> None:
    make(root, "a.png", (20, 20))
    first = Pictures(root, tmp_path / "cache").prepare("a.png")
    assert first is not None
    first.variants[0].path.unlink()
    assert Pictures(root, tmp_path / "cache").prepare("a.png") == first
    assert first.variants[0].path.is_file()


def entry_of(cache: Path) -> tuple[Path, Any]:
    [path] = cache.glob("*.json")
    return path, json.loads(path.read_text())


@pytest.mark.parametrize(
    "entry",
    [
        [],
        {},
        {"recipe": 2, "variants": 5},
        {"recipe": 2, "variants": [["x"]]},
        {"recipe": 2, "variants": [["x.webp", "a", "b", "image/webp"]]},
        {"recipe": 2, "variants": []},
        {"recipe": 2, "variants": [["x.webp", float("inf"), 1, "image/webp"]]},
    ],
)
def test_an_entry_of_the_cache_that_makes_no_sense_is_made_again(
    root: Path, tmp_path: Path, entry: object
) -> None:
    make(root, "a.png", (20, 20))
    cache = tmp_path / "cache"
    first = Pictures(root, cache).prepare("a.png")
    path, _ = entry_of(cache)
    path.write_text(json.dumps(entry))
    assert Pictures(root, cache).prepare("a.png") == first
    assert entry_of(cache)[1] != entry


def test_a_cache_that_somebody_made_leads_to_no_other_file(root: Path, tmp_path: Path) -> None:
    make(root, "a.png", (20, 20))
    (root / "secret.webp").write_bytes(b"CANARY")
    cache = tmp_path / "cache"
    first = Pictures(root, cache).prepare("a.png")
    assert first is not None
    path, entry = entry_of(cache)
    changed = [["../portfolios/secret.webp", *entry["variants"][0][1:]], *entry["variants"][1:]]
    path.write_text(json.dumps({**entry, "variants": changed}))
    assert Pictures(root, cache).prepare("a.png") == first
    first.variants[0].path.unlink()
    first.variants[0].path.symlink_to(root / "secret.webp")
    assert Pictures(root, cache).prepare("a.png") == first
    assert not first.variants[0].path.is_symlink()
    assert (root / "secret.webp").read_bytes() == b"CANARY"


@pytest.mark.parametrize("turned", [1, 6])
@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (1300, 6000), (1201, 900)])
def test_a_photo_that_is_decoded_small_looks_the_same(
    root: Path, pictures: Pictures, size: tuple[int, int], turned: int
) -> None:
    photo = Image.effect_mandelbrot(size, (-2, -1.5, 1, 1.5), 40).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = turned
    photo.save(root / "a.jpg", quality=95, exif=exif.tobytes())
    picture = pictures.prepare("a.jpg")
    assert picture is not None
    upright = photo.transpose(Image.Transpose.ROTATE_270) if turned == 6 else photo
    for variant in picture.variants:
        wanted = upright.resize((variant.width, variant.height), Image.Resampling.LANCZOS)
        with Image.open(variant.path) as made:
            assert made.size == wanted.size
            difference = ImageStat.Stat(ImageChops.difference(made.convert("RGB"), wanted))
        assert max(difference.mean) < 6


def test_a_large_photo_is_not_decoded_whole(
    root: Path, pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(root, "a.jpg", (4032, 3024))
    decoded: list[tuple[int, int]] = []
    resize = Image.Image.resize

    def noted(image: Image.Image, *arguments: Any, **options: Any) -> Image.Image:
        decoded.append(image.size)
        return resize(image, *arguments, **options)

    monkeypatch.setattr(Image.Image, "resize", noted)
    assert [width for _, width, _ in sizes(pictures, "a.jpg")] == [480, 1200, 1200]
    assert decoded == [(2016, 1512), (1200, 900)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", b"%!PS-Adobe EPSF"),
        ("a.svg", b"<svg/>"),
        ("a.jpg", b""),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0"),
    ],
)
def test_a_file_that_is_no_picture_says_so(root: Path, pictures: Pictures, name: str, content: bytes) -> None:
    (root / name).write_bytes(content)
    assert pictures.prepare(name) is None
    assert "JPEG" in pictures.unreadable[name].render()


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_decoded(
    root: Path, pictures: Pictures
) -> None:
    make(root, "bomb.png", (9000, 9000), "1")
    assert pictures.prepare("bomb.png") is None
    assert "million pixels" in pictures.unreadable["bomb.png"].render()


@pytest.mark.parametrize(
    "source", ["../outside.png", "/etc/hostname", "", ".", "a\0b.png", "x/../../outside.png"]
)
def test_nothing_outside_the_folder_is_read(root: Path, pictures: Pictures, source: str) -> None:
    make(root.parent, "outside.png", (10, 10))
    assert pictures.prepare(source) is None


def test_links_and_pipes_are_not_followed(root: Path, pictures: Pictures) -> None:
    make(root.parent, "outside.png", (10, 10))
    (root / "link.png").symlink_to(root.parent / "outside.png")
    make(root, "inside.png", (10, 10))
    (root / "inner-link.png").symlink_to(root / "inside.png")
    os.mkfifo(root / "pipe.png")
    for source in ("link.png", "inner-link.png", "pipe.png", "missing.png"):
        assert pictures.prepare(source) is None, source
