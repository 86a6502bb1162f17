"""Questions as somebody answers them on a terminal, and as a script does without one."""

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from bekwaam.cli.new.questions import Questions, cleaned
from bekwaam.diagnostics import Message, say
from bekwaam.rendering import translations

LEVELS = {"with_help": "met hulp", "independent": "zelfstandig"}
WHICH = say("Which level?")


@pytest.fixture
def nobody() -> Questions:
    return Questions(str, terminal=False)


@pytest.fixture
def somebody() -> Questions:
    return Questions(str, terminal=True)


def typed(text: str) -> Iterator[None]:
    with CliRunner().isolation(input=text):
        yield


def not_seven(word: str) -> Message | None:
    return say("No seven.") if word == "7" else None


@pytest.mark.parametrize("answer", ["2\n", "independent\n", "9\nindepedent\n \n2\n"])
def test_a_choice_is_a_number_or_a_word(somebody: Questions, answer: str) -> None:
    for _ in typed(answer):
        assert somebody.choice(WHICH, LEVELS) == "independent"


def test_where_there_is_one_choice_nothing_is_asked(somebody: Questions) -> None:
    for _ in typed(""):
        assert somebody.choice(WHICH, {"only": ""}) == "only"


def test_a_text_is_asked_until_it_will_do(somebody: Questions) -> None:
    for _ in typed("7\n  a \t title \n"):
        assert somebody.text(say("A title"), check=not_seven) == "a title"
    for _ in typed("\n"):
        assert somebody.text(say("A title"), default="proposed") == "proposed"


@pytest.mark.parametrize(
    ("language", "answer", "expected"),
    [
        ("en", "y\n", True),
        ("en", "maybe\nno\n", False),
        ("nl", "j\n", True),
        ("nl", "Nee\n", False),
        ("nl", "yes\n", True),
        ("nl", "\n", True),
    ],
)
def test_yes_and_no_are_words_of_the_readers_language(language: str, answer: str, expected: bool) -> None:
    asking = Questions(translations.load(language).gettext, terminal=True)
    for _ in typed(answer):
        assert asking.yes(say("Sure?"), default=True) is expected


def test_what_was_given_is_not_asked_but_checked(somebody: Questions) -> None:
    assert somebody.choice(WHICH, LEVELS, "with_help") == "with_help"
    with pytest.raises(click.UsageError, match="Did you mean “independent”"):
        somebody.choice(WHICH, LEVELS, "indepedent")
    with pytest.raises(click.UsageError, match="No seven"):
        somebody.text(say("A title"), "7", check=not_seven)


def test_without_a_terminal_all_that_is_missing_is_said_at_once(nobody: Questions) -> None:
    with pytest.raises(click.UsageError, match="This is missing: LEARNER, --competence"):
        nobody.require({"LEARNER": None, "--title": "x", "--competence": ()})
    assert nobody.choice(WHICH, LEVELS, default="with_help") == "with_help"
    assert nobody.yes(say("Sure?"), default=True)


def test_what_a_record_may_not_hold_never_gets_in() -> None:
    assert cleaned("  a\u202e \x1b[31m\n b\ud800 🥖 ") == "a [31m b 🥖"
