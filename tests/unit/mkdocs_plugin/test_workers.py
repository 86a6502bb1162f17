"""What goes wrong in one piece of work stays there."""

from __future__ import annotations

import os
import signal
import time
from functools import partial

import pytest

from bekwaam.mkdocs_plugin.limits import Limits, TooMuch
from bekwaam.mkdocs_plugin.workers import Workers, WorkFailed, own_crew

LIMITS = Limits(seconds=2, memory=2 << 30)


def work(task: str) -> str:
    match task:
        case "sleep":
            time.sleep(60)
        case "spin":
            signal.signal(signal.SIGALRM, signal.SIG_IGN)  # as deep inside a library
            while True:
                pass
        case "eat":
            return str(len(bytearray(4 << 30)))
        case "die":
            os._exit(1)
        case "nest":
            return work("nest")
        case "wrong":
            raise ValueError("no such page")
    return task.upper()


def run(*tasks: str) -> dict[str, str | TooMuch]:
    with own_crew() as crew:
        made = {task: partial(str, task) for task in tasks}
        return dict(Workers(work=work, limits=LIMITS).run(made, crew))


def test_the_others_are_done() -> None:
    found = run("a", "die", "b", "nest", "c", "eat", "d")
    stopped = {task for task, result in found.items() if isinstance(result, TooMuch)}
    assert stopped == {"die", "nest", "eat"}
    assert {task: found[task] for task in "abcd"} == {"a": "A", "b": "B", "c": "C", "d": "D"}


@pytest.mark.parametrize("task", ["sleep", "spin"])
def test_time_runs_out(task: str) -> None:
    assert isinstance(run(task, "a")[task], TooMuch)


def test_a_mistake_of_the_program_is_not_hidden() -> None:
    with pytest.raises(WorkFailed, match="wrong") as failed:
        run("a", "wrong")
    assert isinstance(failed.value.__cause__, ValueError)


def test_nothing_to_do() -> None:
    assert run() == {}
