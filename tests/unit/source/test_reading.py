"""Bytes of one file to data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bekwaam.diagnostics import At, Location
from bekwaam.model.kinds import Kind
from bekwaam.source import MAX_BYTES, SourceFile, locate_all, read, read_bytes

FILE = SourceFile(path="people/x.yml", kind=Kind.PERSON, id="x")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "people").mkdir()
    return tmp_path


def codes(root: Path) -> list[str]:
    data, _, diagnostics, _ = read(root, FILE)
    assert data is None
    assert all(d.path == "people/x.yml" and d.hint for d in diagnostics)
    return [diagnostic.code for diagnostic in diagnostics]


def test_a_good_file(root: Path) -> None:
    (root / "people/x.yml").write_bytes(b"\xef\xbb\xbfname: Zo\xc3\xab\r\n")
    assert read(root, FILE)[:3] == ({"name": "Zoë"}, "name: Zoë\r\n", ())


def test_the_digest_is_of_the_bytes(root: Path) -> None:
    digests = []
    for content in (b"name: Zoe\n", b"\xef\xbb\xbfname: Zoe\n", b"name: [", b"\xff"):
        (root / "people/x.yml").write_bytes(content)
        digests.append(read(root, FILE).digest)
    (root / "people/x.yml").unlink()
    digests.append(read(root, FILE).digest)
    assert len(set(digests)) == len(digests)


def test_findings_come_with_the_text(root: Path) -> None:
    (root / "people/x.yml").write_bytes(b"a: 1\na: 2\n")
    reading = read(root, FILE)
    assert reading.text == "a: 1\na: 2\n"
    assert [diagnostic.code for diagnostic in reading.diagnostics] == ["E106"]


def test_a_file_that_is_gone(root: Path) -> None:
    assert codes(root) == ["E117"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(root: Path) -> None:
    (root / "people/x.yml").touch(mode=0)
    assert codes(root) == ["E117"]


def test_what_is_no_file_is_never_opened(root: Path) -> None:
    path = root / "people/x.yml"
    path.symlink_to("/etc/hostname")
    assert codes(root) == ["E116"]
    path.unlink()
    os.mkfifo(path)
    assert codes(root) == ["E116"]
    path.unlink()
    path.mkdir()
    assert codes(root) == ["E116"]


def test_size(root: Path) -> None:
    path = root / "people/x.yml"
    filling = b"a: b #"
    path.write_bytes(filling.ljust(MAX_BYTES, b"x"))
    assert read(root, FILE).data == {"a": "b"}
    path.write_bytes(filling.ljust(MAX_BYTES + 1, b"x"))
    assert codes(root) == ["E103"]


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"name: Zo\xeb\n", 1, 9),
        (b"\xef\xbb\xbfa: b\nna\xc3\xafef: \xff\n", 2, 8),
        ("a: b\n".encode("utf-16"), 1, 1),
        (b"a: \xed\xa0\x80", 1, 4),
        (b"a: \xc0\x80", 1, 4),
        (b"a: \xf0\x9f", 1, 4),
    ],
)
def test_what_is_not_utf8(content: bytes, line: int, column: int) -> None:
    (finding,) = read_bytes(content, "x.yml").diagnostics
    assert finding.code == "E102"
    assert finding.location == Location(line=line, column=column, end_line=line, end_column=column + 1)


def test_utf16_is_called_by_its_name() -> None:
    assert "UTF-16" in read_bytes("a: b".encode("utf-16"), "x").diagnostics[0].message.render()


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"\x00" * 50)
def test_any_bytes_are_data_or_findings(content: bytes) -> None:
    reading = read_bytes(content, "x.yml")
    assert (reading.data is None) == bool(reading.diagnostics)
    if reading.text is not None:
        locate_all(reading.text, [((), At.VALUE), (("a", 0), At.KEY)])
