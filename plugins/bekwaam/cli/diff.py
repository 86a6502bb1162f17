"""`bekwaam diff`: what a change does to competences, in words."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path

import click

from bekwaam import project
from bekwaam.audience import heard, restrict
from bekwaam.cli import differences, options
from bekwaam.cli.difference_report import Difference, Wording, as_json, as_markdown, as_text
from bekwaam.cli.differences import Side
from bekwaam.cli.output import Output
from bekwaam.cli.revisions import Revisions, revisions
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import say
from bekwaam.mkdocs_plugin.options import Options
from bekwaam.provenance.snapshot import Snapshot
from bekwaam.rendering import translations

_APART = say("These are repositories of their own, so nothing of them is told: {folders}.")


@click.command()
@click.argument("between", metavar="BASE[..HEAD]")
@options.portfolios()
@options.as_of()
@options.only_audience()
@click.option(
    "--format", "form", type=click.Choice(("text", "markdown", "json")), default="text", show_default=True
)
@click.option(
    "--most",
    type=click.IntRange(min=1000),
    metavar="BYTES",
    help="Markdown: no longer than this, since code hosts refuse long messages.",
)
@click.option("--pseudonyms", is_flag=True, help="No names, titles or ids: others may read it.")
@click.pass_obj
def command(
    output: Output,
    *,
    between: str,
    portfolios: Path | None,
    as_of: dt.date | None,
    audience: str | None,
    form: str,
    most: int | None,
    pseudonyms: bool,
) -> int:
    """Tell what changes between two git revisions, without checking either out.

    HEAD is the last commit where it is left out; BASE...HEAD starts where the two parted.
    """
    chosen = settings(portfolios, as_of, audience).options
    history = revisions(chosen.portfolios)
    base, head = _commits(history, between)
    with history.laid_out(base) as before, history.laid_out(head) as after:
        old, new = (_side(*one, chosen, gated=audience is not None) for one in (before, after))
        found = _difference(old, new, base, head, chosen.as_of)
        modules = sorted({*before[1].modules, *after[1].modules})
        apart = tuple((chosen.portfolios / one).as_posix() for one in modules)
    school = new.loaded.project.school.data
    words = Wording(
        old=old.loaded.project,
        new=new.loaded.project,
        language=translations.spoken_language(os.environ, school.first_language),
        pseudonyms=pseudonyms,
    )
    if apart:
        translate = translations.load(words.language).gettext
        output.remark(say(_APART.template, folders=apart).render(translate))
    if form == "markdown":
        click.echo(as_markdown(found, words, most))
    else:
        click.echo({"text": as_text, "json": as_json}[form](found, words))
    return 0


def _commits(history: Revisions, between: str) -> tuple[str, str]:
    separator = "..." if "..." in between else ".."
    base, head = (one or "HEAD" for one in between.partition(separator)[::2])
    start = history.parting(base, head) if separator == "..." else history.commit(base)
    return start, history.commit(head)


def _side(root: Path, snapshot: Snapshot, chosen: Options, *, gated: bool) -> Side:
    """The records of a commit, or what an audience may see of them."""
    loaded = project.load(root, as_of=chosen.as_of)
    if gated:
        seen = restrict(loaded.project, loaded.statuses, chosen.audience, chosen.as_of)
        told = heard(loaded.diagnostics, loaded.project, seen)
        loaded = replace(loaded, project=seen.project, statuses=seen.statuses, diagnostics=told)
    return differences.side(loaded, snapshot.media)


def _difference(old: Side, new: Side, base: str, head: str, as_of: dt.date) -> Difference:
    both = sorted({*old.loaded.project.learners, *new.loaded.project.learners})
    photos = {path.split("/")[1] for path, _ in old.media.items() ^ new.media.items() if "/" in path}
    touched = [one for one in both if one in photos or _touched(old, new, one)]
    found = {one: differences.of_learner(old, new, one, as_of) for one in touched}
    return Difference(
        base=base,
        head=head,
        learners={one: lines for one, lines in found.items() if lines},
        school=differences.of_school(old, new),
        errors=(old.loaded.errors, new.loaded.errors),
    )


def _touched(old: Side, new: Side, learner: str) -> bool:
    """Whether anything about a learner differs: a change seldom touches more than a few of a thousand."""
    before, after = (one.loaded.project.learners.get(learner) for one in (old, new))
    if before != after or old.loaded.statuses.get(learner) != new.loaded.statuses.get(learner):
        return True
    folder = f"learners/{learner}/"
    return any(old.seals.get(path) != seal for path, seal in new.seals.items() if path.startswith(folder))
