"""`bekwaam export`: what records say, taken along or in other forms."""

from __future__ import annotations

import click

from bekwaam.cli.export.learner import learner


@click.group()
def command() -> None:
    """Take records along, or in other forms."""


for _one in (learner,):
    command.add_command(_one)
