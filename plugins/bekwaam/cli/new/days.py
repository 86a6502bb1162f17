"""Dates in the names of records, and the school year."""

from __future__ import annotations

import datetime as dt

import click

from bekwaam.audience.slug import slug
from bekwaam.cli.settings import day

_FIRST_MONTH = 8
_LONGEST = 40

date_option = click.option(
    "--date", "date", callback=day, metavar="DATE", help="When it was, as 2026-06-30.  [default: today]"
)


def dated(date: dt.date, title: str) -> str:
    """The stem of a dated record's name."""
    short = slug(title)
    if len(short) > _LONGEST:
        short = short[:_LONGEST].rpartition("-")[0] or short[:_LONGEST]
    return f"{date.isoformat()}-{short}"


def school_year(date: dt.date) -> str:
    """The school year that a day is in, as ``2025-2026``."""
    start = date.year if date.month >= _FIRST_MONTH else date.year - 1
    return f"{start}-{start + 1}"
