"""Tables on the disk: whole or not at all."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

from bekwaam.cli.main import main


@pytest.fixture(autouse=True)
def at_home(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")


def test_a_folder_of_tables(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    assert main(["export", "table", "learner", "status", "-o", str(folder)]) == 0
    told = capsys.readouterr()
    assert told.out == f"{folder}\n"
    assert "personal data" in told.err
    assert {one.name for one in folder.iterdir()} >= {"learner.csv", "learner_consents.csv", "status.csv"}
    text = (folder / "learner.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(keepends=True)))
    assert len(rows) == 12
    assert {"id", "name", "name_en", "programme"} <= rows[0].keys()
    assert main(["export", "table", "-o", str(folder)]) == 2
    assert "not empty" in capsys.readouterr().err


def test_for_an_audience(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    assert main(["export", "table", "contact", "--audience", "handover", "-o", str(folder)]) == 0
    assert len((folder / "contact.csv").read_text(encoding="utf-8").splitlines()) == 1


def test_no_such_kind(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["export", "table", "evidense", "-o", str(tmp_path / "tables")]) == 2
    assert "Did you mean “evidence”?" in capsys.readouterr().err
    assert not (tmp_path / "tables").exists()


def test_parquet_that_is_not_installed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert main(["export", "table", "--format", "parquet", "-o", str(tmp_path / "tables")]) == 2
    assert "bekwaam[parquet]" in capsys.readouterr().err


def test_not_among_the_records(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "table", "-o", "portfolios/tables"]) == 2
    assert "no place among the records" in capsys.readouterr().err
