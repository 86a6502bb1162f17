"""From a verb's options to what the MkDocs plugin is asked for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from bekwaam.cli.output import Output
from bekwaam.cli.refusing import Refused
from bekwaam.cli.settings import find_config
from bekwaam.diagnostics import say
from bekwaam.mkdocs_plugin.asked import Asked
from bekwaam.mkdocs_plugin.options import Given, WrongOption, message_of, parse_audience


def asked(
    output: Output,
    portfolios: Path | None,
    audience: str | None,
    learners: tuple[str, ...],
    as_of: dt.date | None,
    pdf: bool | None,
) -> Asked:
    """Put the options together.

    Raises:
        Refused: for an audience that there is not.
    """
    try:
        wanted = parse_audience(audience, "--audience") if audience else None
    except WrongOption as wrong:
        raise Refused(message_of(wrong)) from None
    given = Given(
        portfolios=portfolios.absolute() if portfolios else None,
        audience=wanted,
        learners=learners or None,
        as_of=as_of,
        pdf=pdf,
    )
    return Asked(given=given, progress=output.progress("PDF"))


def config_file() -> Path:
    """The `mkdocs.yml` to build with.

    Raises:
        Refused: where there is none.
    """
    found = find_config(Path.cwd())
    if found is None:
        raise Refused(
            say(
                "There is no mkdocs.yml here. Go to the folder of the school, or start with “bekwaam new"
                " school”."
            )
        )
    return found.absolute()
