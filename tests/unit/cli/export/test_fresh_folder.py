"""A new folder is there whole or not at all."""

import os
from pathlib import Path

import click
import pytest

from bekwaam.cli.export.fresh_folder import copy_regular, fresh_folder


def test_whole(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with fresh_folder(tmp_path / "out") as new:
        (new / "file").write_text("x", encoding="utf-8")
        assert not any((tmp_path / "out").iterdir())
    assert (tmp_path / "out/file").read_text(encoding="utf-8") == "x"
    assert (tmp_path / "out").stat().st_mode & 0o77 == 0


def test_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), fresh_folder(tmp_path / "out") as new:
        (new / "file").write_text("x", encoding="utf-8")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["file", "link", "full"])
def test_no_place_for_something_new(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "out"
    if kind == "file":
        place.touch()
    elif kind == "link":
        place.symlink_to(tmp_path)
    else:
        (place / "there").mkdir(parents=True)
    with pytest.raises(click.UsageError, match="not empty"), fresh_folder(place):
        raise AssertionError
    with pytest.raises(click.UsageError, match="no folder"), fresh_folder(tmp_path / "a/b"):
        raise AssertionError


def test_only_ordinary_files_are_copied(tmp_path: Path) -> None:
    start = tmp_path / "start"
    (start / "inner").mkdir(parents=True)
    (start / ".git").mkdir()
    (start / ".git/config").touch()
    (start / "inner/photo.webp").write_bytes(b"photo")
    (start / "inner/link.webp").symlink_to("/etc/passwd")
    (start / "elsewhere").symlink_to("/etc")
    os.mkfifo(start / "pipe")
    left = copy_regular(start, tmp_path / "end")
    assert sorted(left) == ["elsewhere", "inner/link.webp", "pipe"]
    copied = [one for one in (tmp_path / "end").rglob("*") if one.is_file()]
    assert copied == [tmp_path / "end/inner/photo.webp"]
