"""`bekwaam validate` as it is typed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bekwaam.cli.main import main
from tests.conftest import ROOT, WriteSchool

Validate = Callable[..., tuple[int, str, str]]
EVIDENCE = "portfolios/learners/anna/evidence/2026-05-20-rye-bread.yml"
ASSESSMENT = "portfolios/learners/anna/assessments/2026-06-10-jan.yml"
DAY = ("--as-of", "2026-06-30")


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "tests/cases/valid/minimal/portfolios", tmp_path / "portfolios")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")
    return tmp_path


@pytest.fixture
def validate(school: Path, capsys: pytest.CaptureFixture[str]) -> Validate:
    """The command in the school's folder: exit code, standard output, standard error."""
    assert school.is_dir()

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(["validate", *DAY, *arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def break_evidence(school: Path) -> None:
    file = school / EVIDENCE
    file.write_text(file.read_text().replace("bakery/dough", "bakery/dooh"))


def test_a_clean_school(validate: Validate) -> None:
    code, out, _ = validate()
    assert (code, out) == (0, "Records checked: 16. Errors: 0. Warnings: 0.\n")


def test_only_the_named_files_are_told_but_the_whole_school_is_seen(school: Path, validate: Validate) -> None:
    break_evidence(school)
    code, out, _ = validate(ASSESSMENT)
    assert (code, out) == (0, "Records checked: 1. Errors: 0. Warnings: 0.\n")
    code, out, _ = validate(EVIDENCE, ASSESSMENT)
    assert code == 1
    assert "E301" in out
    assert "did you mean `bakery/dough`" in out.lower()


def test_a_broken_rule_shows_in_the_file_that_breaks_it(school: Path, validate: Validate) -> None:
    (school / EVIDENCE).unlink()
    code, out, err = validate(EVIDENCE)
    assert code == 0
    assert err == f"{EVIDENCE} is not there (any more), so nothing in it was checked.\n"
    code, out, _ = validate(EVIDENCE, ASSESSMENT)
    assert code == 1
    assert "E307" in out


def test_a_path_elsewhere_is_wrong_use(school: Path, validate: Validate) -> None:
    (school / "README.md").touch()
    code, out, err = validate("README.md", EVIDENCE)
    assert (code, out) == (2, "")
    assert "README.md does not lie in the folder of records" in err


def test_warnings_count_when_they_are_to(school: Path, validate: Validate) -> None:
    with (school / "portfolios/school.yml").open("a") as file:
        file.write("resources: [{title: Handbook, uri: https://x.example, reviewed_on: 2020-01-01}]\n")
    code, out, _ = validate()
    assert code == 0
    assert out.endswith("Errors: 0. Warnings: 1.\n")
    assert validate("--strict")[0] == 1


def test_github_prints_nothing_for_a_clean_school(validate: Validate) -> None:
    assert validate("--format", "github") == (0, "", "")


def test_an_audience_hears_only_of_what_it_may_see(
    school: Path, write_school: WriteSchool, validate: Validate
) -> None:
    break_evidence(school)
    with (school / EVIDENCE).open("a") as file:
        file.write("visibility: private\n")
    old_plan = (school / ASSESSMENT).read_text().replace("plan_version: 1", "plan_version: 7")
    write_school(school, {ASSESSMENT: old_plan})

    def heard(*options: str) -> set[str]:
        _, out, _ = validate("--format", "json", *options)
        return {Path(one["path"]).name for one in json.loads(out)["diagnostics"]}

    assert heard() >= {Path(EVIDENCE).name, Path(ASSESSMENT).name}
    assert Path(EVIDENCE).name not in heard("--audience", "team")
    assert Path(ASSESSMENT).name in heard("--audience", "team")
    assert heard("--audience", "public") == set()
    code, _, err = validate("--audience", "public")
    assert code == 0
    assert "may not see it" in err


def test_an_unknown_audience_is_wrong_use(validate: Validate) -> None:
    code, _, err = validate("--audience", "publik")
    assert code == 2
    assert "did you mean “public”?" in err
