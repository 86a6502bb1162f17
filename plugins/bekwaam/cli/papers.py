"""Compares a printed document with what the records give, by printing it again."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import zip_longest
from pathlib import Path

import click

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.cli import differences
from bekwaam.cli.difference_report import Wording, as_lines
from bekwaam.cli.differences import Side
from bekwaam.cli.refusing import Refused
from bekwaam.cli.revisions import Revisions, revisions
from bekwaam.cli.settings import Settings
from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin.content import Content, gather
from bekwaam.mkdocs_plugin.documents import print_alone
from bekwaam.mkdocs_plugin.jobs import CannotPrint, job_for
from bekwaam.mkdocs_plugin.limits import Limits, TooMuch
from bekwaam.mkdocs_plugin.workers import Workers, WorkFailed
from bekwaam.pdf.imprint import Claims, claims
from bekwaam.pdf.reading import CannotRead, Paper, read_paper
from bekwaam.project import Loaded
from bekwaam.provenance.git import GitFailed
from bekwaam.rendering import labels, translations
from bekwaam.rendering.pictures import Pictures
from bekwaam.views.stamps import make_stamp

Told = Callable[[Message], str]

_LIMITS = Limits(seconds=90, memory=2 << 30)
_MOST_BYTES = 200_000_000
_MOST_LINES = 40


class PaperState(Enum):
    """What comparing a document with the records gave."""

    SAME = "same"
    SAME_CONTENT = "same_content"
    CHANGED = "changed"
    ALTERED = "altered"
    UNKNOWN = "unknown"


_SAID = {
    PaperState.SAME: say("the very file that the records give"),
    PaperState.SAME_CONTENT: say(
        "it says and shows what the records give; another program saved it again, so the file is not the same"
    ),
    PaperState.CHANGED: say("printed from these records, which CHANGED since"),
    PaperState.ALTERED: say("ALTERED: it is not what the records give under this number"),
    PaperState.UNKNOWN: say("NOT ONE OF OURS"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A document and what it is worth; ``details`` says what differs, or why it is not ours."""

    file: Path
    state: PaperState
    claims: Claims | None = None
    learner: str | None = None
    details: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the records say today what the document says."""
        return self.state in (PaperState.SAME, PaperState.SAME_CONTENT)


def check_paper(file: Path, chosen: Settings, told: Told) -> Checked:
    """Find out whether a document is what the records give, now or in the commit that it names.

    What stands in the file's properties is not believed: it only says which document to print again
    for comparison, byte by byte, else word by word and page by page.
    """
    content = _content(file)
    paper = _read(content)
    said = claims(paper.imprint) if paper else None
    if paper is None or said is None:
        why = say("It cannot be read as a PDF.") if paper is None else say("No number of ours stands in it.")
        return Checked(file=file, state=PaperState.UNKNOWN, details=(told(why),))
    now = project.load(chosen.options.portfolios, as_of=said.date)
    history = _history(chosen)
    if said.commit and history and not _has(history, said.commit):
        said = replace(said, commit=None)
    found = _compare(now, said, chosen, (content, paper), told)
    if found is not None:
        learner, state, details = found
        return Checked(file=file, state=state, claims=said, learner=learner, details=details)
    if said.commit and history:
        with history.laid_out(said.commit, whole=True) as (root, snapshot):
            then = project.load(root, as_of=said.date)
            found = _compare(then, said, chosen, (content, paper), told)
            if found is not None:
                learner, state, details = found
                if state is not PaperState.ALTERED:
                    sides = differences.side(then, snapshot.media), _side_now(history, now)
                    state, details = PaperState.CHANGED, tuple(_changes(*sides, learner, said))
                return Checked(file=file, state=state, claims=said, learner=learner, details=details)
    why = say("No document with the number {number} can be made from these records.", number=said.number)
    return Checked(file=file, state=PaperState.UNKNOWN, claims=said, details=(told(why),))


def in_words(one: Checked, told: Told) -> Iterator[str]:
    """What was found, for people."""
    yield f"{one.file}: {told(_SAID[one.state])}"
    if one.claims is not None:
        yield "    " + told(
            say(
                "{document}, number {number}, {date}, learner {learner}",
                document=labels.label(one.claims.document, lambda text: told(Message(text))),
                number=one.claims.number,
                date=one.claims.date,
                learner=one.learner or "?",
            )
        )
    yield from (f"    {line}" for line in one.details)


def as_data(one: Checked) -> dict[str, object]:
    """The same for programs."""
    said = one.claims
    return {
        "file": one.file.as_posix(),
        "state": one.state.value,
        "number": said.number if said else None,
        "digest": said.digest if said else None,
        "date": said.date.isoformat() if said else None,
        "document": said.document.value if said else None,
        "audience": said.audience.value if said else None,
        "commit": said.commit if said else None,
        "learner": one.learner,
        "details": list(one.details),
    }


def _content(file: Path) -> bytes:
    try:
        if not file.is_file() or file.stat().st_size > _MOST_BYTES:
            raise Refused(say("{file} is no file, or too large for a document.", file=file))
        return file.read_bytes()
    except OSError as wrong:
        raise Refused(say("{file}: {reason}.", file=file, reason=wrong.strerror)) from wrong


def _read(content: bytes) -> Paper | None:
    """Read it in a process of its own: nobody vouches for it."""
    try:
        found = Workers(work=read_paper, limits=_LIMITS).run_one(content)
    except (CannotRead, WorkFailed):
        return None
    return None if isinstance(found, TooMuch) else found


def _history(chosen: Settings) -> Revisions | None:
    try:
        return revisions(chosen.options.portfolios)
    except Refused:
        return None


def _has(history: Revisions, commit: str) -> bool:
    """Whether a commit is part of what is checked out: one of another branch may say anything."""
    try:
        history.git.run("merge-base", "--is-ancestor", commit, "HEAD")
    except GitFailed:
        return False
    return True


def _compare(
    loaded: Loaded, said: Claims, chosen: Settings, brought: tuple[bytes, Paper], told: Told
) -> tuple[str, PaperState, tuple[str, ...]] | None:
    """Print the document with this number again; None where no learner has one."""
    cache = (chosen.config_file.parent if chosen.config_file else Path.cwd()) / ".cache" / "bekwaam"
    pictures = Pictures(loaded.root, cache / "pictures")
    for learner in loaded.project.learners:
        gated = restrict(loaded.project, loaded.statuses, said.audience, said.date, (learner,))
        for key in gated.shown:
            if make_stamp(gated, key, said.document, pictures.digest).number == said.number:
                options = replace(
                    chosen.options, learners=(learner,), audience=said.audience, as_of=said.date, pdf=True
                )
                made = gather(loaded, options, cache)
                return learner, *_again(made, said, cache / "pictures", brought, told)
    return None


def _again(
    made: Content, said: Claims, pictures: Path, brought: tuple[bytes, Paper], told: Told
) -> tuple[PaperState, tuple[str, ...]]:
    """Print it and compare."""
    content, paper = brought
    key = next(iter(made.school.learners), None)
    if key is None or said.language not in made.schools:
        return PaperState.ALTERED, ()
    job = job_for(made, key, said.document, said.language, pictures)
    job = replace(job, stamp=replace(job.stamp, commit=said.commit))
    try:
        printed, _ = print_alone(job)
    except CannotPrint as wrong:
        raise click.UsageError(told(wrong.args[0])) from wrong
    if printed == content:
        return PaperState.SAME, ()
    ours = _read(printed)
    if ours is None:
        return PaperState.ALTERED, ()
    if ours == paper:
        return PaperState.SAME_CONTENT, ()
    return PaperState.ALTERED, tuple(_different(ours, paper, told))


def _different(ours: Paper, paper: Paper, told: Told) -> Iterator[str]:
    """What the records say (-) and what the document says instead (+), page by page."""
    lines = []
    for number, (here, there) in enumerate(zip_longest(ours.words, paper.words, fillvalue=""), 1):
        rows = difflib.unified_diff(here.splitlines(), there.splitlines(), lineterm="", n=0)
        changed = [row for row in rows if not row.startswith(("---", "+++", "@@"))]
        lines += [say("page {number}: {row}", number=number, row=row) for row in changed]
    for number, (look, other) in enumerate(zip_longest(ours.looks, paper.looks), 1):
        if look != other and ours.words[number - 1 : number] == paper.words[number - 1 : number]:
            lines.append(say("page {number} has the same words, and looks different", number=number))
    if paper.acts:
        lines.append(
            say("it holds what can act or change when it is opened or printed: {what}", what=paper.acts)
        )
    if ours.links != paper.links:
        lines.append(say("its links lead elsewhere"))
    if ours.imprint != paper.imprint:
        lines.append(say("what it says of itself to programs differs"))
    yield from map(told, lines[:_MOST_LINES])


def _side_now(history: Revisions, loaded: Loaded) -> Side:
    with history.laid_out("HEAD") as (_, snapshot):
        return differences.side(loaded, snapshot.media)


def _changes(old: Side, new: Side, learner: str, said: Claims) -> Iterator[str]:
    first = new.loaded.project.school.data.first_language
    words = Wording(
        old=old.loaded.project,
        new=new.loaded.project,
        language=translations.spoken_language(os.environ, first),
        pseudonyms=False,
    )
    yield from as_lines(differences.of_learner(old, new, learner, said.date), words)
