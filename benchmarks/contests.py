"""Who runs against whom, on what, and in which order."""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from benchmarks import documents, plain
from benchmarks.live import seconds_to_new_page
from benchmarks.process import measure
from benchmarks.results import Measurement, Weights

ENDURED = (100, 1_000)
"""Documents that are printed one after another: a process is replaced after a hundred."""

CHECKED = 4_000
"""Records that check-jsonschema gets at most: it takes as long for each, and far too long for all."""

_PYTHON = sys.executable
_LINKED = re.compile(r'(?:<link[^>]*rel="stylesheet"[^>]*href|<script[^>]*src)="([^":]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A command to measure: what comes before it, untimed, and what it writes.

    ``count`` is how much it handles, where that is not what the others do.
    """

    subject: str
    command: tuple[str, ...]
    home: Path
    before: Callable[[], None] = lambda: None
    written: Path | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The folder in which one size is measured: ``school`` in it, and whatever the contests add.

    ``smallest`` is where everybody is measured. Bigger ones are about how our own costs grow: of the
    others only MkDocs is there, from nothing.
    """

    folder: Path
    learners: int
    records: int
    rounds: int
    smallest: bool

    @property
    def school(self) -> Path:
        """The invented school."""
        return self.folder / "school"

    def measured(
        self, contest: str, groups: Sequence[Sequence[Run]], count: int, rounds: int
    ) -> Iterator[Measurement]:
        """Measure all runs so many times, every other time with the groups in the opposite order.

        The runs of a group stay in their order: one builds on what the one before it left.
        """
        for number in range(rounds):
            for run in chain.from_iterable(groups if number % 2 == 0 else reversed(groups)):
                run.before()
                cost = measure(run.command, run.home, self.folder / "log", run.written)
                yield Measurement(
                    contest=contest,
                    subject=run.subject,
                    learners=self.learners,
                    count=run.count or count,
                    cost=cost,
                )


def validating(ground: Ground) -> Iterator[Measurement]:
    """All our checks, the schemas alone, and nothing but parsing, on the same files."""
    records, some = "portfolios", min(CHECKED, ground.records)
    checker = _module("schema_check", records, str(some))
    runs = (
        Run(
            subject="bekwaam",
            command=(_tool("bekwaam"), "--quiet", "validate"),
            home=ground.school,
            before=lambda: _forget(ground.school, ".cache"),
        ),
        Run(subject="check-jsonschema", command=checker, home=ground.school, count=some),
        Run(subject="libyaml", command=_module("bare_yaml", records), home=ground.school),
    )
    yield from ground.measured("validate", [[run] for run in runs], ground.records, ground.rounds)


def building(ground: Ground) -> Iterator[Measurement]:
    """Our site without PDFs, and plain Markdown with as many pages and as much text by others."""
    site = ground.school / "site"
    command = (_tool("bekwaam"), "--quiet", "build", "--no-pdf")
    ours = _cold_and_edited("bekwaam", command, ground.school, _record)
    kept = ground.school / ".cache" / "bekwaam"

    def all_but_photos() -> None:
        _forget(ground.school, "site")
        _forget(kept, *(one.name for one in kept.iterdir() if one.name != "pictures"))

    ours.append(
        Run(
            subject="bekwaam, photos ready",
            command=command,
            home=ground.school,
            before=all_but_photos,
            written=site,
        )
    )
    # Our first build gives the others their pages.
    first = list(ground.measured("site", [ours], 0, 1))
    pages = sum(1 for _ in site.rglob("index.html"))
    for one in first:
        yield Measurement(
            contest="site", subject=one.subject, learners=one.learners, count=pages, cost=one.cost
        )
    others: list[list[Run]] = []
    commands = (("MkDocs", "mkdocs", "build", "-q"), ("Zensical", "zensical", "build"))
    for name, tool, *arguments in commands if ground.smallest else commands[:1]:
        if Path(_tool(tool)).is_file():
            home = ground.folder / name
            plain.write(site, home)
            runs = _cold_and_edited(name, (_tool(tool), *arguments), home, _page)
            others.append(runs if ground.smallest else runs[:1])
    yield from ground.measured("site", others, pages, 1)
    yield from ground.measured("site", [*others, ours], pages, ground.rounds - 1)


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
    yield from ground.measured("documents", [[run] for run in runs], count, ground.rounds)


def enduring(ground: Ground) -> Iterator[Measurement]:
    """Few documents and many, by one process at a time: what it doesn't give back shows as memory."""
    folder = ground.folder / "documents"
    for count in ENDURED:
        command = _module("documents", "many", str(folder), str(count))
        run = Run(subject=str(count), command=command, home=ground.folder)
        yield from ground.measured("endurance", [[run]], count, 1)


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
        _forget(home, ".cache", "site")

    site = home / "site"
    return [
        Run(subject=name, command=command, home=home, before=cold, written=site),
        Run(subject=f"{name}, one edit", command=command, home=home, before=lambda: edit(home), written=site),
    ]


def _forget(home: Path, *folders: str) -> None:
    for folder in folders:
        shutil.rmtree(home / folder, ignore_errors=True)


def _record(home: Path) -> None:
    for file in sorted((home / "portfolios" / "learners").glob("*/evidence/*.yml")):
        text = file.read_text(encoding="utf-8")
        if "\nvisibility: private\n" not in text:
            file.write_text(text.replace("title: ", "title: Nieuw ", 1), encoding="utf-8")
            return
    raise FileNotFoundError("there is no evidence to change")


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
