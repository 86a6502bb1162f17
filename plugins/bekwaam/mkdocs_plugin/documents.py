"""Prints the documents of a site: several at once, and only those that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin import pdf_cache
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.jobs import AnyJob, job_for, render_job, school_job_for
from bekwaam.mkdocs_plugin.progress import Progress
from bekwaam.mkdocs_plugin.workers import Limits, TooMuch, Workers, WorkFailed
from bekwaam.rendering import labels

_LIMITS = Limits(seconds=90, memory=3 << 30)
"""For one document, whatever stands in it; an ordinary one takes about a second."""
_PANGO = "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


class CannotPrint(Exception):  # noqa: N818 - said to the user, in the user's words
    """Documents that cannot be made; the argument is the `Message` that says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A document: where in the site it belongs, its file, whose it is, and what could not be printed.

    ``path`` is None where the document took too much and is left out.
    """

    uri: str
    path: Path | None
    whose: str
    messages: tuple[Message, ...]


def print_all(content: Content, cache: Path, progress: Progress, *, whole: bool) -> list[Printed]:
    """Print every document of a site that is not in the cache yet.

    ``whole`` says that the site has all its learners, so that other documents may be forgotten.

    Raises:
        CannotPrint: where a document fails, or Pango is missing.
    """
    folder = cache / "pdf" / content.school.audience.value
    folder.mkdir(parents=True, exist_ok=True)
    jobs = {
        uri: (job, folder / f"{pdf_cache.digest(job, content.pictures)}.pdf")
        for uri, job in _jobs(content, cache / "pictures")
    }
    said: dict[str, tuple[Message, ...] | TooMuch | None] = {
        uri: pdf_cache.kept(path) for uri, (_, path) in jobs.items()
    }
    waiting = {uri: jobs[uri] for uri, kept in said.items() if kept is None}
    if waiting:
        require_pango()
        said.update(_print_waiting(waiting, progress))
    if whole:
        pdf_cache.forget_others(folder, {path.stem for _, path in jobs.values()})
    return [_printed(uri, job, path, said[uri]) for uri, (job, path) in jobs.items()]


def _jobs(content: Content, pictures: Path) -> Iterator[tuple[str, AnyJob]]:
    """What there is to print, by its place in the site."""
    for key, document in content.documents():
        yield document.uri, job_for(content, key, document.kind, document.language, pictures)
    for of_school in content.school_documents():
        yield of_school.uri, school_job_for(content, of_school, pictures)


def print_alone(job: AnyJob) -> tuple[bytes, list[Message]]:
    """Print one document within the same limits.

    Raises:
        CannotPrint: where it takes too much, or Pango is missing.
    """
    require_pango()
    result = Workers(work=render_job, limits=_LIMITS).run_one(job)
    if isinstance(result, TooMuch):
        raise CannotPrint(_left_out(job, result))
    return result


def require_pango() -> None:
    """Find out early whether documents can be printed here.

    Raises:
        CannotPrint: where the library that sets text is not installed.
    """
    try:
        from bekwaam.pdf import documents  # noqa: F401 - loads WeasyPrint, and with it Pango
    except OSError:
        raise CannotPrint(
            say(
                "PDFs need Pango, which is not installed. Install it with “{line}”, "
                "or build without PDFs (`pdf: false`).",
                line=_PANGO,
            )
        ) from None


def _print_waiting(
    waiting: dict[str, tuple[AnyJob, Path]], progress: Progress
) -> Iterator[tuple[str, tuple[Message, ...] | TooMuch]]:
    progress(0, len(waiting))
    try:
        for done, one in enumerate(Workers(work=_print_one, limits=_LIMITS).run(waiting), start=1):
            yield one
            progress(done, len(waiting))
    except WorkFailed as failed:
        job, _ = waiting[failed.args[0]]
        error = failed.__cause__
        raise CannotPrint(
            say(
                "The {document} of {learner} could not be made ({reason}).",
                document=Message(labels.label(job.kind)),
                learner=job.whose,
                reason=" ".join(f"{type(error).__name__}: {error}".splitlines()),
            )
        ) from error


def _print_one(task: tuple[AnyJob, Path]) -> tuple[Message, ...]:
    """Print one document into the cache, in a process of its own."""
    job, path = task
    document, messages = render_job(job)
    pdf_cache.keep(path, document, messages)
    return tuple(messages)


def _printed(uri: str, job: AnyJob, path: Path, said: tuple[Message, ...] | TooMuch | None) -> Printed:
    name = job.whose
    if isinstance(said, TooMuch):
        return Printed(uri=uri, path=None, whose=name, messages=(_left_out(job, said),))
    return Printed(uri=uri, path=path, whose=name, messages=said or ())


def _left_out(job: AnyJob, too_much: TooMuch) -> Message:
    return say(
        "The {document} is left out: {reason}. Look for a text that is far too long.",
        document=Message(labels.label(job.kind)),
        reason=too_much.reason,
    )
