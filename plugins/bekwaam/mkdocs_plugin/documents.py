"""Prints the documents of a site: several at once, and only those that changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin import pdf_cache
from bekwaam.mkdocs_plugin.asked import Asked
from bekwaam.mkdocs_plugin.cluster import crew_at
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.jobs import AnyJob, CannotPrint, job_for, render_job, school_job_for
from bekwaam.mkdocs_plugin.limits import Limits, TooMuch
from bekwaam.mkdocs_plugin.parcels import OtherProgram, pack, render_parcel, with_paths
from bekwaam.mkdocs_plugin.progress import Progress
from bekwaam.mkdocs_plugin.workers import Workers, WorkFailed, own_crew
from bekwaam.project import Crew
from bekwaam.rendering import labels

_LIMITS = Limits(seconds=90, memory=3 << 30)
"""For one document, whatever stands in it; an ordinary one takes about a second."""
_PANGO = "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A document: where in the site it belongs, its file, whose it is, and what could not be printed.

    ``path`` is None where the document took too much and is left out.
    """

    uri: str
    path: Path | None
    whose: str
    messages: tuple[Message, ...]


def print_all(content: Content, cache: Path, asked: Asked, *, whole: bool) -> list[Printed]:
    """Print every document of a site that is not in the cache yet.

    ``whole`` says that the site has all its learners, so that other documents may be forgotten.

    Raises:
        CannotPrint: where a document fails, or Pango or the scheduler that was asked for is missing.
    """
    jobs = _jobs(content, cache / "pictures", None, shared=True)
    printed, stems = _print(jobs, content, cache, asked)
    if whole:
        pdf_cache.forget_others(_folder(content, cache), stems)
    return printed


def print_part(
    content: Content, cache: Path, asked: Asked, keys: Collection[str], *, shared: bool
) -> list[Printed]:
    """The same for some learners, by their keys in the views; ``shared`` adds those of the school.

    Raises:
        CannotPrint: as above.
    """
    return _print(_jobs(content, cache / "pictures", keys, shared=shared), content, cache, asked)[0]


def _print(
    to_do: Iterable[tuple[str, AnyJob]], content: Content, cache: Path, asked: Asked
) -> tuple[list[Printed], set[str]]:
    """Print what is not in the cache; gives all of it, and by what names it is kept."""
    folder = _folder(content, cache)
    folder.mkdir(parents=True, exist_ok=True)
    jobs = {uri: (job, folder / f"{pdf_cache.digest(job, content.pictures)}.pdf") for uri, job in to_do}
    said: dict[str, tuple[Message, ...] | TooMuch | None] = {
        uri: pdf_cache.kept(path) for uri, (_, path) in jobs.items()
    }
    waiting = {uri: jobs[uri] for uri, kept in said.items() if kept is None}
    if waiting:
        require_pango()
        with crew_at(asked.scheduler) if asked.scheduler else own_crew() as crew:
            said.update(_print_waiting(waiting, asked.progress, crew))
    printed = [_printed(uri, job, path, said[uri]) for uri, (job, path) in jobs.items()]
    return printed, {path.stem for _, path in jobs.values()}


def _folder(content: Content, cache: Path) -> Path:
    return cache / "pdf" / content.school.audience.value


def _jobs(
    content: Content, pictures: Path, keys: Collection[str] | None, *, shared: bool
) -> Iterator[tuple[str, AnyJob]]:
    """What there is to print, by its place in the site; None is all learners."""
    for key, document in content.documents():
        if keys is None or key in keys:
            yield document.uri, job_for(content, key, document.kind, document.language, pictures)
    for of_school in content.school_documents() if shared else ():
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
    waiting: dict[str, tuple[AnyJob, Path]], progress: Progress, crew: Crew
) -> Iterator[tuple[str, tuple[Message, ...] | TooMuch]]:
    progress(0, len(waiting))
    # The longest first, so that at the end nobody waits for one that began late.
    uris = sorted(waiting, key=lambda uri: -waiting[uri][0].size)
    jobs = {uri: waiting[uri][0] for uri in uris}
    try:
        for done, (uri, printed) in enumerate(_printing(jobs, crew), start=1):
            if isinstance(printed, TooMuch):
                yield uri, printed
            else:
                document, messages = printed
                pdf_cache.keep(waiting[uri][1], document, messages)
                yield uri, tuple(messages)
            progress(done, len(waiting))
    except WorkFailed as failed:
        raise CannotPrint(_failure(jobs[failed.args[0]], failed.__cause__)) from failed.__cause__


def _printing(
    jobs: dict[str, AnyJob], crew: Crew
) -> Iterator[tuple[str, tuple[bytes, list[Message]] | TooMuch]]:
    if not crew.elsewhere:
        here = Workers(work=render_job, limits=_LIMITS)
        yield from here.run({uri: partial(_itself, job) for uri, job in jobs.items()}, crew)
        return
    there = Workers(work=render_parcel, limits=_LIMITS)
    for uri, printed in there.run({uri: partial(pack, job) for uri, job in jobs.items()}, crew):
        if isinstance(printed, TooMuch):
            yield uri, printed
        else:
            document, messages = printed
            yield uri, (document, with_paths(messages, jobs[uri]))


def _itself(job: AnyJob) -> AnyJob:
    return job


def _failure(job: AnyJob, error: BaseException | None) -> Message:
    if isinstance(error, OtherProgram):
        return say(
            "A worker has another version of bekwaam, WeasyPrint or Pango, so its documents would differ. "
            "Install the same everywhere."
        )
    return say(
        "The {document} of {learner} could not be made ({reason}).",
        document=Message(labels.label(job.kind)),
        learner=job.whose,
        reason=" ".join(f"{type(error).__name__}: {error}".splitlines()),
    )


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
