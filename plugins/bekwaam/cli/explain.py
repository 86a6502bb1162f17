"""`bekwaam explain`: what a finding means, an example, and how to mend it."""

from __future__ import annotations

import os
from pathlib import Path

import click

from bekwaam import source
from bekwaam.cli import options
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import Message, Translate, nearest, say
from bekwaam.diagnostics.codes import CODES, explain
from bekwaam.model.kinds import Kind
from bekwaam.rendering import translations


@click.command()
@click.argument("code", required=False)
@options.portfolios()
def command(*, code: str | None, portfolios: Path | None) -> None:
    """Tell what a finding means, with an example and how to mend it.

    CODE stands beside each finding, as E301. Without CODE, all of them are listed.
    """
    translate = translations.load(_language(portfolios)).gettext
    if code is None:
        click.echo(_listed(translate))
        return
    wanted = code.strip().upper()
    if wanted not in CODES:
        raise click.UsageError(_unknown(wanted).render(translate))
    click.echo(explain(wanted, translate), nl=False)


def _unknown(code: str) -> Message:
    meant = nearest(code, CODES)
    if meant is None:
        return say("There is no code “{code}”. Without a code, all of them are listed.", code=code[:40])
    return say("There is no code “{code}”. Did you mean “{meant}”?", code=code[:40], meant=meant)


def _listed(translate: Translate) -> str:
    return "\n".join(f"{one.code}  {translate(one.title)}" for one in CODES.values())


def _language(portfolios: Path | None) -> str:
    """The user's language, else the school's; a school that cannot be read is no reason to stop."""
    try:
        root = settings(portfolios).options.portfolios
    except click.UsageError:
        root = portfolios or Path()
    file = source.SourceFile(path="school.yml", kind=Kind.SCHOOL, id="school")
    data = source.read(root, file).data or {}
    languages = data.get("languages")
    first = languages[0] if isinstance(languages, list) and languages else None
    school = first if isinstance(first, str) else translations.SOURCE_LANGUAGE
    return translations.spoken_language(os.environ, school)
