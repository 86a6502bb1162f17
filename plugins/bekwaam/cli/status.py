"""`bekwaam status`: what every competence is at, and why."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import click

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.cli import options
from bekwaam.cli.output import complain
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import nearest
from bekwaam.export.statuses import as_data, as_text
from bekwaam.mkdocs_plugin import findings
from bekwaam.rendering import translations


@click.command()
@click.argument("learner", required=False)
@options.portfolios()
@options.as_of()
@options.only_audience()
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def command(
    *,
    learner: str | None,
    portfolios: Path | None,
    as_of: dt.date | None,
    audience: str | None,
    form: str,
) -> int:
    """Tell the status of every competence, of all learners or of LEARNER, with the reason."""
    chosen = settings(portfolios, as_of, audience).options
    if not chosen.portfolios.is_dir():
        raise click.UsageError(f"There is no folder {chosen.portfolios}. Start with “bekwaam new school”.")
    loaded = project.load(chosen.portfolios, as_of=chosen.as_of)
    learners = loaded.project.learners
    if learner is not None and learner not in learners:
        meant = nearest(learner, learners)
        hint = f" Did you mean “{meant}”?" if meant else ""
        raise click.UsageError(f"There is no learner “{learner}”.{hint}")
    wanted = {learner} if learner else set(learners)
    statuses = {one: found for one, found in loaded.statuses.items() if one in wanted}
    school = loaded.project.school.data
    first = school.first_language
    names = {
        one: folder.learner.data.name.pick(first, first)
        for one, folder in learners.items()
        if folder.learner.data.name is not None
    }
    if audience is not None:
        gated = restrict(loaded.project, loaded.statuses, chosen.audience, chosen.as_of, sorted(wanted))
        statuses = dict(gated.statuses)
        names = {one: shown.name for one, shown in gated.shown.items()}
    language = findings.spoken_language(os.environ, first)
    translate = translations.load(language).gettext
    if form == "json":
        click.echo(json.dumps(as_data(statuses, chosen.as_of, translate), ensure_ascii=False, indent=2))
    else:
        click.echo(as_text(statuses, names, school, language, translate))
    if loaded.errors:
        complain(f"the records have {loaded.errors} errors, so this may not be right: see “bekwaam validate”")
        return 1
    return 0
