"""Makes the pack for a learner who moves on: whole, searched for leaks, or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from bekwaam import project
from bekwaam.audience import Gated, restrict
from bekwaam.audience.holding_back import held_back
from bekwaam.audience.reasons import why_not
from bekwaam.cli.export.fresh_folder import fresh_folder, require_parent
from bekwaam.cli.refusing import Refused
from bekwaam.cli.settings import Settings
from bekwaam.diagnostics import Message, Translate, say
from bekwaam.export.pack import About, evidence_table, with_inventory, zipped
from bekwaam.mkdocs_plugin import findings
from bekwaam.mkdocs_plugin.content import Content, gather
from bekwaam.mkdocs_plugin.documents import print_alone
from bekwaam.mkdocs_plugin.jobs import CannotPrint, job_for, school_job_for
from bekwaam.mkdocs_plugin.leaks import find_leaks_in
from bekwaam.mkdocs_plugin.options import unknown_learner
from bekwaam.model.audience import Audience
from bekwaam.model.learner import ConsentScope
from bekwaam.project import Loaded
from bekwaam.rendering import labels, translations
from bekwaam.views.context import Context
from bekwaam.views.handover import HandoverView, PackFile, handover_view
from bekwaam.views.learner import DocumentKind
from bekwaam.views.school_documents import SchoolDocument, SchoolDocumentKind

_DOCUMENTS = (DocumentKind.DESCRIPTION, DocumentKind.PORTFOLIO)


class CannotPack(Exception):  # noqa: N818 - said to the user as it is
    """A pack that is not made; ``lines`` say why, in the user's language."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


def pack(chosen: Settings, learner: str, language: str | None, place: Path) -> list[str]:
    """Write a pack to a new folder, or a new file that ends in ``.zip``; gives what to mind.

    Raises:
        CannotPack: where nothing may be handed over, or it cannot be made.
        click.UsageError: for somebody or a place that is not there.
    """
    options = replace(chosen.options, audience=Audience.HANDOVER, learners=(learner,), pdf=True)
    _require_new(place)
    loaded = project.load(options.portfolios, as_of=options.as_of)
    spoken = translations.spoken_language(os.environ, loaded.project.school.data.first_language)
    said = translations.load(spoken).gettext
    if loaded.errors:
        colour = findings.colours(os.environ, sys.stderr)
        sys.stderr.write(f"{findings.report(loaded, spoken, colour=colour, standing_in=Path.cwd())}\n")
        raise CannotPack(say("Nothing was handed over, because of the errors above.").render(said))
    if learner not in loaded.project.learners:
        raise click.UsageError(unknown_learner(learner, loaded.project.learners).render(said))
    has = loaded.project.school.data.languages
    language = language or has[0]
    if language not in has:
        wrong = say("The school has no {language}; it has {languages}.", language=language, languages=has)
        raise click.UsageError(wrong.render(said))
    gated = restrict(
        loaded.project, loaded.statuses, options.audience, options.as_of, (learner,), moving_on=True
    )
    if not gated.shown:
        raise CannotPack(*_refusal(loaded, gated, learner, said))
    folder = chosen.config_file.parent if chosen.config_file else Path.cwd()
    cache = folder / ".cache" / "bekwaam"
    content = gather(loaded, options, cache)
    files, remarks = _files(loaded, content, gated, learner, language, cache, said)
    _write(files, place, loaded, gated, said)
    return remarks


def _refusal(loaded: Loaded, gated: Gated, learner: str, said: Translate) -> Iterable[str]:
    data = loaded.project.learners[learner].learner.data
    yield say("Nothing of {learner} may be handed over, so there is no pack.", learner=learner).render(said)
    for scope in (ConsentScope.DESCRIPTION, ConsentScope.PORTFOLIO):
        why = why_not(data, scope, gated.audience, gated.as_of)
        if why is not None:
            yield f"{labels.label(scope, said)}: {why.render(said)}"


def _files(
    loaded: Loaded,
    content: Content,
    gated: Gated,
    learner: str,
    language: str,
    cache: Path,
    said: Translate,
) -> tuple[dict[str, bytes], list[str]]:
    """Every file of the pack by name, and what could not be printed as it should."""
    (key,) = gated.shown
    translate = translations.load(language).gettext
    kinds = [
        kind
        for kind in _DOCUMENTS
        if any(one.kind is kind for one in content.schools[language].learners[key].documents)
    ]
    names = {
        DocumentKind.DESCRIPTION: f"competence-description.{language}.pdf",
        DocumentKind.PORTFOLIO: f"portfolio.{language}.pdf",
    }
    cover_name, index_name = f"cover.{language}.pdf", "evidence.csv"
    contents = [PackFile(path=cover_name, title=say("This cover: goals, advice and an index"))]
    contents += [PackFile(path=names[kind], title=Message(labels.label(kind))) for kind in kinds]
    if gated.project.learners[key].evidence:
        contents.append(PackFile(path=index_name, title=say("index of the evidence, for a spreadsheet")))
    folder = loaded.project.learners[learner]
    cover = handover_view(
        Context(gated, language),
        key,
        tuple(contents),
        tuple(held_back(folder, loaded.statuses[learner], gated)),
    )
    messages: list[Message] = []
    files: dict[str, bytes] = {}
    try:
        document = _document(cover, language, cover_name)
        files[cover_name], told = print_alone(school_job_for(content, document, cache / "pictures"))
        messages += told
        for kind in kinds:
            job = job_for(content, key, kind, language, cache / "pictures")
            files[names[kind]], told = print_alone(job)
            messages += told
    except CannotPrint as wrong:
        raise CannotPack(wrong.args[0].render(said)) from wrong
    if any(one.path == index_name for one in contents):
        files[index_name] = evidence_table(cover, translate)
    school = loaded.project.school.data
    about = About(
        school=school.name.pick(language, school.first_language),
        date=gated.as_of.isoformat(),
        language=language,
    )
    return with_inventory(files, cover, about, translate), [one.render(said) for one in messages]


def _document(cover: HandoverView, language: str, name: str) -> SchoolDocument:
    return SchoolDocument(kind=SchoolDocumentKind.HANDOVER, language=language, uri=name, page=cover)


def _require_new(place: Path) -> None:
    if place.is_symlink() or (place.suffix == ".zip" and place.exists()):
        raise Refused(
            say("{file} is there already: nothing is ever overwritten. Choose a new name.", file=place)
        )
    require_parent(place)


def _write(files: dict[str, bytes], place: Path, loaded: Loaded, gated: Gated, said: Translate) -> None:
    """Search the finished pack for what was held back; only then put it where it was asked for."""
    if place.suffix != ".zip":
        with fresh_folder(place) as new:
            _fill(new, files)
            _require_no_leaks(new, loaded, gated, said)
        return
    with tempfile.TemporaryDirectory(dir=place.absolute().parent, prefix=".bekwaam-") as name:
        inside = Path(name) / "files"
        inside.mkdir()
        _fill(inside, files)
        _require_no_leaks(inside, loaded, gated, said)
        whole = Path(name) / "pack.zip"
        descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(zipped(files))
        os.link(whole, place)  # fails where something got there meanwhile


def _fill(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _require_no_leaks(folder: Path, loaded: Loaded, gated: Gated, said: Translate) -> None:
    leaks = find_leaks_in(folder, loaded.project, gated)
    if leaks:
        stopped = say("Nothing was handed over: the pack tells what its receiver may not see.")
        raise CannotPack(*(one.message.render(said) for one in leaks), stopped.render(said))
