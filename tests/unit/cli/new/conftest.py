"""A small school to add records to, and the command as it is typed in it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bekwaam.cli.main import main
from tests.conftest import ROOT

New = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The minimal school; everything in it is in English."""
    shutil.copytree(ROOT / "tests/cases/valid/minimal/portfolios", tmp_path / "portfolios")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")
    return tmp_path


@pytest.fixture
def new(home: Path, capsys: pytest.CaptureFixture[str]) -> New:
    """Types `bekwaam new ...` where nobody can be asked: exit code, standard output, standard error."""
    assert home.is_dir()

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(["new", *arguments])
        captured = capsys.readouterr()
        return code, captured.out.strip(), captured.err

    return run
