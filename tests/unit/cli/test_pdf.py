"""`bekwaam pdf` on the smallest school."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bekwaam.cli.main import main


@pytest.fixture
def school(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(repository / "tests/cases/valid/minimal/portfolios", tmp_path / "portfolios")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")
    monkeypatch.setenv("BEKWAAM_AS_OF", "2026-06-30")
    return tmp_path


def pdf(learner: str, document: str, *more: str) -> int:
    return main(["pdf", learner, "--document", document, "-o", "out/a.pdf", *more])


@pytest.mark.parametrize(
    ("document", "audience"), [("description", "team"), ("plan", None), ("assessment-form", None)]
)
def test_a_document_is_written(
    school: Path, capsys: pytest.CaptureFixture[str], document: str, audience: str | None
) -> None:
    assert pdf("anna", document, *(["--audience", audience] if audience else [])) == 0
    assert capsys.readouterr().out == "out/a.pdf\n"
    assert (school / "out" / "a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("anna", "description"), "no consent covers it"),
        (("anna", "plan", "--audience", "public"), "no consent covers it"),
        (("ana", "plan"), "did you mean “anna”"),
        (("anna", "plan", "--language", "fr"), "it has en"),
    ],
)
def test_what_cannot_be_had_is_told(
    school: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, str], said: str
) -> None:
    assert pdf(*arguments) == 2
    assert said in capsys.readouterr().err
    assert not (school / "out").exists()


def test_errors_in_the_records_end_with_one(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (school / "portfolios" / "people" / "jan.yml").write_text("nmae: Jan\n", encoding="utf-8")
    assert pdf("anna", "plan") == 1
    assert "people/jan.yml:1:1" in capsys.readouterr().err
