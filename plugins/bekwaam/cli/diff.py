"""`bekwaam diff`: what a change does to competences, in words."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from pathlib import Path

import click

from bekwaam import project
from bekwaam.cli import differences, options
from bekwaam.cli.difference_report import Difference, Wording, as_json, as_markdown, as_text
from bekwaam.cli.differences import Side
from bekwaam.cli.settings import settings
from bekwaam.mkdocs_plugin import findings
from bekwaam.provenance.git import Git, GitFailed, find
from bekwaam.provenance.snapshot import write_snapshot


@click.command()
@click.argument("revisions", metavar="BASE[..HEAD]")
@options.portfolios()
@options.as_of()
@click.option(
    "--format", "form", type=click.Choice(("text", "markdown", "json")), default="text", show_default=True
)
@click.option("--pseudonyms", is_flag=True, help="No names, titles or ids: others may read it.")
def command(
    *, revisions: str, portfolios: Path | None, as_of: dt.date | None, form: str, pseudonyms: bool
) -> int:
    """Tell what changes between two git revisions, without checking either out.

    HEAD is the last commit where it is left out; BASE...HEAD starts where the two parted.
    """
    chosen = settings(portfolios, as_of).options
    root = chosen.portfolios
    git = find(root if root.exists() else Path.cwd())
    if git is None:
        raise click.UsageError("There is no git repository here, or git is not installed.")
    place = root.resolve().relative_to(git.work_tree).as_posix()
    prefix = "" if place == "." else f"{place}/"
    base, head = _commits(git, revisions)
    with tempfile.TemporaryDirectory(prefix="bekwaam-") as folder:
        old = _side(git, base, prefix, Path(folder) / "old", chosen.as_of)
        new = _side(git, head, prefix, Path(folder) / "new", chosen.as_of)
        found = _difference(old, new, base, head, chosen.as_of)
    school = new.loaded.project.school.data
    words = Wording(
        old=old.loaded.project,
        new=new.loaded.project,
        language=findings.spoken_language(os.environ, school.first_language),
        pseudonyms=pseudonyms,
    )
    writer = {"text": as_text, "markdown": as_markdown, "json": as_json}[form]
    click.echo(writer(found, words))
    return 0


def _commits(git: Git, revisions: str) -> tuple[str, str]:
    separator = "..." if "..." in revisions else ".."
    names = [one or "HEAD" for one in revisions.partition(separator)[::2]]
    commits = []
    for name in names:
        commit = git.commit(name)
        if commit is None:
            raise click.UsageError(f"Git knows no revision “{name}” here.")
        commits.append(commit)
    if separator == "..." and separator in revisions:
        try:
            commits[0] = git.run("merge-base", *commits).decode("ascii").strip()
        except GitFailed:
            raise click.UsageError(f"“{names[0]}” and “{names[1]}” have no commit in common.") from None
    return commits[0], commits[1]


def _side(git: Git, commit: str, prefix: str, folder: Path, as_of: dt.date) -> Side:
    media = write_snapshot(git, commit, prefix, folder)
    return differences.side(project.load(folder, as_of=as_of), media)


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
