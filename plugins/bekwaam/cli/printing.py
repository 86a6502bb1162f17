"""Makes one document outside a site: of a learner, or a blank checklist."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bekwaam import project
from bekwaam.audience.gate import restrict
from bekwaam.cli.settings import Settings
from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin import findings
from bekwaam.mkdocs_plugin.content import Content, gather
from bekwaam.mkdocs_plugin.documents import print_alone
from bekwaam.mkdocs_plugin.jobs import CannotPrint, SchoolJob, bare, job_for
from bekwaam.mkdocs_plugin.options import unknown_learner
from bekwaam.model.agreement import LearningForm
from bekwaam.model.audience import Audience
from bekwaam.model.roles import Role
from bekwaam.project import Loaded
from bekwaam.rendering import labels, translations
from bekwaam.rendering.writing import write_whole
from bekwaam.views.build import build
from bekwaam.views.context import Context
from bekwaam.views.learner import DocumentKind
from bekwaam.views.report import latest_report, report_view
from bekwaam.views.school_documents import SchoolDocument, blank_checklist, report_document

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
    spoken = translations.spoken_language(os.environ, loaded.project.school.data.first_language)
    translate = translations.load(spoken).gettext

    def stop(message: Message, *, of_the_records: bool = False) -> CannotPrintOne:
        return CannotPrintOne(message.render(translate), of_the_records=of_the_records)

    if loaded.errors:
        _report(loaded, spoken)
        raise stop(say("Nothing was printed, because of the errors above."), of_the_records=True)
    if learner not in loaded.project.learners:
        raise stop(unknown_learner(learner, loaded.project.learners))
    cache = _cache(chosen)
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


def print_checklist(
    chosen: Settings, form: LearningForm | None, respondent: Role | None, language: str | None, file: Path
) -> list[str]:
    """Write a blank checklist; gives what could not be printed as it should.

    Only `school.yml` has to be in order: a school may well begin with the checklist.

    Raises:
        CannotPrintOne: where `school.yml` has errors, or the language is unknown.
    """
    return _print_of_school(
        chosen, language, file, lambda context: blank_checklist(context, form, respondent)
    )


def print_report(chosen: Settings, cycle: str | None, language: str | None, file: Path) -> list[str]:
    """Write the report about a closed cycle, by default the last; gives what could not be printed right.

    Raises:
        CannotPrintOne: where there is no such cycle, or it is not closed.
    """

    def document(context: Context) -> SchoolDocument:
        cycles = context.project.cycles
        if cycle is not None and cycle not in cycles:
            raise _CannotSay(say("There is no cycle “{cycle}”.", cycle=cycle))
        if cycle is not None and not cycles[cycle].data.counts:
            raise _CannotSay(
                say(
                    "{cycle} is not closed, and only closed totals are safe to share: “bekwaam cycle close"
                    " {cycle}”.",
                    cycle=cycle,
                )
            )
        report = report_view(context, cycle) if cycle is not None else latest_report(context)
        if report is None:
            raise _CannotSay(
                say("No cycle is closed yet. Close one when it is over: “bekwaam cycle close ID”.")
            )
        return report_document(context, report)

    return _print_of_school(chosen, language, file, document)


class _CannotSay(Exception):  # noqa: N818 - becomes `CannotPrintOne`, in the user's language
    """A document of the school that there is not; the argument is the message that says why."""


def _print_of_school(
    chosen: Settings,
    language: str | None,
    file: Path,
    document_of: Callable[[Context], SchoolDocument],
) -> list[str]:
    options = chosen.options
    loaded = project.load(options.portfolios, as_of=options.as_of)
    school = loaded.project.school
    spoken = translations.spoken_language(os.environ, school.data.first_language)
    translate = translations.load(spoken).gettext
    if school.stand_in:
        _report(loaded, spoken)
        said = say("Nothing was printed, because of the errors above.")
        raise CannotPrintOne(said.render(translate), of_the_records=True)
    language = language or school.data.first_language
    has = tuple(dict.fromkeys((*school.data.languages, *translations.available())))
    if language not in has:
        words = say(
            "There are no texts in {language}, only in {languages}.", language=language, languages=has
        )
        raise CannotPrintOne(words.render(translate), of_the_records=False)
    gated = restrict(loaded.project, loaded.statuses, Audience.TEAM, options.as_of)
    nobody = restrict(replace(loaded.project, learners={}), {}, Audience.TEAM, options.as_of)
    try:
        document_asked = document_of(Context(gated, language))
    except _CannotSay as wrong:
        raise CannotPrintOne(wrong.args[0].render(translate), of_the_records=False) from None
    job = SchoolJob(
        document=document_asked,
        school=bare(build(nobody, language)),
        root=loaded.root,
        pictures=_cache(chosen) / "pictures",
    )
    try:
        document, messages = print_alone(job)
    except CannotPrint as wrong:
        raise CannotPrintOne(wrong.args[0].render(translate), of_the_records=False) from wrong
    write_whole(file.absolute(), document)
    return [message.render(translate) for message in messages]


def _report(loaded: Loaded, spoken: str) -> None:
    colour = findings.colours(os.environ, sys.stderr)
    report = findings.report(loaded, spoken, colour=colour, standing_in=Path.cwd())
    sys.stderr.write(f"{report}\n")


def _cache(chosen: Settings) -> Path:
    folder = chosen.config_file.parent if chosen.config_file else Path.cwd()
    return folder / ".cache" / "bekwaam"


def _may_have(content: Content, key: str, kind: DocumentKind) -> bool:
    """Whether this audience may have a document, and there is something to stand in it."""
    view = content.school.learners[key]
    if kind in _IN_THE_SITE:
        return any(document.kind is kind for document in view.documents)
    return content.school.audience is Audience.TEAM and view.plan is not None
