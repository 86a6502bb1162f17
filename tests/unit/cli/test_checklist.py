"""`bekwaam checklist` on the smallest school."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from bekwaam.cli.main import main


@pytest.fixture
def school(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(repository / "tests/cases/valid/minimal/portfolios", tmp_path / "portfolios")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")
    return tmp_path


def text(file: Path) -> str:
    pages = PdfReader(io.BytesIO(file.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_it_asks_what_form_and_role_call_for(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # A mistake in a learner's record is no reason to wait with looking at oneself.
    (school / "portfolios" / "people" / "jan.yml").write_text("nmae: Jan\n", encoding="utf-8")
    arguments = ["--form", "group_practice", "--respondent", "learner", "--language", "nl"]
    assert main(["checklist", *arguments, "-o", "out/a.pdf"]) == 0
    assert capsys.readouterr().out == "out/a.pdf\n"
    found = text(school / "out" / "a.pdf")
    assert "Mocht je zelf zeggen wat je wilt leren" in found
    assert "Komt je trajectbegeleider" not in found, "the teacher is always there in group practice"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--language", "fr"], "only in en, nl"), (["--form", "circus"], "is not one of")],
)
def test_what_cannot_be_had_is_told(
    school: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["checklist", *arguments, "-o", "a.pdf"]) == 2
    assert said in capsys.readouterr().err
    assert not (school / "a.pdf").exists()


def test_without_a_school_there_is_nothing_to_print(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (school / "portfolios" / "school.yml").write_text("nmae: South\n", encoding="utf-8")
    assert main(["checklist", "-o", "a.pdf"]) == 1
    assert "school.yml:1:1" in capsys.readouterr().err
