"""`python -m benchmarks.documents VERB ...`: the same documents by us and by bare WeasyPrint."""

from __future__ import annotations

import datetime as dt
import pickle
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import bekwaam
from benchmarks.schools import AS_OF

COUNT = "count"
"""The file that tells how many documents were gathered."""

_PACKAGE = Path(bekwaam.__file__).parent
_ASSETS = {
    "css": _PACKAGE / "assets" / "css" / "print",
    "fonts": _PACKAGE / "assets" / "fonts",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What WeasyPrint gets for one document: the page, its styles, and the pictures in it by name."""

    html: str
    faces: str
    theme: str
    sheets: tuple[str, ...]
    pictures: dict[str, Path]


def collect(home: Path, folder: Path, learners: int) -> None:
    """Gather the documents of the first learners of a school, and the HTML of each."""
    from bekwaam import project
    from bekwaam.mkdocs_plugin.content import gather
    from bekwaam.mkdocs_plugin.jobs import job_for, render_job
    from bekwaam.mkdocs_plugin.options import Options
    from bekwaam.model.audience import Audience
    from bekwaam.pdf import documents, press
    from bekwaam.pdf.assets import AssetFetcher
    from bekwaam.pdf.fonts import faces
    from bekwaam.pdf.marks import keep_marks

    day, cache = dt.date.fromisoformat(AS_OF), folder / "cache"
    loaded = project.load(home / "portfolios", as_of=day)
    chosen = tuple(islice(sorted(loaded.project.learners), learners))
    options = Options(
        portfolios=home / "portfolios",
        audience=Audience.TEAM,
        learners=chosen,
        as_of=day,
        pdf=True,
        pdf_asked=True,
    )
    content = gather(loaded, options, cache)
    seen: list[Sheet] = []

    def noting(
        html: str,
        *,
        sheets: Sequence[str],
        themes: Sequence[press.Theme],
        fetcher: AssetFetcher,
        imprint: str = "",
    ) -> tuple[Any, ...]:
        """Print with one theme after another, and note the one that fits."""
        tried = (
            (
                theme,
                press.press(html, sheets=sheets, themes=(theme,), fetcher=fetcher, imprint=imprint),
            )
            for theme in themes
        )
        theme, done = next(
            (theme, done)
            for theme, done in tried
            if theme is themes[-1] or theme.at_most is None or done[2] <= theme.at_most
        )
        marked = keep_marks(html)
        seen.append(
            Sheet(
                html=marked,
                faces=faces(marked),
                theme=theme.css,
                sheets=tuple(sheets),
                pictures=dict(fetcher._pictures),
            )
        )
        return done

    jobs = [
        job_for(content, key, document.kind, document.language, cache / "pictures")
        for key, document in content.documents()
    ]
    # Set by name: what a module imports for itself is not for others, but here we listen at the door.
    setattr(documents, "press", noting)  # noqa: B010
    for job in jobs:
        render_job(job)
    (folder / COUNT).write_text(str(len(jobs)), encoding="utf-8")
    (folder / "ours.pickle").write_bytes(pickle.dumps(jobs))
    (folder / "bare.pickle").write_bytes(pickle.dumps(seen))


def ours(jobs: Sequence[Any], workers: int) -> Iterator[bytes]:
    """Print documents as a build does."""
    from bekwaam.mkdocs_plugin.jobs import render_job
    from bekwaam.mkdocs_plugin.limits import Limits, TooMuch
    from bekwaam.mkdocs_plugin.workers import Workers, own_crew

    tasks = {str(number): partial(_itself, job) for number, job in enumerate(jobs)}
    with own_crew(workers) as crew:
        printer = Workers(work=render_job, limits=Limits(seconds=900, memory=3 << 30))
        for _, printed in printer.run(tasks, crew):
            assert not isinstance(printed, TooMuch)
            yield printed[0]


def _itself(job: Any) -> Any:
    return job


def bare(sheets: Sequence[Sheet], workers: int) -> Iterator[bytes]:
    """Print the same pages with WeasyPrint, and nothing more: in this process, or in several."""
    if workers == 1:
        yield from map(bare_one, sheets)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(bare_one, sheets)


def bare_one(sheet: Sheet) -> bytes:
    """Print one page, with files as they lie in the folder."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Files(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        """The files behind ``asset:`` addresses."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
            shelf, _, name = url.removeprefix("asset:").partition("/")
            file = sheet.pictures[name] if shelf == "pictures" else _ASSETS[shelf] / name
            return URLFetcherResponse(url, file.read_bytes())

    fetcher, fonts = Files(), FontConfiguration()
    texts, names = (sheet.theme, sheet.faces), sheet.sheets
    styles = [CSS(string=text, url_fetcher=fetcher, font_config=fonts) for text in texts]
    styles += [CSS(url=f"asset:css/{name}", url_fetcher=fetcher, font_config=fonts) for name in names]
    page = HTML(string=sheet.html, url_fetcher=fetcher)
    return bytes(page.write_pdf(stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1") or b"")


def print_all(folder: Path, name: str, workers: int) -> None:
    """Print everything that was collected, with one process or several."""
    work = pickle.loads((folder / f"{name}.pickle").read_bytes())  # noqa: S301 - we wrote it ourselves
    made = folder / name
    made.mkdir(exist_ok=True)
    printed = ours(work, workers) if name == "ours" else bare(work, workers)
    for number, document in enumerate(printed):
        (made / f"{number}.pdf").write_bytes(document)


def print_many(folder: Path, count: int) -> None:
    """Print the shortest documents over and over, by one process at a time, and keep none of them."""
    jobs = pickle.loads((folder / "ours.pickle").read_bytes())  # noqa: S301 - we wrote it ourselves
    short = [job for job in jobs if job.kind.value == "plan"] or jobs
    for _ in ours([short[number % len(short)] for number in range(count)], 1):
        pass


if __name__ == "__main__":
    verb, *rest = sys.argv[1:]
    if verb == "collect":
        collect(Path(rest[0]), Path(rest[1]), int(rest[2]))
    elif verb == "many":
        print_many(Path(rest[0]), int(rest[1]))
    else:
        print_all(Path(rest[0]), verb, int(rest[1]))
