"""`bekwaam stats`: the figures of follow-up and quality."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.counting import Counted, counted
from bekwaam.cli.output import Output, complain, in_doubt
from bekwaam.cli.settings import settings
from bekwaam.export.figures import NOTHING_SMALL, as_csv, as_data, as_indicators, as_text
from bekwaam.figures.protection import protect
from bekwaam.indicators import Indication, Seen, indications, period_on
from bekwaam.indicators.seen import period_of
from bekwaam.model.audience import Audience
from bekwaam.rendering import translations


@click.command()
@options.portfolios()
@options.as_of()
@click.option("--cycle", metavar="ID", help="Only what falls in this cycle, as on its last day.")
@click.option(
    "--audience",
    metavar="A",
    help="Only what this audience may see: team, handover or public; outside the team without small groups.",
)
@click.option(
    "--format", "form", type=click.Choice(("text", "json", "csv")), default="text", show_default=True
)
@click.pass_obj
def command(
    output: Output,
    *,
    portfolios: Path | None,
    as_of: dt.date | None,
    cycle: str | None,
    audience: str | None,
    form: str,
) -> int:
    """Count learners, placements, evidence, assessments, contacts, next steps, actions and more.

    The pages for the team show the same figures. They may be about one or two people: keep them in the
    team. What may be shared is made by “bekwaam cycle close” and “bekwaam report”.
    """
    chosen = settings(portfolios, as_of, audience or Audience.TEAM.value).options
    found = counted(chosen, cycle)
    first = found.loaded.project.school.data.first_language
    language = translations.spoken_language(os.environ, first)
    translate = translations.load(language).gettext
    # What an audience may not see at all would stand there as a zero, which would be a lie.
    seen = [one for one in found.figures if one.number]
    totals = None if chosen.audience is Audience.TEAM else protect(seen)
    if form == "json":
        data = as_data(found.figures, found.gated.as_of, cycle, totals)
        if totals is None:
            data["indicators"] = as_indicators(_indications(found), translate)
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(as_csv(found.figures, language, first, translate, totals), nl=False)
    else:
        click.echo(as_text(found.figures, language, first, translate, totals))
    if totals is not None:
        output.remark(NOTHING_SMALL.render(translate))
    if found.loaded.errors:
        complain(in_doubt(found.loaded.errors).render(translate))
        return 1
    return 0


def _indications(found: Counted) -> Mapping[str, Indication]:
    """What the records say about the guide's points, in the cycle or in the one that runs."""
    project, as_of = found.gated.project, found.gated.as_of
    period = period_of(found.cycle) if found.cycle else period_on(project, as_of)
    return indications(Seen(project=project, statuses=found.gated.statuses, as_of=as_of, period=period))
