"""What was measured: kept as JSON between runs, so that the table can be written again without measuring."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from benchmarks.process import Cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One run of one ``subject`` at one size; ``count`` is how many files, pages or documents it handled."""

    contest: str
    subject: str
    learners: int
    count: int
    cost: Cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What a phone loads, in gzipped bytes: a page without its photos, and the most of the search.

    ``same`` tells whether a site after an edit has the bytes of one from nothing, ``live`` how many seconds
    the live server takes from a saved file to the new page. None where that was not measured.
    """

    learners: int
    page: int
    index: int
    same: bool | None = None
    live: float | None = None


@dataclass(slots=True, kw_only=True)
class Results:
    """Everything that was measured so far.

    ``busy`` where the machine did other work too, ``history`` where the schools are in git.
    """

    runs: list[Measurement]
    weights: list[Weights]
    busy: bool = False
    history: bool = False

    def sizes(self) -> list[int]:
        """The numbers of learners that were measured, smallest first."""
        return sorted({run.learners for run in self.runs})

    def cost(self, contest: str, subject: str, learners: int) -> tuple[int, int, Cost] | None:
        """The count, the number of runs and the medians of one subject at one size; None without runs."""
        found = [
            run
            for run in self.runs
            if (run.contest, run.subject, run.learners) == (contest, subject, learners)
        ]
        if not found:
            return None
        costs = [run.cost for run in found]
        middle = Cost(
            clock=median(one.clock for one in costs),
            processor=median(one.processor for one in costs),
            memory=int(median(one.memory for one in costs)),
            output=int(median(one.output for one in costs)),
        )
        return found[-1].count, len(found), middle

    def save(self, file: Path) -> None:
        """Keep everything in ``file``."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")


def read(file: Path) -> Results:
    """What ``file`` keeps; nothing where there is no such file."""
    if not file.is_file():
        return Results(runs=[], weights=[])
    kept = json.loads(file.read_text(encoding="utf-8"))
    runs: Iterable[dict[str, object]] = kept["runs"]
    return Results(
        runs=[Measurement(**{**run, "cost": Cost(**run["cost"])}) for run in runs],  # type: ignore[arg-type]
        weights=[Weights(**one) for one in kept["weights"]],
        busy=kept.get("busy", True),
        history=kept.get("history", False),
    )
