"""`bekwaam build` and `bekwaam pdf` on a small school."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bekwaam.cli.main import main


@pytest.fixture
def school(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(repository / "tests/cases/valid/minimal/portfolios", tmp_path / "portfolios")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Welcome\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: South School\ntheme: material\n"
        "plugins: [search, bekwaam: {audience: team, as_of: 2026-06-30, pdf: false}]\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")
    return tmp_path


def test_the_site_is_where_it_says(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--quiet", "build", "--site-dir", "out"]) == 0
    output = capsys.readouterr()
    assert output.out == f"{school / 'out'}\n"
    assert output.err == ""
    assert (school / "out" / "learners" / "anna" / "index.html").is_file()


def test_an_option_goes_before_the_environment(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEKWAAM_AUDIENCE", "team")
    assert main(["--quiet", "build", "--audience", "public"]) == 0
    assert not (school / "site" / "learners" / "anna").exists()
    assert main(["--quiet", "build"]) == 0
    assert (school / "site" / "learners" / "anna").exists()


def test_errors_in_the_records_end_with_one(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (school / "portfolios" / "people" / "jan.yml").write_text("nmae: Jan\n", encoding="utf-8")
    assert main(["--quiet", "build"]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "Traceback" not in output.err
    assert "portfolios/people/jan.yml:1:1" in output.err
    assert not (school / "site").exists()


def test_keep_going_publishes_without_who_has_errors(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = school / "portfolios" / "learners"
    shutil.copytree(folder / "anna", folder / "bram")
    (folder / "bram" / "learner.yml").write_text("nmae: Bram\n", encoding="utf-8")
    assert main(["--quiet", "build"]) == 1
    assert not (school / "site").exists()
    capsys.readouterr()
    assert main(["--quiet", "build", "--keep-going"]) == 1
    output = capsys.readouterr().err
    assert "portfolios/learners/bram/learner.yml:1:1" in output
    assert "LEFT OUT, because of the errors above: bram." in output
    assert (school / "site" / "learners" / "anna" / "index.html").is_file()
    assert not (school / "site" / "learners" / "bram").exists()


def test_keep_going_does_not_go_on_with_a_broken_school(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (school / "portfolios" / "people" / "jan.yml").write_text("nmae: Jan\n", encoding="utf-8")
    assert main(["--quiet", "build", "--keep-going"]) == 1
    assert "not about one learner" in capsys.readouterr().err
    assert not (school / "site").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--portfolios", "nowhere"], "bekwaam new school"),
        (["--learner", "ana"], "did you mean “anna”"),
        (["--site-dir", "portfolios/site"], "may not lie in each other"),
    ],
)
def test_wrong_settings_end_with_two(
    school: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["--quiet", "build", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not (school / "site").exists()


def test_without_settings_there_is_no_site(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (school / "mkdocs.yml").unlink()
    assert main(["build"]) == 2
    assert "There is no mkdocs.yml here" in capsys.readouterr().err
