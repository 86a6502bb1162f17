"""How verbs speak: results on standard output, everything else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

import click

from bekwaam.diagnostics import Message, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What the options before the verb say about output."""

    quiet: bool = False
    debug: bool = False

    def remark(self, text: str) -> None:
        """Say something that is no result, unless only what is wrong is wanted."""
        if not self.quiet:
            click.echo(text, err=True)

    def progress(self, label: str) -> Callable[[int, int], None]:
        """A progress bar on a terminal; silence on a pipe."""
        if self.quiet or not sys.stderr.isatty():
            return lambda _done, _all: None
        width = 30

        def show(done: int, total: int) -> None:
            filled = width * done // max(1, total)
            end = "\n" if done == total else ""
            bar = "█" * filled + "·" * (width - filled)
            click.echo(f"\r{label} {bar} {done}/{total}{end}", err=True, nl=False)

        return show


def colours(stream_is_terminal: bool) -> bool:
    """Whether to colour output."""
    return stream_is_terminal and not os.environ.get("NO_COLOR")


def in_doubt(errors: int) -> Message:
    """What to say where records with errors were read all the same."""
    return say(
        "the records have {errors} errors, so this may not be right: see “bekwaam validate”", errors=errors
    )


def complain(text: str) -> None:
    """One line about what went wrong."""
    click.echo(f"bekwaam: {' '.join(text.split())}", err=True)
