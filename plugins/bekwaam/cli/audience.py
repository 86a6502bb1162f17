"""`bekwaam audience`: who would see what of a learner, and why not more."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import click

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.audience.gated import Gated
from bekwaam.audience.reasons import withheld_of
from bekwaam.cli import options
from bekwaam.cli.output import complain, in_doubt
from bekwaam.cli.refusing import require_records
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import Message, Translate, say
from bekwaam.mkdocs_plugin.options import unknown_learner
from bekwaam.model.audience import Audience
from bekwaam.model.project import LearnerFolder
from bekwaam.rendering import translations
from bekwaam.rendering.labels import label


@click.command()
@click.argument("learner")
@options.portfolios()
@options.as_of()
def command(*, learner: str, portfolios: Path | None, as_of: dt.date | None) -> int:
    """Tell what the team, a next school or employer, and everyone would see of LEARNER, and why."""
    chosen = settings(portfolios, as_of).options
    require_records(chosen.portfolios)
    loaded = project.load(chosen.portfolios, as_of=chosen.as_of)
    language = translations.spoken_language(os.environ, loaded.project.school.data.first_language)
    translate = translations.load(language).gettext
    folder = loaded.project.learners.get(learner)
    if folder is None:
        raise click.UsageError(unknown_learner(learner, loaded.project.learners).render(translate))
    blocks = []
    for audience in Audience:
        gated = restrict(loaded.project, loaded.statuses, audience, chosen.as_of, (learner,))
        blocks.append("\n".join(_told(folder, gated, translate)))
    click.echo("\n\n".join(blocks))
    if loaded.errors:
        complain(in_doubt(loaded.errors).render(translate))
        return 1
    return 0


def _told(folder: LearnerFolder, gated: Gated, translate: Translate) -> Iterator[str]:
    yield f"{label(gated.audience, translate)} ({gated.audience.value})"
    for line in _seen(gated):
        yield f"  + {line.render(translate)}"
    for one in withheld_of(folder, gated):
        yield f"  - {one.what.render(translate)}: {one.why.render(translate)}"


def _seen(gated: Gated) -> Iterator[Message]:
    for key, shown in gated.shown.items():
        folder = gated.project.learners[key]
        if shown.pages:
            yield say("pages at learners/{key}/, as “{name}”", key=key, name=shown.name)
        else:
            yield say("a description only, as “{name}”", name=shown.name)
        for one, record in folder.evidence.items():
            yield say("evidence/{id}, files: {number}", id=one, number=len(record.data.media))
        if gated.statuses[key]:
            yield say("competences: {competences}", competences=tuple(gated.statuses[key]))
        return
    yield say("nothing, and in no list or count either")
