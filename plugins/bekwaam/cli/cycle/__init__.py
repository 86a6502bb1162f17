"""`bekwaam cycle`: what a school keeps of a year when the year is over."""

from __future__ import annotations

import click

from bekwaam.cli.cycle.close import close


@click.group()
def command() -> None:
    """Keep what a school year, or another cycle, came to."""


command.add_command(close)
