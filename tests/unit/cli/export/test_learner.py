"""What a learner takes along stands by itself and tells nothing of others."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bekwaam.cli.main import main
from bekwaam.source import read_bytes


@pytest.fixture(autouse=True)
def at_home(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")


def everything(folder: Path) -> str:
    return "\n".join(
        f"{one.relative_to(folder)}\n{one.read_bytes().decode(errors='replace')}"
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    )


def findings(capsys: pytest.CaptureFixture[str]) -> set[tuple[str, str]]:
    capsys.readouterr()
    assert main(["validate", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    return {(one["code"], one["path"]) for one in told["diagnostics"]}


def test_it_checks_and_builds_by_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "anna"
    found = findings(capsys)
    assert main(["export", "learner", "anna-peeters", "-o", str(out)]) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{out}\n"
    monkeypatch.chdir(out)
    # What the school still has to do about its records is no secret to the learner; nothing is added.
    assert findings(capsys) <= found
    assert main(["build", "--no-pdf"]) == 0, capsys.readouterr().err
    assert (out / "site/learners/anna-peeters/index.html").is_file()
    assert len(list((out / "site/learners").glob("*/index.html"))) == 1


def test_the_learner_folder_is_byte_for_byte_the_same(repository: Path, tmp_path: Path) -> None:
    out = tmp_path / "anna"
    assert main(["export", "learner", "anna-peeters", "-o", str(out)]) == 0
    home = "portfolios/learners/anna-peeters"
    files = {one.relative_to(repository) for one in (repository / home).rglob("*") if one.is_file()}
    assert {one.relative_to(out) for one in (out / home).rglob("*") if one.is_file()} == files
    assert all((out / one).read_bytes() == (repository / one).read_bytes() for one in files)
    assert not (out / "portfolios/quality").exists()


def test_nothing_of_others(repository: Path, tmp_path: Path) -> None:
    out = tmp_path / "anna"
    assert main(["export", "learner", "anna-peeters", "-o", str(out)]) == 0
    told = everything(out)
    for other in (repository / "portfolios/learners").iterdir():
        if other.name != "anna-peeters":
            assert other.name not in told
    for file in (repository / "portfolios/people").glob("*.yml"):
        person = read_bytes(file.read_bytes(), file.name).data or {}
        reached = [*person.get("emails", []), *person.get("contact", {}).values()]
        assert not [one for one in reached if one in told], file.name
        if not (out / "portfolios/people" / file.name).exists():
            assert file.stem not in told
    school = read_bytes((out / "portfolios/school.yml").read_bytes(), "").data or {}
    assert not school.keys() & {"core_group", "practice_notes", "resources", "procedures"}


def test_somebody_unknown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "learner", "anna-peters", "-o", str(tmp_path / "x")]) == 2
    assert "did you mean “anna-peeters”" in capsys.readouterr().err


def test_not_among_the_records(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "learner", "anna-peeters", "-o", "portfolios/anna"]) == 2
    assert "no place among" in capsys.readouterr().err


def test_mistakes_are_taken_along_and_said(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(repository / "portfolios", tmp_path / "portfolios")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "portfolios/learners/anna-peeters/evidence/wrong.yml").write_text("a: b\n", encoding="utf-8")
    assert main(["export", "learner", "anna-peeters", "-o", "out"]) == 1
    assert "errors, taken along as they are" in capsys.readouterr().err
    assert (tmp_path / "out/portfolios/learners/anna-peeters/evidence/wrong.yml").is_file()
    (tmp_path / "portfolios/learners/anna-peeters/learner.yml").write_text("a: b\n", encoding="utf-8")
    assert main(["export", "learner", "anna-peeters", "-o", "again"]) == 2
    assert not (tmp_path / "again").exists()
