"""The command in the language of whoever types: its help, and what click says itself."""

from __future__ import annotations

import copy
import gettext
import inspect
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

from bekwaam.rendering import translations

_LANGUAGES = "LANGUAGE"
"""The variable that gettext asks first, before `LC_ALL` and `LANG`."""


@dataclass(frozen=True, slots=True)
class _Lookup:
    """Where the standard library's gettext looks, and in which languages (None: as `LANG` says)."""

    domain: str
    languages: str | None

    @classmethod
    def now(cls) -> _Lookup:
        return cls(gettext.textdomain(), os.environ.get(_LANGUAGES))

    @contextmanager
    def held(self) -> Iterator[None]:
        before = self.now()
        self._hold()
        try:
            yield
        finally:
            before._hold()

    def _hold(self) -> None:
        gettext.textdomain(self.domain)
        if self.languages is None:
            os.environ.pop(_LANGUAGES, None)
        else:
            os.environ[_LANGUAGES] = self.languages


class Speech:
    """Speaks one language for a command, which itself stays in English."""

    def __init__(self, language: str) -> None:
        self._translate = translations.load(language).gettext
        self._ours = _Lookup(translations.DOMAIN, language)
        self._theirs = _Lookup.now()

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Let click find its own words in our catalogue; everything is as it was afterwards."""
        folder = gettext.bindtextdomain(translations.DOMAIN)
        gettext.bindtextdomain(translations.DOMAIN, str(translations.LOCALE))
        try:
            with self._ours.held():
                yield
        finally:
            gettext.bindtextdomain(translations.DOMAIN, folder)

    @contextmanager
    def unheard(self) -> Iterator[None]:
        """For the work itself: other programs and libraries ask the environment for languages too."""
        with self._theirs.held():
            yield

    def of(self, command: click.Command) -> click.Command:
        """A copy of a command, and of all that is below it, in this language."""
        said = _Group(command, self) if isinstance(command, click.Group) else copy.copy(command)
        said.help = self._text(command.help)
        said.short_help = self._text(command.short_help)
        said.epilog = self._text(command.epilog)
        said.options_metavar = self._text(command.options_metavar)
        said.params = [self._parameter(one) for one in command.params]
        said.callback = self._working(command.callback)
        # Click keeps this option in the language of whoever first asked for help.
        said._help_option = None
        return said

    def text(self, text: str) -> str:
        """A help text in this language."""
        return self._translate(paragraphs(text)) if text else text

    def _text(self, text: str | None) -> str | None:
        return None if text is None else self.text(text)

    def _parameter(self, parameter: click.Parameter) -> click.Parameter:
        said = copy.copy(parameter)
        if isinstance(said, click.Option):
            said.help = self._text(said.help)
        if isinstance(said.type, click.Path | click.IntRange):
            said.type = copy.copy(said.type)
            said.type.name = self.text(said.type.name)
        return said

    def _working(self, callback: Callable[..., Any] | None) -> Callable[..., Any] | None:
        if callback is None:
            return None

        @wraps(callback)
        def work(*arguments: Any, **options: Any) -> Any:
            with self.unheard():
                return callback(*arguments, **options)

        return work


class _Group(click.Group):
    """A group whose commands are put into another language when somebody asks for them."""

    def __init__(self, original: click.Group, speech: Speech) -> None:
        super().__init__(original.name)
        vars(self).update(vars(original))
        self._original = original
        self._speech = speech
        self.subcommand_metavar = speech.text(original.subcommand_metavar)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return self._original.list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        # What is imported now keeps some of click's words, and would keep them in this language.
        with self._speech.unheard():
            found = self._original.get_command(ctx, cmd_name)
        return None if found is None else self._speech.of(found)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        with self._speech.unheard():
            self._original.get_command(ctx, args[0])
        name, found, rest = self._original.resolve_command(ctx, args)
        return name, None if found is None else self._speech.of(found), rest


def paragraphs(text: str) -> str:
    """A help text with each paragraph on one line, so that no translation hangs on where lines break.

    What follows a form feed is not for readers: click shows nothing of it either.
    """
    cleaned = inspect.cleandoc(text).partition("\f")[0].strip()
    found = (" ".join(line.strip() for line in one.splitlines()) for one in cleaned.split("\n\n"))
    return "\n\n".join(found)
