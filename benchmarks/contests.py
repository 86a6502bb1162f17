"""Who runs against whom, on what, and in which order."""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import documents, plain
from benchmarks.live import seconds_to_new_page
from benchmarks.process import measure
from benchmarks.results import Measurement, Weights

ENDURED = (25, 250)
"""Documents that are printed one after another: a process is replaced after a hundred."""

_PYTHON = sys.executable
_LINKED = re.compile(r'(?:<link[^>]*rel="stylesheet"[^>]*href|<script[^>]*src)="([^":]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A command to measure: what comes before it, untimed, and what it writes."""

    subject: str
    command: tuple[str, ...]
    home: Path
    before: Callable[[], None] = lambda: None
    written: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The folder in which one size is measured: ``school`` in it, and whatever the contests add."""

    folder: Path
    learners: int
    records: int
    rounds: int

    @property
    def school(self) -> Path:
        """The invented school."""
        return self.folder / "school"

    def measured(self, contest: str, runs: Iterable[Run], count: int, rounds: int) -> Iterator[Measurement]:
        """Measure all runs so many times, every other time in the opposite order."""
        pairs = list(runs)
        for number in range(rounds):
            for run in pairs if number % 2 == 0 else _opposite(pairs):
                run.before()
                cost = measure(run.command, run.home, self.folder / "log", run.written)
                yield Measurement(
                    contest=contest, subject=run.subject, learners=self.learners, count=count, cost=cost
                )


def validating(ground: Ground) -> Iterator[Measurement]:
    """All our checks, the schemas alone, and nothing but parsing, on the same files."""
    records = "portfolios"
    runs = (
        Run(subject="bekwaam", command=(_tool("bekwaam"), "--quiet", "validate"), home=ground.school),
        Run(subject="check-jsonschema", command=_module("schema_check", records), home=ground.school),
        Run(subject="libyaml", command=_module("bare_yaml", records), home=ground.school),
    )
    yield from ground.measured("validate", runs, ground.records, ground.rounds)


def building(ground: Ground) -> Iterator[Measurement]:
    """Our site without PDFs, and plain Markdown with as many pages and as much text by others."""
    site = ground.school / "site"
    ours = _cold_and_edited(
        "bekwaam", (_tool("bekwaam"), "--quiet", "build", "--no-pdf"), ground.school, _record
    )
    # Our first build gives the others their pages.
    first = list(ground.measured("site", ours, 0, 1))
    pages = sum(1 for _ in site.rglob("index.html"))
    for one in first:
        yield Measurement(
            contest="site", subject=one.subject, learners=one.learners, count=pages, cost=one.cost
        )
    others: list[Run] = []
    for name, command in (
        ("MkDocs", (_tool("mkdocs"), "build", "-q")),
        ("Zensical", (_tool("zensical"), "build")),
    ):
        if Path(command[0]).is_file():
            home = ground.folder / name
            plain.write(site, home)
            others += _cold_and_edited(name, command, home, _page)
    yield from ground.measured("site", others, pages, 1)
    yield from ground.measured("site", [*others, *ours], pages, ground.rounds - 1)


def printing(ground: Ground, learners: int) -> Iterator[Measurement]:
    """The documents of a few learners, by us and by bare WeasyPrint, with one process and with two."""
    folder = ground.folder / "documents"
    folder.mkdir()
    collect = _module("documents", "collect", str(ground.school), str(folder), str(learners))
    measure(collect, ground.folder, ground.folder / "log")
    runs = [
        Run(
            subject=f"{name} {workers}",
            command=_module("documents", name, str(folder), str(workers)),
            home=ground.folder,
            written=folder / name,
        )
        for workers in (1, 2)
        for name in ("ours", "bare")
    ]
    count = int((folder / documents.COUNT).read_text(encoding="utf-8"))
    yield from ground.measured("documents", runs, count, ground.rounds)


def enduring(ground: Ground) -> Iterator[Measurement]:
    """Few documents and many, by one process at a time: what it doesn't give back shows as memory."""
    folder = ground.folder / "documents"
    for count in ENDURED:
        command = _module("documents", "many", str(folder), str(count))
        run = Run(subject=str(count), command=command, home=ground.folder)
        yield from ground.measured("endurance", (run,), count, 1)


def weights(ground: Ground) -> Weights:
    """What a phone loads for the heaviest page of a learner in the site that was built last."""
    site = ground.school / "site"
    pages = (site / "learners").glob("*/index.html")
    index = site / "search" / "search_index.json"
    parts = (_sent(part) for part in (site / "search" / "evidence").glob("*.json"))
    command = (_tool("bekwaam"), "--quiet")
    return Weights(
        learners=ground.learners,
        page=max(map(_weight, pages)),
        index=max(_sent(index) if index.is_file() else 0, *parts, 0),
        same=_is_as_from_nothing(ground, (*command, "build", "--no-pdf")),
        live=seconds_to_new_page((*command, "serve"), ground.school, ground.folder / "log"),
    )


def _is_as_from_nothing(ground: Ground, command: tuple[str, ...]) -> bool:
    """Whether the site, built again after an edit, is byte for byte as one without anything kept of pages."""
    home, clean = ground.school, ground.folder / "clean"
    measure(command, home, ground.folder / "log")
    _record(home)
    measure(command, home, ground.folder / "log")
    shutil.rmtree(home / ".cache" / "bekwaam" / "site")
    measure((*command, "--site-dir", str(clean)), home, ground.folder / "log")
    return _digests(home / "site") == _digests(clean)


def _digests(site: Path) -> dict[str, bytes]:
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).digest() for file in files}


def _cold_and_edited(
    name: str, command: tuple[str, ...], home: Path, edit: Callable[[Path], None]
) -> list[Run]:
    def cold() -> None:
        for folder in (".cache", "site"):
            shutil.rmtree(home / folder, ignore_errors=True)

    site = home / "site"
    return [
        Run(subject=name, command=command, home=home, before=cold, written=site),
        Run(subject=f"{name}, one edit", command=command, home=home, before=lambda: edit(home), written=site),
    ]


def _opposite(runs: list[Run]) -> Iterator[Run]:
    """The other way round, but for a cold build, which stays before the one after an edit."""
    pairs = [runs[first : first + 2] for first in range(0, len(runs), 2)]
    cold = [pair for pair in pairs if len(pair) == 2 and pair[1].subject.endswith("one edit")]
    if len(cold) == len(pairs):
        yield from (run for pair in reversed(pairs) for run in pair)
    else:
        yield from reversed(runs)


def _record(home: Path) -> None:
    file = min((home / "portfolios" / "learners").glob("*/evidence/*.yml"))
    file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: Nieuw ", 1), encoding="utf-8")


def _page(home: Path) -> None:
    file = min((home / "docs" / plain.PAGES).glob("learners/*/evidence/*/index.md"))
    file.write_text(file.read_text(encoding="utf-8") + "\nNieuw.\n", encoding="utf-8")


def _weight(page: Path) -> int:
    linked = set(_LINKED.findall(page.read_text(encoding="utf-8")))
    files = [page, *((page.parent / link).resolve() for link in linked)]
    return sum(_sent(file) for file in files if file.is_file())


def _sent(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


def _tool(name: str) -> str:
    return str(Path(_PYTHON).with_name(name))


def _module(name: str, *arguments: str) -> tuple[str, ...]:
    return (_PYTHON, "-m", f"benchmarks.{name}", *arguments)
