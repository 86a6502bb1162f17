"""`bekwaam validate`: every finding of every record, or of those named."""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from bekwaam.audience import heard, restrict
from bekwaam.cli import options
from bekwaam.cli.naming import Elsewhere, Named
from bekwaam.cli.output import Output, colours
from bekwaam.cli.refusing import require_records
from bekwaam.cli.reporting import FORMATS, written
from bekwaam.cli.revisions import loaded_at, new_since
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin.options import Options
from bekwaam.model.audience import Audience
from bekwaam.project import Loaded
from bekwaam.rendering import translations
from bekwaam.source.characters import shown


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH ...]")
@options.portfolios()
@options.as_of()
@click.option(
    "--audience", metavar="A", help="Only what this audience may hear of: team, handover or public."
)
@click.option("--at", metavar="REV", help="The records as they are in this commit; nothing is checked out.")
@click.option("--since", metavar="REV", help="Only what is not wrong in this commit yet.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.pass_obj
def command(
    output: Output,
    *,
    paths: tuple[Path, ...],
    portfolios: Path | None,
    as_of: dt.date | None,
    audience: str | None,
    at: str | None,
    since: str | None,
    form: str,
    strict: bool,
) -> int:
    """Check all records, and say what is wrong, where, and how to mend it.

    With PATHs only what stands in those files and folders is told; the rules still see the whole
    school. With --at the settings are still those of the folder that you stand in.
    """
    chosen = settings(portfolios, as_of, audience).options
    if at is None:
        require_records(chosen.portfolios)
    with loaded_at(at, chosen) as (loaded, modules):
        language = translations.spoken_language(os.environ, loaded.project.school.data.first_language)

        def told(message: Message) -> str:
            return message.render(translations.load(language).gettext)

        for one in modules:
            output.remark(
                told(
                    say(
                        "{path} is a repository of its own: what is in it was not read.", path=shown(one, 300)
                    )
                )
            )
        if since is not None:
            with loaded_at(since, chosen) as (earlier, _):
                loaded = new_since(earlier, loaded)
        if paths:
            try:
                named = Named(chosen.portfolios, paths, Path.cwd())
            except Elsewhere as wrong:
                raise click.UsageError(told(wrong.args[0])) from None
            for missing in named.missing if at is None else ():
                output.remark(
                    told(say("{path} is not there (any more), so nothing in it was checked.", path=missing))
                )
            loaded = _only(loaded, named)
        if audience is not None:
            loaded, unheard = _for(loaded, chosen)
            if unheard:
                output.remark(
                    told(say("Left out, because this audience may not see it: {count}.", count=unheard))
                )
        if loaded.diagnostics or form != "text" or not output.quiet:
            report = written(
                loaded,
                form,
                language=language,
                standing_in=Path.cwd(),
                shown_root=chosen.portfolios,
                colour=colours(sys.stdout.isatty()),
                strict=strict,
                excerpts=audience is None or chosen.audience is Audience.TEAM,
            )
            # An empty list of workflow commands is an empty output.
            click.echo(report, nl=bool(report))
    if form == "text" and loaded.diagnostics and sys.stderr.isatty():
        code = min(loaded.diagnostics, key=lambda one: one.code).code
        output.remark(told(say("“bekwaam explain {code}” tells more about a finding.", code=code)))
    return 1 if loaded.errors or (strict and loaded.warnings) else 0


def _only(loaded: Loaded, named: Named) -> Loaded:
    kept = tuple(one for one in loaded.diagnostics if named.holds(one.path))
    return replace(loaded, diagnostics=kept, files=sum(map(named.holds, loaded.paths)))


def _for(loaded: Loaded, chosen: Options) -> tuple[Loaded, int]:
    """The findings that an audience may hear of, and how many it may not."""
    gated = restrict(loaded.project, loaded.statuses, chosen.audience, chosen.as_of)
    kept = heard(loaded.diagnostics, loaded.project, gated)
    return replace(loaded, diagnostics=kept), len(loaded.diagnostics) - len(kept)
