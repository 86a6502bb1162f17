"""`bekwaam export`: what records say, taken along or in other forms."""

from __future__ import annotations

import click

from bekwaam.cli.export.learner import learner
from bekwaam.cli.export.table import table


@click.group()
def command() -> None:
    """Take records along, or in other forms."""


for _one in (learner, table):
    command.add_command(_one)
