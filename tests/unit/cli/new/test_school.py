"""A new school: valid, complete for an editor, and careful with what was there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bekwaam.cli.main import main
from bekwaam.source import ROWS
from tests.conftest import ROOT

ANSWERS = ("--name", 'De "Proef": school', "--responsible", "Els Ðæñ Maes", "--framework", "Bakker #1")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def start(*arguments: str) -> int:
    return main(["new", "school", *ANSWERS, *arguments])


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
def test_is_valid_and_can_be_built(language: str, folder: Path) -> None:
    assert start("--language", language) == 0
    assert main(["validate", "--strict"]) == 0
    assert main(["new", "learner"]) == 0
    done = subprocess.run(
        [sys.executable, "-m", "bekwaam", "build", "--no-pdf"], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "site" / "index.html").is_file()


def test_its_editor_knows_every_kind_of_record(folder: Path) -> None:
    assert start() == 0
    schemas = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert all((folder / schema).is_file() for schema in schemas)
    patterns = {pattern: schema for schema, found in schemas.items() for pattern in found}
    for row, kind in ROWS:
        pattern = "portfolios/" + row.replace("<learner>", "*").replace("<id>", "*")
        assert patterns[pattern] == f"schemas/{kind.value}.schema.json"


def test_each_record_leads_its_editor_to_its_schema(folder: Path) -> None:
    assert start() == 0
    records = sorted((folder / "portfolios").rglob("*.yml"))
    assert len(records) == 4
    for record in records:
        line = record.read_text(encoding="utf-8").partition("\n")[0]
        assert line.startswith("# yaml-language-server: $schema=../")
        assert (record.parent / line.partition("=")[2]).resolve().is_file()


def test_what_was_there_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "README.md").write_text("mine\n")
    assert start() == 0
    assert (folder / "README.md").read_text() == "mine\n"
    assert "README.md" in capsys.readouterr().err
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert start() == 2
    assert before == {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_goes_into_the_folder_that_was_named(folder: Path) -> None:
    assert start("my-school") == 0
    assert (folder / "my-school" / "portfolios" / "school.yml").is_file()


@pytest.mark.parametrize("language", ["Dutch", "../nl", "n"])
def test_a_language_is_a_code(folder: Path, language: str) -> None:
    assert start("--language", language) == 2
    assert not list(folder.iterdir())


def test_the_schemas_are_those_of_the_program(folder: Path) -> None:
    assert start() == 0
    for schema in (ROOT / "schemas").glob("*.json"):
        assert (folder / "schemas" / schema.name).read_bytes() == schema.read_bytes()
