"""The report in print: of a closed year only."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from bekwaam.cli.main import main


@pytest.fixture(autouse=True)
def at_home(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")


def test_a_year_in_english(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    assert main(["report", "2023-2024", "--language", "en", "-o", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}\n"
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    for said in (
        "School year 2023-2024",
        "Competences achieved",
        "79%",
        "achieved 63",
        "What the year came to",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("cycle", "said"), [("2025-2026", "is not closed"), ("2035-2036", "There is no cycle")]
)
def test_a_year_that_has_no_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, cycle: str, said: str
) -> None:
    assert main(["report", cycle, "-o", str(tmp_path / "report.pdf")]) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
