"""`python -m benchmarks`: measures everything at three sizes, and writes the table in the documentation."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import contests, report, schools
from benchmarks.contests import Ground
from benchmarks.machine import is_busy
from benchmarks.results import Measurement, Results, read

_ROOT = Path(__file__).resolve().parents[1]
_WORK = _ROOT / ".cache" / "benchmarks"
_KEPT = _WORK / "results.json"
_PAGE = _ROOT / "docs" / "explanation" / "speed.md"
_LEARNERS_A_PRINTED_ONE = 10
"""Documents are printed for one learner in so many: they take long, and are all alike."""


def main() -> None:
    """Measure what is asked for, and write the table."""
    asked = _arguments().parse_args()
    results = read(_KEPT)
    if asked.fresh:
        results = Results(runs=[], weights=[])
    results.history = asked.history
    results.busy = is_busy() or (results.busy and bool(results.runs))
    for learners in (asked.learners * factor for factor in asked.factors):
        _measure(results, learners, asked)
    _PAGE.write_text(report.page(results), encoding="utf-8", newline="\n")
    _say(f"The table is in {_PAGE.relative_to(_ROOT)}")


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--learners", type=int, default=100, help="how many make 1x (default: 100)")
    parser.add_argument("--factors", type=int, nargs="*", default=[1, 2, 4], help="sizes (default: 1 2 4)")
    parser.add_argument("--rounds", type=int, default=3, help="how often at 1x; fewer at bigger sizes")
    parser.add_argument(
        "--contests", nargs="+", choices=("validate", "site", "documents"),
        default=["validate", "site", "documents"],
    )  # fmt: skip
    parser.add_argument(
        "--history", action=argparse.BooleanOptionalAction, default=True,
        help="put the school in git, a commit a learner",
    )  # fmt: skip
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fresh", action="store_true", help="forget what was measured before")
    return parser


def _measure(results: Results, learners: int, asked: argparse.Namespace) -> None:
    folder = _WORK / str(learners)
    shutil.rmtree(folder, ignore_errors=True)
    records = schools.write(folder / "school", learners, asked.seed)
    if asked.history:
        schools.write_history(folder / "school")
    rounds = max(1, round(asked.rounds * asked.learners / learners))
    smallest = learners == asked.learners
    ground = Ground(folder=folder, learners=learners, records=records, rounds=rounds, smallest=smallest)
    renewed = {*asked.contests, *(["endurance"] if "documents" in asked.contests else [])}
    results.runs = [run for run in results.runs if run.learners != learners or run.contest not in renewed]
    for one in _runs(ground, asked.contests):
        results.runs.append(one)
        results.save(_KEPT)
        _say(
            f"{learners:6} learners  {one.contest:9}  {one.subject:20} {one.cost.clock:8.2f} s  "
            f"processor {one.cost.processor:8.2f} s  {one.cost.memory / 1e6:6.0f} MB"
        )
    if "site" in asked.contests:
        results.weights = [one for one in results.weights if one.learners != learners]
        results.weights.append(contests.weights(ground))
        results.save(_KEPT)
    shutil.rmtree(folder)


def _runs(ground: Ground, names: list[str]) -> Iterator[Measurement]:
    if "validate" in names:
        yield from contests.validating(ground)
    if "site" in names:
        yield from contests.building(ground)
    if "documents" in names:
        yield from contests.printing(ground, max(1, ground.learners // _LEARNERS_A_PRINTED_ONE))
        if ground.smallest:
            yield from contests.enduring(ground)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


main()
