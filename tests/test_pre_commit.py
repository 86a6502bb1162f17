"""The hooks as pre-commit itself runs them: ours from this repository, and the one of a new school."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import ROOT

BIN = Path(sys.executable).parent
PRE_COMMIT = BIN / "pre-commit"
EVIDENCE = "portfolios/learners/anna/evidence/2026-05-20-rye-bread.yml"
ASSESSMENT = "portfolios/learners/anna/assessments/2026-06-10-jan.yml"


def run(command: Sequence[str | Path], cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    names = {
        f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    return subprocess.run(
        command,
        cwd=cwd,
        env={**kept, **names, "PATH": f"{BIN}:{kept['PATH']}", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def git(folder: Path, *arguments: str) -> None:
    done = run(["git", "-c", "protocol.file.allow=always", *arguments], folder)
    assert done.returncode == 0, done.stderr


def committed(folder: Path) -> Path:
    git(folder, "init", "--quiet")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", "all")
    return folder


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with what a hook is installed from, as it is in this working folder."""
    folder = tmp_path_factory.mktemp("bekwaam")
    for path in ROOT.iterdir():
        if path.is_file() and path.name != ".git":
            shutil.copy(path, folder / path.name)
    for name in ("plugins", "schemas"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return committed(folder)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where pre-commit keeps what it installed."""
    return str(tmp_path_factory.mktemp("pre-commit"))


@pytest.fixture
def school(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests/cases/valid/minimal/portfolios", tmp_path / "portfolios")
    (tmp_path / "README.md").write_text("not a record\n")
    return committed(tmp_path)


def break_evidence(school: Path) -> None:
    text = (school / EVIDENCE).read_text()
    (school / EVIDENCE).write_text(text.replace("bakery/dough", "bakery/dooh"))
    git(school, "add", EVIDENCE)


@pytest.mark.parametrize("hook", ["bekwaam-validate", "bekwaam-validate-installed"])
def test_our_hook_stops_a_wrong_record(hook: str, hooks: Path, school: Path, cache: str) -> None:
    """The first hook is installed by pre-commit, from the packages that are here: without a network."""
    offline = {
        "PRE_COMMIT_HOME": cache,
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this variable the other way round
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "BEKWAAM_LANGUAGE": "en",
        "BEKWAAM_AS_OF": "2026-06-30",
    }
    config = school / ".pre-commit-config.yaml"
    revision = run(["git", "rev-parse", "HEAD"], hooks).stdout.strip()
    config.write_text(f"repos:\n  - repo: {hooks}\n    rev: {revision}\n    hooks:\n      - id: {hook}\n")
    git(school, "add", config.name)

    clean = run([PRE_COMMIT, "run", "--all-files"], school, **offline)
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert "Passed" in clean.stdout

    break_evidence(school)
    wrong = run([PRE_COMMIT, "run"], school, **offline)
    assert wrong.returncode == 1, wrong.stdout + wrong.stderr
    assert f"{EVIDENCE}:4:15  error E301" in wrong.stdout

    # A commit of something else isn't held up by it, though the rules see the whole school.
    (school / ASSESSMENT).write_text((school / ASSESSMENT).read_text() + "# seen\n")
    other = run([PRE_COMMIT, "run", "--files", ASSESSMENT, "README.md"], school, **offline)
    assert other.returncode == 0, other.stdout + other.stderr

    # A file that is deleted is never passed on, and what pointed at it shows where it stands.
    git(school, "rm", "--quiet", "--force", EVIDENCE)
    gone = run([PRE_COMMIT, "run", "--files", EVIDENCE, ASSESSMENT], school, **offline)
    assert gone.returncode == 1, gone.stdout + gone.stderr
    assert "E307" in gone.stdout


def test_a_new_school_checks_itself(tmp_path: Path, cache: str) -> None:
    answers = ("--name", "De Proef", "--responsible", "Els Maes", "--framework", "Bakker")
    made = run(["bekwaam", "new", "school", *answers], tmp_path)
    assert made.returncode == 0, made.stderr
    committed(tmp_path)
    clean = run([PRE_COMMIT, "run", "--all-files"], tmp_path, PRE_COMMIT_HOME=cache)
    assert clean.returncode == 0, clean.stdout + clean.stderr
    (tmp_path / "portfolios/school.yml").write_text("name: De Proef\n")
    wrong = run([PRE_COMMIT, "run", "--all-files"], tmp_path, PRE_COMMIT_HOME=cache)
    assert wrong.returncode == 1
    assert "E202" in wrong.stdout
