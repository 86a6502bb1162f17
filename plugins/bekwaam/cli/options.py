"""Options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from bekwaam.cli.settings import day

Command = TypeVar("Command", bound=Callable[..., Any])


def portfolios() -> Callable[[Command], Command]:
    """``--portfolios DIR``: where the records are."""
    return click.option(
        "--portfolios",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="The folder of records.  [default: as mkdocs.yml says, else portfolios]",
    )


def as_of() -> Callable[[Command], Command]:
    """``--as-of DATE``: the day for statuses."""
    return click.option(
        "--as-of",
        callback=day,
        metavar="DATE",
        help="The day on which statuses hold, as 2026-06-30.  [default: as mkdocs.yml says, else today]",
    )


def audience() -> Callable[[Command], Command]:
    """``--audience A``: for whom."""
    return click.option(
        "--audience",
        metavar="A",
        help="For whom: team, handover or public.  [default: as mkdocs.yml says, else public]",
    )


def only_audience() -> Callable[[Command], Command]:
    """``--audience A`` for verbs that tell everything without it."""
    return click.option(
        "--audience", metavar="A", help="Only what this audience may see: team, handover or public."
    )


def learners() -> Callable[[Command], Command]:
    """``--learner ID``: only these."""
    return click.option(
        "--learner", "learners", multiple=True, metavar="ID", help="Only this learner; may be repeated."
    )


def file() -> Callable[[Command], Command]:
    """``-o FILE``: where a document goes."""
    return click.option(
        "-o",
        "--output",
        "file",
        type=click.Path(path_type=Path, dir_okay=False),
        required=True,
        metavar="FILE",
        help="Where to write it.",
    )
