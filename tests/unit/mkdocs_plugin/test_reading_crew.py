"""Processes that split off come, work and go; and only where that is safe."""

from __future__ import annotations

import os
import signal

import pytest

from bekwaam.mkdocs_plugin import reading_crew
from bekwaam.project.crew import share


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_crew, "processors", lambda: 2)


def whose(number: int) -> tuple[int, int]:
    return number, os.getpid()


def die_elsewhere(task: tuple[int, int]) -> int:
    number, here = task
    if number == 3 and os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_others_do_the_work_and_are_gone() -> None:
    with reading_crew.reading_crew() as crew:
        found = list(share(whose, range(10), crew))
    assert sorted(number for number, _ in found) == list(range(10))
    pids = {pid for _, pid in found}
    assert os.getpid() not in pids
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_one_that_dies_loses_nothing() -> None:
    with reading_crew.reading_crew() as crew:
        found = list(share(die_elsewhere, [(number, os.getpid()) for number in range(10)], crew))
    assert sorted(found) == list(range(10))


def test_nobody_comes_where_only_one_may_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_crew, "processors", lambda: 1)
    with reading_crew.reading_crew() as crew:
        assert crew is None
