"""Which files may be published."""

from pathlib import Path

import pikepdf
import pytest

from bekwaam.rendering.pictures import Pictures
from bekwaam.site.attachments import Attachments

FILM = b"\x00\x00\x00\x10ftypisom\x00\x00\x00\x00"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    return folder


@pytest.fixture
def pictures(root: Path) -> Pictures:
    return Pictures(root, root.parent / "cache")


def write_pdf(path: Path) -> None:
    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Author"] = "Noor"
    document.save(path)


def test_a_file_gets_a_name_that_tells_nothing(root: Path, pictures: Pictures) -> None:
    write_pdf(root / "noor-attest.PDF")
    found = Attachments(root, pictures).find("noor-attest.PDF")
    assert found is not None and found.ending == "pdf" and not found.video
    assert "noor" not in found.name and found.name.endswith(".pdf")
    assert found.path.read_bytes().startswith(b"%PDF-")
    assert b"Noor" not in found.path.read_bytes()


def test_a_video_is_one_by_its_content(root: Path, pictures: Pictures) -> None:
    (root / "film.mp4").write_bytes(FILM)
    (root / "page.mp4").write_bytes(b"<!doctype html><script>alert(1)</script>")
    attachments = Attachments(root, pictures)
    found = attachments.find("film.mp4")
    assert found is not None and found.video
    assert attachments.find("page.mp4") is None


@pytest.mark.parametrize(
    "source",
    [
        "../secret.pdf",
        "/etc/passwd",
        "page.html",
        "none.pdf",
        "link.pdf",
        "a\0.pdf",
        "film.pdf",
        "up/../x.pdf",
    ],
)
def test_other_files_stay_where_they_are(root: Path, pictures: Pictures, source: str) -> None:
    write_pdf(root.parent / "secret.pdf")
    write_pdf(root / "x.pdf")
    (root / "page.html").write_text("<script>alert(1)</script>")
    (root / "film.pdf").write_bytes(FILM)
    (root / "link.pdf").symlink_to(root.parent / "secret.pdf")
    assert Attachments(root, pictures).find(source) is None
    assert pictures.unreadable[source].render()


def test_what_is_refused_says_what_to_do(root: Path, pictures: Pictures) -> None:
    (root / "brief.docx").write_bytes(b"PK\x03\x04")
    assert Attachments(root, pictures).find("brief.docx") is None
    assert "Save the file as a PDF" in pictures.unreadable["brief.docx"].render()
