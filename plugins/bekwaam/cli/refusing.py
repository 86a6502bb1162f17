"""What the command cannot do, said when it is known in which language."""

from __future__ import annotations

from pathlib import Path

import click

from bekwaam.diagnostics import Message, Translate, say


class Refused(click.UsageError):
    """The command is asked for something that cannot be; ``said`` tells why."""

    def __init__(self, said: Message, ctx: click.Context | None = None) -> None:
        super().__init__(said.render(), ctx)
        self.said = said


class Stopped(click.ClickException):
    """The command was used well, and still cannot go on; ``said`` tells why."""

    def __init__(self, said: Message) -> None:
        super().__init__(said.render())
        self.said = said


def reason(wrong: click.ClickException, translate: Translate) -> str:
    """Why the command ends, in the reader's language; click words its own reasons itself."""
    if isinstance(wrong, Refused | Stopped):
        return wrong.said.render(translate)
    return wrong.format_message()


def require_records(folder: Path) -> None:
    """Stop where there are no records.

    Raises:
        Refused: naming the folder.
    """
    if not folder.is_dir():
        raise Refused(say("There is no folder {folder}. Start with “bekwaam new school”.", folder=folder))
