"""`bekwaam forget`: lists everything that tells of a learner, and takes it out of the tree."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import click

from bekwaam import project
from bekwaam.cli import options
from bekwaam.cli.forget import report
from bekwaam.cli.forget.findings import Found, find_everything
from bekwaam.cli.forget.removal import OWNERS, remove, rewrite
from bekwaam.cli.output import complain
from bekwaam.cli.refusing import Stopped, require_records
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import Severity, Translate, say
from bekwaam.mkdocs_plugin.options import unknown_learner
from bekwaam.project import Loaded
from bekwaam.provenance.git import GitFailed
from bekwaam.rendering import translations


@click.command()
@click.argument("learner")
@click.option("--write", is_flag=True, help="Remove it from the folder; nothing is committed.")
@options.portfolios()
def command(*, learner: str, write: bool, portfolios: Path | None) -> int:
    """List every file, mention and commit that holds LEARNER; with --write remove them from the folder.

    The totals of cycles stay, and so does what other records say. Nothing is committed, so that
    you can look first. What git and others still hold is told at the end.
    """
    chosen = settings(portfolios)
    root = chosen.options.portfolios
    require_records(root)
    loaded = project.load(root, chosen.options.as_of)
    spoken = translations.spoken_language(os.environ, loaded.project.school.data.first_language)
    translate = translations.load(spoken).gettext
    try:
        found = find_everything(loaded, learner, chosen.config_file, chosen.site_folder)
    except GitFailed as failure:
        raise Stopped(say("git failed: {reason}", reason=failure)) from failure
    if found is None:
        raise click.UsageError(unknown_learner(learner, loaded.project.learners).render(translate))
    click.echo("\n".join(report.told(found, translate)))
    code = _write(loaded, found, chosen.options.as_of, translate) if write else 0
    click.echo("\n".join(report.advice(found, translate)))
    if not write:
        click.echo(
            say("Nothing is changed yet: “--write” removes it from this folder.").render(translate), err=True
        )
    return code


def _write(loaded: Loaded, found: Found, as_of: dt.date, translate: Translate) -> int:
    changed = [
        one
        for one in dict.fromkeys(one.file for one in found.mentions if one.sure)
        if one not in found.sealed
        and (OWNERS.search(one.as_posix()) or any(one.is_relative_to(part) for part in found.mine))
        and rewrite(loaded.root.resolve(), one, found.marks)
    ]
    remove(found.removable)
    after = project.load(loaded.root, as_of)
    before = {(one.code, one.path) for one in loaded.diagnostics}
    new = [
        one
        for one in after.diagnostics
        if one.severity is Severity.ERROR and (one.code, one.path) not in before
    ]
    click.echo("\n".join(report.done(found, changed, translate)))
    for one in new:
        complain(f"{one.path}: {one.code} {one.message.render(translate)}")
    return 1 if new else 0
