"""Makes one document outside a site."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from bekwaam import project
from bekwaam.cli.settings import Settings
from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin import findings
from bekwaam.mkdocs_plugin.content import Content, gather, unknown_learner
from bekwaam.mkdocs_plugin.documents import CannotPrint, print_alone
from bekwaam.mkdocs_plugin.jobs import job_for
from bekwaam.model.audience import Audience
from bekwaam.rendering import labels, translations
from bekwaam.rendering.writing import write_whole
from bekwaam.views.learner import DocumentKind

_IN_THE_SITE = (DocumentKind.DESCRIPTION, DocumentKind.PORTFOLIO)


class CannotPrintOne(Exception):  # noqa: N818 - said to the user as it is
    """A document that is not made; the argument says why, in the user's language."""

    def __init__(self, reason: str, *, of_the_records: bool) -> None:
        super().__init__(reason)
        self.of_the_records = of_the_records


def print_one(
    chosen: Settings, learner: str, kind: DocumentKind, language: str | None, file: Path
) -> list[str]:
    """Write one document; gives what could not be printed as it should.

    Raises:
        CannotPrintOne: where the records have errors, or this audience may not have the document.
    """
    options = chosen.options
    loaded = project.load(options.portfolios, as_of=options.as_of)
    spoken = findings.spoken_language(os.environ, loaded.project.school.data.first_language)
    translate = translations.load(spoken).gettext

    def stop(message: Message, *, of_the_records: bool = False) -> CannotPrintOne:
        return CannotPrintOne(message.render(translate), of_the_records=of_the_records)

    if loaded.errors:
        colour = findings.colours(os.environ, sys.stderr)
        report = findings.report(loaded, spoken, colour=colour, standing_in=Path.cwd())
        sys.stderr.write(f"{report}\n")
        raise stop(say("Nothing was printed, because of the errors above."), of_the_records=True)
    if learner not in loaded.project.learners:
        raise stop(unknown_learner(learner, loaded.project.learners))
    folder = chosen.config_file.parent if chosen.config_file else Path.cwd()
    cache = folder / ".cache" / "bekwaam"
    content = gather(loaded, replace(options, learners=(learner,), pdf=True), cache)
    language = language or content.school.language
    if language not in content.schools:
        has = tuple(content.schools)
        raise stop(say("The school has no {language}; it has {languages}.", language=language, languages=has))
    key = next(iter(content.school.learners), None)
    if key is None or not _may_have(content, key, kind):
        raise stop(
            say(
                "There is no {document} of {learner} for {audience}: "
                "no consent covers it, or there is nothing to put in it.",
                document=translate(labels.label(kind)),
                learner=learner,
                audience=translate(labels.label(options.audience)),
            )
        )
    try:
        document, messages = print_alone(job_for(content, key, kind, language, cache / "pictures"))
    except CannotPrint as wrong:
        raise stop(wrong.args[0]) from wrong
    write_whole(file.absolute(), document)
    return [message.render(translate) for message in messages]


def _may_have(content: Content, key: str, kind: DocumentKind) -> bool:
    """Whether this audience may have a document, and there is something to stand in it."""
    view = content.school.learners[key]
    if kind in _IN_THE_SITE:
        return any(document.kind is kind for document in view.documents)
    return content.school.audience is Audience.TEAM and view.plan is not None
