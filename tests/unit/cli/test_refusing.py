"""What the command refuses, told in the reader's language by the command itself."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bekwaam.cli.main import VERBS, main
from bekwaam.cli.refusing import Refused, Stopped, reason, require_records
from bekwaam.diagnostics import say
from bekwaam.rendering import translations
from tests.conftest import ROOT

DUTCH = translations.load("nl").gettext


def test_a_reason_is_told_in_the_language_of_whoever_reads() -> None:
    message = say("Git knows no revision “{name}” here.", name="main")
    for wrong in (Refused(message), Stopped(message)):
        assert reason(wrong, str) == str(wrong) == "Git knows no revision “main” here."
        assert reason(wrong, DUTCH) == "Git kent hier geen versie “main”."


def test_where_there_are_no_records(tmp_path: Path) -> None:
    require_records(tmp_path)
    with pytest.raises(Refused, match=r"There is no folder .*nowhere\. Start with “bekwaam new school”\."):
        require_records(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["build", "--strct"],
            "De optie '--strct' bestaat niet. Bedoelde je '--strict'? (“bekwaam build --help”",
        ),
        (["pdf", "--document", "plan", "-o", "x.pdf"], "Dit argument ontbreekt: 'LEARNER'."),
        (["pdf", "anna", "-o", "x.pdf"], "Deze optie ontbreekt: '--document'. Kies uit: description"),
        (["stats", "--format", "xml"], "De waarde bij '--format' klopt niet: 'xml' is geen van deze: 'text'"),
        (["diff", "a", "--most", "1"], "1 ligt niet in het bereik x>=1000."),
        (["explain", "E101", "E102"], "Er staat een argument te veel (E102)"),
        (
            ["biuld"],
            "De opdracht “biuld” bestaat niet. Bedoelde je “build”? (“bekwaam --help” toont hoe het werkt)",
        ),
        (["xyzzy"], "De opdracht “xyzzy” bestaat niet. Er zijn: audience, build"),
        (["new", "xyzzy"], "De opdracht 'xyzzy' bestaat niet."),
        (["status"], "Begin met “bekwaam new school”. (“bekwaam status --help” toont hoe het werkt)"),
        (["build"], "Hier is geen mkdocs.yml."),
        (["seal", "x.yml", "--again"], "Bij --again hoort een reden: --reason TEXT."),
        (["build", "--audience", "publiek"], "--audience is “publiek”; bedoelde je “public”?"),
        (["diff", "HEAD~1"], "Hier is geen git-repository, of git is niet geïnstalleerd."),
    ],
)
def test_wrong_use_is_one_line_of_dutch(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bekwaam", *arguments],
        cwd=tmp_path,
        env={**os.environ, "LANG": "nl_BE.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("bekwaam: ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr


def test_a_failure_of_the_program_is_told_in_dutch(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "nl")
    monkeypatch.setitem(VERBS, "build", "bekwaam.cli.build:no_such_thing")
    assert main(["build"]) == 2
    assert capsys.readouterr().err.startswith("bekwaam: het programma is mislukt: ")


def words(said: ast.expr) -> list[str]:
    """What stands in a text itself, outside its gaps."""
    parts = said.values if isinstance(said, ast.JoinedStr) else [said]
    texts = [str(one.value) for one in parts if isinstance(one, ast.Constant)]
    return [one for one in texts if any(letter.isalpha() for letter in one)]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "plugins" / "bekwaam" / "cli").rglob("*.py")), ids=lambda path: path.stem
)
def test_no_refusal_is_in_english_only(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("UsageError", "BadParameter", "ClickException", "complain", "remark"):
                assert not words(node.args[0]), f"line {node.lineno} says this whatever the language"
