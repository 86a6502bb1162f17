"""What is missing: asked for on a terminal, listed all at once elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

import click

from bekwaam.diagnostics import Message, Translate, nearest, say
from bekwaam.source.characters import FORBIDDEN

Check = Callable[[str], Message | None]
"""What is wrong with an answer; None where it will do."""


class Questions:
    """Asks on a terminal, in one language; prompts go to standard error."""

    def __init__(self, translate: Translate, *, terminal: bool | None = None) -> None:
        self._translate = translate
        self.terminal = sys.stdin.isatty() and sys.stderr.isatty() if terminal is None else terminal

    def told(self, message: Message) -> str:
        """A message in the language of whoever types."""
        return message.render(self._translate)

    def require(self, given: Mapping[str, object]) -> None:
        """Stop where something is missing and nobody can be asked; ``given`` by what is typed for it.

        Raises:
            click.UsageError: naming all that is missing.
        """
        missing = tuple(name for name, value in given.items() if value in (None, (), ""))
        if missing and not self.terminal:
            raise click.UsageError(self.told(say("This is missing: {names}.", names=missing)))

    def text(
        self,
        question: Message,
        given: str | None = None,
        *,
        default: str | None = None,
        check: Check | None = None,
    ) -> str:
        """A line of text; what was given is checked too.

        Raises:
            click.UsageError: where what was given will not do.
        """
        if given is not None or not self.terminal:
            answer = cleaned(given if given is not None else default or "")
            self._refuse(check(answer) if check else None)
            return answer
        while True:
            asked = click.prompt(self.told(question), default=default, err=True)
            answer = cleaned(str(asked))
            wrong = say("Type a text.") if not answer else check(answer) if check else None
            if wrong is None:
                return answer
            click.echo(self.told(wrong), err=True)

    def choice(
        self,
        question: Message,
        choices: Mapping[str, str],
        given: str | None = None,
        *,
        default: str | None = None,
    ) -> str:
        """One of some words, each with what it means; a number will do too.

        Raises:
            click.UsageError: where what was given is none of them.
        """
        if given is not None or not self.terminal:
            answer = given if given is not None else default or ""
            if answer not in choices:
                self._refuse(_unknown(answer, choices))
            return answer
        words = list(choices)
        if len(words) == 1:
            return words[0]
        width = max(map(len, words), default=0)
        click.echo(self.told(question), err=True)
        for number, word in enumerate(words, start=1):
            click.echo(f"  {number:>2}  {word:<{width}}  {choices[word]}".rstrip(), err=True)
        while True:
            asked = click.prompt(self.told(say("A number or a word")), default=default, err=True)
            answer = _picked(str(asked).strip(), words)
            if answer in choices:
                return answer
            click.echo(self.told(_unknown(answer, choices)), err=True)

    def yes(self, question: Message, given: bool | None = None, *, default: bool = False) -> bool:
        """Yes or no; a first letter will do."""
        if given is not None or not self.terminal:
            return default if given is None else given
        yes, no = self.told(say("yes")), self.told(say("no"))
        while True:
            asked = click.prompt(self.told(question), default=yes if default else no, err=True)
            answer = cleaned(str(asked)).casefold()
            # English is understood too: that is what other programs ask for.
            for words, meant in (((yes, "yes"), True), ((no, "no"), False)):
                if answer and any(word.startswith(answer) for word in words):
                    return meant
            click.echo(self.told(_unknown(answer, {yes: "", no: ""})), err=True)

    def _refuse(self, wrong: Message | None) -> None:
        if wrong is not None:
            raise click.UsageError(self.told(wrong))


def cleaned(text: str) -> str:
    """A line without what a record may not hold."""
    return FORBIDDEN.sub("", " ".join(text.split()))


def _picked(answer: str, words: Sequence[str]) -> str:
    if answer.isascii() and answer.isdigit() and 1 <= int(answer[:4]) <= len(words):
        return words[int(answer) - 1]
    return answer


def _unknown(answer: str, choices: Mapping[str, str]) -> Message:
    answer = cleaned(answer)[:60]
    meant = nearest(answer, choices)
    if meant is not None:
        return say("“{answer}” is not there. Did you mean “{meant}”?", answer=answer, meant=meant)
    few = tuple(choices)[:20]
    return say("“{answer}” is not there. There are: {words}.", answer=answer, words=few)
