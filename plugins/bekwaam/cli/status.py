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
from bekwaam.cli.output import complain, in_doubt
from bekwaam.cli.refusing import require_records
from bekwaam.cli.settings import settings
from bekwaam.export.statuses import as_data, as_text
from bekwaam.mkdocs_plugin.options import unknown_learner
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
    require_records(chosen.portfolios)
    loaded = project.load(chosen.portfolios, as_of=chosen.as_of)
    school = loaded.project.school.data
    first = school.first_language
    language = translations.spoken_language(os.environ, first)
    translate = translations.load(language).gettext
    learners = loaded.project.learners
    if learner is not None and learner not in learners:
        raise click.UsageError(unknown_learner(learner, learners).render(translate))
    wanted = {learner} if learner else set(learners)
    statuses = {one: found for one, found in loaded.statuses.items() if one in wanted}
    names = {
        one: folder.learner.data.name.pick(first, first)
        for one, folder in learners.items()
        if folder.learner.data.name is not None
    }
    if audience is not None:
        gated = restrict(loaded.project, loaded.statuses, chosen.audience, chosen.as_of, sorted(wanted))
        statuses = dict(gated.statuses)
        names = {one: shown.name for one, shown in gated.shown.items()}
    if form == "json":
        click.echo(json.dumps(as_data(statuses, chosen.as_of, translate), ensure_ascii=False, indent=2))
    else:
        click.echo(as_text(statuses, names, school, language, translate))
    if loaded.errors:
        complain(in_doubt(loaded.errors).render(translate))
        return 1
    return 0
