"""Which files may be published."""

from pathlib import Path

import pytest

from bekwaam.site.attachments import Attachments


def test_a_file_gets_a_name_that_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "noor-attest.PDF").write_bytes(b"%PDF-1.4")
    found = Attachments(tmp_path).find("noor-attest.PDF")
    assert found is not None and found.ending == "pdf" and not found.video
    assert "noor" not in found.name and found.name.endswith(".pdf")


@pytest.mark.parametrize(
    "source", ["../secret.pdf", "/etc/passwd.pdf", "page.html", "none.pdf", "link.pdf", "a\0.pdf"]
)
def test_other_files_stay_where_they_are(tmp_path: Path, source: str) -> None:
    root = tmp_path / "records"
    root.mkdir()
    (tmp_path / "secret.pdf").write_bytes(b"%PDF-1.4")
    (root / "page.html").write_text("<script>alert(1)</script>")
    (root / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    assert Attachments(root).find(source) is None
