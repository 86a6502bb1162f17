"""The command: verbs, exit codes, and never a traceback."""

from __future__ import annotations

import pytest

import bekwaam
from bekwaam.cli import main as module
from bekwaam.cli.main import VERBS, main


def test_the_version_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"bekwaam {bekwaam.__version__}\n"


def test_help_names_every_verb_that_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    help_text = capsys.readouterr().out
    for verb in ("build", "serve", "pdf", "validate", "status"):
        assert f"  {verb} " in help_text


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb in module.cli.list_commands(None)])  # type: ignore[arg-type]
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: bekwaam {verb}")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["biuld"], "did you mean “build”"),
        (["xyzzy"], "There are: audience"),
        (["build", "--audience", "publiek"], "did you mean “public”"),
        (["build", "--as-of", "soon"], "2026-06-30"),
        (["build", "--colour"], "--colour"),
        (["pdf", "anna"], "--document"),
    ],
)
def test_wrong_use_is_one_line_and_two(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.count("\n") == 1
    assert said.casefold() in output.err.casefold()


def test_without_a_verb_help_follows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Usage: bekwaam" in capsys.readouterr().err


def test_a_failure_of_the_program_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(VERBS, "build", "bekwaam.cli.build:no_such_thing")
    assert main(["build"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "--debug" in error
    with pytest.raises(AttributeError):
        main(["--debug", "build"])
