"""The figures on a terminal, for programs and for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from bekwaam.cli.main import main


@pytest.fixture(autouse=True)
def at_home(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")


def test_text_json_and_csv_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["as_of"] == "2026-06-30"
    assert data["cycle"] is None
    found = data["figures"]
    assert found["learners"] == 12
    visits = data["indicators"]["visits_as_agreed"]
    assert visits.keys() == {"answer", "done", "all", "says"}
    assert visits["answer"] in ("yes", "partly", "no")
    assert found["learners_by_programme"] == {"bakery": 4, "care": 4, "electrical": 4}
    assert main(["stats", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["figure"] for row in rows} == set(found)
    for row in rows:
        value = found[row["figure"]]
        assert float(row["value"]) == (value[row["group"]] if row["group"] else value)
    assert main(["stats"]) == 0
    out = capsys.readouterr().out
    assert "      12  Learners\n" in out
    assert "       8    learning now\n" in out


def test_one_cycle(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--cycle", "2025-2026", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["cycle"] == "2025-2026"
    assert data["figures"]["decisions"] < 32
    assert main(["stats", "--cycle", "2025-2062"]) == 2
    assert "Did you mean “2025-2026”" in capsys.readouterr().err


def test_a_cycle_that_is_over_is_told_as_on_its_last_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--cycle", "2024-2025", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["as_of"] == "2025-08-31"
    assert data["figures"]["learners"] < 12


def test_outside_the_team_there_are_no_small_groups(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--audience", "public", "--format", "json"]) == 0
    told = capsys.readouterr()
    data = json.loads(told.out)
    assert "indicators" not in data
    figures = data["figures"]
    assert "learners_by_status" not in figures
    assert "feedback" not in figures
    assert "fewer than five" in told.err
    numbers = [
        one for value in figures.values() for one in (value.values() if isinstance(value, dict) else [value])
    ]
    assert numbers


def test_no_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["stats", "--portfolios", str(tmp_path / "none")]) == 2
    assert "bekwaam new school" in capsys.readouterr().err
