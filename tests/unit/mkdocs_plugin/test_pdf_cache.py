"""What is kept of printed documents."""

from __future__ import annotations

from pathlib import Path

from bekwaam.diagnostics import say
from bekwaam.mkdocs_plugin import pdf_cache


def test_a_document_is_kept_with_its_messages(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    assert pdf_cache.kept(path) is None
    messages = (say("No font has {character}.", character="🂡"),)
    pdf_cache.keep(path, b"%PDF", messages)
    assert path.read_bytes() == b"%PDF"
    assert pdf_cache.kept(path) == messages


def test_half_a_document_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    pdf_cache.keep(path, b"%PDF", ())
    path.with_suffix(".json").write_text("[[1", encoding="utf-8")
    assert pdf_cache.kept(path) is None
    pdf_cache.keep(path, b"%PDF", ())
    path.unlink()
    assert pdf_cache.kept(path) is None


def test_others_are_forgotten(tmp_path: Path) -> None:
    for name in ("a", "b"):
        pdf_cache.keep(tmp_path / f"{name}.pdf", b"%PDF", ())
    pdf_cache.forget_others(tmp_path, {"b"})
    assert sorted(one.name for one in tmp_path.iterdir()) == ["b.json", "b.pdf"]
