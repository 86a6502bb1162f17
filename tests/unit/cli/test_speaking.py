"""Help in the reader's language, for every verb; and nothing of it stays behind."""

from __future__ import annotations

import gettext
import inspect
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bekwaam.cli.main import cli, main
from bekwaam.cli.speaking import Speech, paragraphs
from bekwaam.rendering import translations

DUTCH = translations.load("nl").gettext


def every(command: click.Command, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from every(below, *path, name)


COMMANDS = dict(every(cli))


def texts(command: click.Command) -> Iterator[str]:
    """What a command's help says in words, whole."""
    yield from filter(None, (command.help, command.epilog))
    for one in command.params:
        if isinstance(one, click.Option) and one.help:
            yield one.help


def without_spaces(text: str) -> str:
    return "".join(text.split())


@pytest.fixture
def dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "nl")


def test_every_verb_is_walked() -> None:
    assert {("new", "self-evaluation"), ("cycle", "close"), ("export", "table"), ("build",)} <= set(COMMANDS)


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_is_in_dutch(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*path, "--help"]) == 0
    said = capsys.readouterr().out
    shown = without_spaces(said)
    assert said.startswith("Gebruik: bekwaam")
    for text in texts(COMMANDS[path]):
        english = paragraphs(text)
        assert DUTCH(english) != english, "it is not translated"
        assert without_spaces(DUTCH(english)) in shown
        for paragraph in english.split("\n\n"):
            assert without_spaces(paragraph) not in shown
    for word in ("Usage", "Options:", "Commands:", "default:", "required", "[OPTIONS]", "Show"):
        assert word not in said


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize(
    "path", [one for one, command in COMMANDS.items() if isinstance(command, click.Group)], ids=" ".join
)
def test_a_list_of_verbs_is_in_dutch(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*path, "--help"]) == 0
    listed = capsys.readouterr().out.partition("Opdrachten:")[2]
    for below, command in COMMANDS.items():
        if len(below) == len(path) + 1 and below[: len(path)] == path:
            start = DUTCH(paragraphs(command.help or "")).split()[:3]
            assert start != (command.help or "").split()[:3]
            assert " ".join([below[-1], *start]) in " ".join(listed.split())


@pytest.mark.parametrize("language", ["C.UTF-8", "en_GB.UTF-8", "fr_BE.UTF-8"])
@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_in_english_is_what_click_makes_of_it(
    path: tuple[str, ...], language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", language)
    monkeypatch.setenv("COLUMNS", "80")
    assert main([*path, "--help"]) == 0
    plain = CliRunner().invoke(cli, [*path, "--help"], prog_name="bekwaam", terminal_width=78)
    assert capsys.readouterr().out == plain.output


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize("languages", [None, "fr:en"])
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["biuld"], ["pdf"], ["explain", "E101"]])
def test_everything_is_as_it_was_afterwards(
    arguments: list[str], languages: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if languages is None:
        monkeypatch.delenv("LANGUAGE", raising=False)
    else:
        monkeypatch.setenv("LANGUAGE", languages)

    def state() -> tuple[object, ...]:
        return dict(os.environ), gettext.textdomain(), gettext.bindtextdomain(translations.DOMAIN)

    before = state()
    main(arguments)
    assert state() == before


def test_the_work_itself_hears_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    heard: list[tuple[str, str]] = []

    def listen() -> None:
        heard.append((os.environ["LANGUAGE"], gettext.textdomain()))

    speech = Speech("nl")
    working = speech.of(click.Command("listen", callback=listen))
    with speech.heard():
        listen()
        working.main([], standalone_mode=False)
        listen()
    assert heard == [("nl", "bekwaam"), ("fr", "messages"), ("nl", "bekwaam")]


def test_the_command_itself_stays_in_english() -> None:
    @click.command(short_help="Short.", epilog="Last.")
    @click.option("--one", type=click.Path(dir_okay=False), help="Where to write it.")
    def command() -> None:
        """Add a learner."""

    before = {**vars(command)}
    option = command.params[0]
    said = Speech("nl").of(command)
    assert vars(command) == before
    assert (option.type.name, said.params[0].type.name) == ("file", "bestand")
    assert isinstance(said.params[0], click.Option)
    assert said.params[0].help == "Waar het komt."


def test_one_language_after_the_other_in_one_process(tmp_path: Path) -> None:
    program = inspect.cleandoc("""
        import os
        from bekwaam.cli.main import main
        for language in ("nl", "en", "nl"):
            os.environ["BEKWAAM_LANGUAGE"] = language
            main(["seal", "x.yml", "--sign", "nowhere"])
            main(["seal", "--help"])
    """)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    words = [("Bestand" in line, "File" in line) for line in done.stderr.splitlines()]
    assert words == [(True, False), (False, True), (True, False)]
    assert done.stdout.count("Toon deze uitleg.") == 2
    assert done.stdout.count("Show this message and exit.") == 1


def test_a_text_keeps_its_translation_when_lines_break_elsewhere() -> None:
    assert paragraphs("One\n    two.\n\n    Three\n    four.\n    ") == "One two.\n\nThree four."
    assert paragraphs("Words.  [default: none]") == "Words.  [default: none]"
    assert paragraphs("Shown.\n\f\nNot shown.") == "Shown."
