"""`python -m benchmarks.documents collect|ours|bare ...`: the same documents by us and by bare WeasyPrint."""

from __future__ import annotations

import datetime as dt
import pickle
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.schools import AS_OF


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
        html: str, *, sheets: Sequence[str], themes: Sequence[press.Theme], fetcher: AssetFetcher
    ) -> tuple[Any, ...]:
        """Print with one theme after another, and note the one that fits."""
        tried = (
            (theme, press.press(html, sheets=sheets, themes=(theme,), fetcher=fetcher)) for theme in themes
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
    (folder / "ours.pickle").write_bytes(pickle.dumps(jobs))
    (folder / "bare.pickle").write_bytes(pickle.dumps(seen))


def ours(job: Any) -> bytes:
    """Print a document as a build does."""
    from bekwaam.mkdocs_plugin.jobs import render_job

    return render_job(job)[0]


def bare(sheet: Sheet) -> bytes:
    """Print the same page with WeasyPrint, and nothing more."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from bekwaam.pdf.assets import AssetFetcher

    fetcher, fonts = AssetFetcher(sheet.pictures), FontConfiguration()
    texts, names = (sheet.theme, sheet.faces), sheet.sheets
    styles = [CSS(string=text, url_fetcher=fetcher, font_config=fonts) for text in texts]
    styles += [CSS(url=f"asset:css/{name}", url_fetcher=fetcher, font_config=fonts) for name in names]
    page = HTML(string=sheet.html, url_fetcher=fetcher)
    return bytes(page.write_pdf(stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1") or b"")


def print_all(folder: Path, name: str, workers: int) -> None:
    """Print everything that was collected, with one process or several."""
    work = pickle.loads((folder / f"{name}.pickle").read_bytes())  # noqa: S301 - we wrote it ourselves
    printer: Callable[[Any], bytes] = {"ours": ours, "bare": bare}[name]
    made = folder / name
    made.mkdir(exist_ok=True)
    if workers == 1:
        printed = map(printer, work)
        _keep(made, printed)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        _keep(made, pool.map(printer, work))


def _keep(folder: Path, printed: Any) -> None:
    for number, document in enumerate(printed):
        (folder / f"{number}.pdf").write_bytes(document)


if __name__ == "__main__":
    verb, *rest = sys.argv[1:]
    if verb == "collect":
        collect(Path(rest[0]), Path(rest[1]), int(rest[2]))
    else:
        print_all(Path(rest[0]), verb, int(rest[1]))
