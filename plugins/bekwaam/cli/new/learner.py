"""`bekwaam new learner`: a folder for somebody, under an id that tells nothing."""

from __future__ import annotations

from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.new.days import school_year
from bekwaam.cli.new.neutral import propose_id, propose_pseudonym
from bekwaam.cli.new.place import place
from bekwaam.diagnostics import Message, say
from bekwaam.rendering import translations
from bekwaam.source import is_id


@click.command()
@click.argument("learner_id", required=False, metavar="[ID]")
@click.option("--name", help="First name and family name; may come later.")
@click.option("--pseudonym", help="Stands wherever the name may not.  [default: a colour and an animal]")
@click.option("--minor/--of-age", default=None, help="Whether the learner is a minor.  [default: a minor]")
@click.option("--programme", metavar="ID", help="The framework that the learner follows.")
@click.option("--cohort", help="The group or school year.  [default: this school year]")
@options.portfolios()
def learner(
    *,
    learner_id: str | None,
    name: str | None,
    pseudonym: str | None,
    minor: bool | None,
    programme: str | None,
    cohort: str | None,
    portfolios: Path | None,
) -> int:
    """Add a learner.

    ID is the name of the learner's folder: it stands in addresses of the team's site, so it had
    better not be the name. Without ID one is proposed.
    """
    here = place(portfolios)
    ask, found = here.questions, here.loaded.project
    if not found.frameworks:
        none = say("There is no framework yet: add one in {folder}.", folder="frameworks/")
        raise click.UsageError(ask.told(none))
    frameworks = {one: here.words(record.data.title) for one, record in found.frameworks.items()}
    if len(frameworks) > 1:
        ask.require({"--programme": programme})

    def is_free(word: str) -> Message | None:
        if not is_id(word):
            return say("“{word}” cannot be an id: use letters, digits and `-`.", word=word)
        if (
            word.casefold() in {one.casefold() for one in found.learners}
            or (here.root / "learners" / word).exists()
        ):
            return say("There is a learner “{word}” already.", word=word)
        return None

    proposed = propose_id(found.learners)
    identity = ask.text(
        say("An id for the folder; it tells nothing about who it is"),
        learner_id,
        default=proposed,
        check=is_free,
    )
    spoken = translations.load(here.language).gettext
    taken = {folder.learner.data.pseudonym for folder in found.learners.values()}
    alias = propose_pseudonym(taken, identity, lambda one: one.render(spoken))
    pseudonym = ask.text(say("A pseudonym, for wherever the name may not stand"), pseudonym, default=alias)
    is_minor = ask.yes(say("Is the learner a minor?"), minor, default=True)
    programme = ask.choice(
        say("Which programme?"),
        frameworks,
        programme,
        default=None if len(frameworks) > 1 else min(frameworks),
    )
    cohort = ask.text(say("The group or school year"), cohort, default=school_year(here.today))
    file = here.write(
        f"learners/{identity}/learner.yml",
        "learner.yml",
        name=name,
        pseudonym=pseudonym,
        minor=is_minor,
        programme=programme,
        cohort=cohort,
        today=here.today,
    )
    return here.tell(file)
