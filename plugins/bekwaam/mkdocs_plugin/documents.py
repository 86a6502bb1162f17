"""Prints the documents of a site: several at once, and only those that changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin import pdf_cache
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.jobs import Job, job_for, render_job
from bekwaam.mkdocs_plugin.progress import Progress
from bekwaam.rendering import labels

_MAX_SECONDS = 180
"""For one document, whatever stands in it; an ordinary one takes about a second."""
_MAX_MEMORY = 4 << 30
_PANGO = "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


class CannotPrint(Exception):  # noqa: N818 - said to the user, in the user's words
    """Documents that cannot be made; the argument is the `Message` that says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A printed document: where in the site it belongs, its file, and what could not be printed."""

    uri: str
    path: Path
    learner: str
    messages: tuple[Message, ...]


def print_all(content: Content, cache: Path, progress: Progress, *, whole: bool) -> list[Printed]:
    """Print every document of a site that is not in the cache yet.

    ``whole`` says that the site has all its learners, so that other documents may be forgotten.

    Raises:
        CannotPrint: where a document fails, or Pango is missing.
    """
    folder = cache / "pdf" / content.school.audience.value
    folder.mkdir(parents=True, exist_ok=True)
    jobs: dict[str, tuple[Job, Path]] = {}
    for key, document in content.documents():
        job = job_for(content, key, document.kind, document.language, cache / "pictures")
        jobs[document.uri] = job, folder / f"{pdf_cache.digest(job, content.pictures)}.pdf"
    messages = {uri: pdf_cache.kept(path) for uri, (_, path) in jobs.items()}
    waiting = {uri: jobs[uri] for uri, said in messages.items() if said is None}
    if waiting:
        require_pango()
        messages.update(_print_waiting(waiting, progress))
    if whole:
        pdf_cache.forget_others(folder, {path.stem for _, path in jobs.values()})
    return [
        Printed(uri=uri, path=path, learner=job.learner.name, messages=messages[uri] or ())
        for uri, (job, path) in jobs.items()
    ]


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
    waiting: dict[str, tuple[Job, Path]], progress: Progress
) -> Iterator[tuple[str, tuple[Message, ...]]]:
    progress(0, len(waiting))
    with _pool(min(len(waiting), os.cpu_count() or 1)) as pool:
        futures: dict[Future[tuple[Message, ...]], str] = {
            pool.submit(_print_one, job, path): uri for uri, (job, path) in waiting.items()
        }
        try:
            for done, future in enumerate(as_completed(futures), start=1):
                uri = futures[future]
                yield uri, _result(future, *waiting[uri])
                progress(done, len(waiting))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_limit)


def _result(future: Future[tuple[Message, ...]], job: Job, path: Path) -> tuple[Message, ...]:
    try:
        try:
            return future.result()
        except BrokenProcessPool:
            # All that were waiting fail together; one on its own shows whether it is to blame.
            with _pool(1) as pool:
                return pool.submit(_print_one, job, path).result()
    except BrokenProcessPool as error:
        raise _cannot_print(job, "") from error
    except Exception as error:
        raise _cannot_print(job, f" ({type(error).__name__}: {error})") from error


def _cannot_print(job: Job, reason: str) -> CannotPrint:
    return CannotPrint(
        say(
            "The {document} of {learner} could not be made{reason}.",
            document=Message(labels.label(job.kind)),
            learner=job.learner.name,
            reason=" ".join(reason.splitlines()),
        )
    )


def _limit() -> None:
    """Keep a document that goes wrong from taking the machine along."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MAX_MEMORY, _MAX_MEMORY))


def _print_one(job: Job, path: Path) -> tuple[Message, ...]:
    """Print one document into the cache, in a process of its own."""
    import signal

    def too_long(_signal: int, _frame: object) -> None:
        raise TimeoutError(f"it took longer than {_MAX_SECONDS} seconds")

    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(_MAX_SECONDS)
    try:
        document, messages = render_job(job)
    finally:
        signal.alarm(0)
    pdf_cache.keep(path, document, messages)
    return tuple(messages)
