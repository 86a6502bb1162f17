"""A year is closed: on the disk, with what a reader of the history would try afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from bekwaam.cli.main import main
from tests.conftest import WriteSchool

FEEDBACK = "date: 2026-02-01\nfrom: learner\nformal: true\nabout: workplace\ntext: Good.\nrating: 4\n"

CYCLE = "quality/cycles/2025-2026.yml"


@pytest.fixture
def school(tmp_path: Path, write_school: WriteSchool, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Seven learners who each gave feedback, twice the last one; one of them stopped."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")
    files: dict[str, str | bytes] = {
        "school.yml": "name: A\nlanguages: [nl]\nresponsible: p\nlevels: [{code: a, label: A}]\n",
        "frameworks/bakery.yml": ("title: B\nversion: '1'\ncompetences: [{code: dough, title: knead}]\n"),
        "organisations/s.yml": "name: S\ntype: school\nresponsible: p\n",
        "people/p.yml": ("name: P\nroles: [{role: school_responsible, organisation: s, from: 2020-01-01}]\n"),
        CYCLE: "title: Year\nstart: 2025-09-01\nend: 2026-08-31\n# The end.\n",
    }
    for one in "abcdefg":
        files |= {
            f"learners/{one}/learner.yml": learner(one, "stopped" if one == "g" else "active"),
            f"learners/{one}/feedback/2026-02-01-a.yml": FEEDBACK,
        }
    files["learners/g/feedback/2026-02-02-b.yml"] = FEEDBACK
    return write_school(tmp_path / "portfolios", files)


def learner(one: str, status: str) -> str:
    return f"pseudonym: Bird {one}\nminor: false\nprogramme: bakery\ncohort: c\nstatus: {status}\n"


def counts(school: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((school / CYCLE).read_text(encoding="utf-8"))["counts"]
    return found


def close(*more: str) -> int:
    return main(["cycle", "close", "2025-2026", "--as-of", "2026-09-01", *more])


def test_totals_without_small_groups(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (school / CYCLE).read_bytes()
    assert close() == 0
    told = capsys.readouterr()
    assert told.out == f"portfolios/{CYCLE}\n"
    assert "Left out in whole or in part" in told.err
    assert (school / CYCLE).read_bytes().startswith(before)
    assert {name: value for name, value in counts(school).items() if value} == {
        "learners": 7,
        "next_steps_by_type": {"study": 0, "job": 0, "guidance": 0, "placement": 0, "none": 7},
        "next_steps_by_outcome": {"yes": 0, "no": 7},
        "feedback": 8,
        "feedback_by_source": {
            "learner": 8, "mentor": 0, "coach": 0, "teacher": 0, "school_responsible": 0, "employer": 0,
            "external": 0, "guardian": 0, "colleague": 0,
        },
        "feedback_rating": 4,
    }  # fmt: skip
    assert main(["validate", "--as-of", "2026-09-01", f"portfolios/{CYCLE}"]) == 0


def test_closed_twice(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert close() == 0
    closed = (school / CYCLE).read_bytes()
    assert close() == 1
    assert "closed already" in capsys.readouterr().err
    assert close("--again") == 0
    assert (school / CYCLE).read_bytes() == closed
    # One learner less: the difference would be all about them.
    shutil.rmtree(school / "learners" / "a")
    assert close("--again") == 1
    assert "fewer than five" in capsys.readouterr().err
    assert (school / CYCLE).read_bytes() == closed


def test_a_cycle_that_goes_on_and_one_that_is_not_there(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cycle", "close", "2025-2026", "--as-of", "2026-06-30"]) == 0
    assert counts(school)["learners"] == 7
    assert "runs until 2026-08-31" in capsys.readouterr().err
    assert main(["cycle", "close", "2025-2062"]) == 2
    assert "Did you mean" in capsys.readouterr().err


def test_half_of_a_closed_year(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert close() == 0
    half = school / "quality" / "cycles" / "autumn.yml"
    half.write_text("title: Autumn\nstart: 2025-09-01\nend: 2026-01-31\n", encoding="utf-8")
    assert main(["cycle", "close", "autumn", "--as-of", "2026-09-01"]) == 1
    assert "shares days" in capsys.readouterr().err
    assert "counts" not in half.read_text(encoding="utf-8")


def test_records_with_errors_are_not_counted(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (school / "people" / "wrong.yml").write_text("name: x\n", encoding="utf-8")
    assert close() == 1
    told = capsys.readouterr().err
    assert "wrong.yml" in told
    assert "Nothing was closed" in told
    assert "counts" not in (school / CYCLE).read_text(encoding="utf-8")
