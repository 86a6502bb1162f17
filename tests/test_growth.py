"""Twice the school is twice the work: nothing looks at everybody once more for everybody.

Work is counted in lines that run, function by function: that says as much in a small school as a clock
does in a big one, and it is the same on every machine.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import bekwaam
from bekwaam import project
from bekwaam.audience.gate import restrict
from bekwaam.audience.gated import Gated
from bekwaam.export.agenda import agenda
from bekwaam.model.audience import Audience
from bekwaam.views.build import build
from bekwaam.views.lazily import given
from benchmarks import schools

AS_OF = dt.date.fromisoformat(schools.AS_OF)
LEARNERS = 24
FEW = 400
"""Lines that tell nothing: what runs so seldom may well run thrice as often by chance."""
PACKAGE = str(Path(bekwaam.__file__).parent)

Lines = Counter[str]


@contextmanager
def counted() -> Iterator[Lines]:
    """The lines of ours that run meanwhile, by function."""
    lines: Lines = Counter()

    def enter(frame: FrameType, _event: str, _argument: object) -> Callable[..., Any] | None:
        code = frame.f_code
        if not code.co_filename.startswith(PACKAGE):
            return None
        name = f"{code.co_filename.removeprefix(PACKAGE)}:{code.co_firstlineno} {code.co_qualname}"

        def line(_frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
            if event == "line":
                lines[name] += 1
            return line

        return line

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        yield lines
    finally:
        sys.settrace(before)


def gated(home: Path, learners: int) -> Gated:
    schools.write(home, learners, photos=False)
    loaded = project.load(home / "portfolios", AS_OF)
    found, none = loaded.diagnostics, ()
    return restrict(loaded.project, loaded.statuses, Audience.TEAM, AS_OF, none, found, loaded.remarks)


def pages_of_the_school(one: Gated) -> Lines:
    with counted() as lines:
        school = build(one, "nl")
        for name in ("review", "cycles", "report", "quality", "frameworks", "workplaces", "documents"):
            assert getattr(school, name)() is not None or name == "report"
        team = given(school.team)
        assert team is not None
        for person in team.people:
            agenda(person.name, school.name, person.tasks, AS_OF, "nl")
    return lines


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Gated, Gated]:
    folder = tmp_path_factory.mktemp("growth")
    return gated(folder / "one", LEARNERS), gated(folder / "two", 2 * LEARNERS)


def test_what_the_school_s_own_pages_take_grows_with_the_school(twice: tuple[Gated, Gated]) -> None:
    # What is made once for all, such as the guide's points, is there before anything counts.
    pages_of_the_school(twice[0])
    one, two = map(pages_of_the_school, twice)
    assert two.total() < 2.1 * one.total()
    assert {name: (one[name], now) for name, now in two.items() if now > max(FEW, 2.6 * one[name])} == {}
