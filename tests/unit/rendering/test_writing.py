"""Files that appear whole."""

from pathlib import Path

import pytest

from bekwaam.rendering.writing import read_checked, write_checked, write_whole


def test_a_file_is_there_with_its_folder(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.txt", b"new")
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"new"
    assert [one.name for one in (tmp_path / "a").iterdir()] == ["b.txt"]


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["taken"]


def test_what_was_written_with_a_digest_is_read_back(tmp_path: Path) -> None:
    for content in (b"", b"one\ntwo\n", b"\n"):
        write_checked(tmp_path / "kept", content)
        assert read_checked(tmp_path / "kept") == content


@pytest.mark.parametrize("damage", [b"", b"new", b"0" * 32 + b"\nnew"])
def test_what_somebody_else_wrote_is_not(tmp_path: Path, damage: bytes) -> None:
    write_checked(tmp_path / "kept", b"new")
    (tmp_path / "kept").write_bytes(damage)
    assert read_checked(tmp_path / "kept") is None
    assert read_checked(tmp_path / "missing") is None
    assert read_checked(tmp_path) is None
