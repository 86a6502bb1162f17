"""Processes that work is done in: kept while they are good, and replaced before they grow."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bekwaam.mkdocs_plugin import apart
from bekwaam.mkdocs_plugin.apart import Failed, do_apart, end_all
from bekwaam.mkdocs_plugin.limits import Limits, TooMuch

LIMITS = Limits(seconds=5, memory=2 << 30)


class Stubborn(Exception):  # noqa: N818 - only for this test
    """An error that doesn't travel."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def work(task: str) -> object:
    match task:
        case "die":
            os._exit(1)
        case "wrong":
            raise Stubborn("no", "page")
        case "stop":
            raise SystemExit(3)
        case "nothing":
            return None
        case "slow":
            time.sleep(5)
    return os.getpid()


@pytest.fixture(autouse=True)
def ended() -> Iterator[None]:
    end_all()
    yield
    end_all()


def test_a_process_is_used_again() -> None:
    first = do_apart(LIMITS, work, "a")
    assert first != os.getpid()
    assert do_apart(LIMITS, work, "nothing") is None
    assert isinstance(do_apart(LIMITS, work, "wrong"), Failed)
    assert do_apart(LIMITS, work, "b") == first


def test_a_process_that_was_stopped_midway_does_nothing_more() -> None:
    first = do_apart(LIMITS, work, "a")
    assert isinstance(do_apart(Limits(seconds=1, memory=2 << 30), work, "slow"), TooMuch)
    assert do_apart(LIMITS, work, "b") != first


def test_a_process_that_died_costs_one_task() -> None:
    first = do_apart(LIMITS, work, "a")
    assert isinstance(do_apart(LIMITS, work, "die"), TooMuch)
    assert do_apart(LIMITS, work, "b") not in (first, os.getpid())


def test_a_process_does_not_live_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_MOST", 2)
    first, second, third = (do_apart(LIMITS, work, "a") for _ in range(3))
    assert first == second != third


def test_what_cannot_travel_is_told_in_words() -> None:
    failed = do_apart(LIMITS, work, "wrong")
    assert isinstance(failed, Failed)
    assert str(failed.error) == "Stubborn: no page"
    failed = do_apart(LIMITS, work, "stop")
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, SystemExit)


def test_nothing_is_left_when_the_one_who_asked_is_killed() -> None:
    program = (
        "import time\n"
        "from bekwaam.mkdocs_plugin.apart import do_apart\n"
        "from bekwaam.mkdocs_plugin.limits import Limits\n"
        "limits = Limits(seconds=9, memory=2 << 30)\n"
        "print(do_apart(limits, eval, '__import__(\"os\").getpid()'), flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as asker:
        assert asker.stdout is not None
        child = Path("/proc") / asker.stdout.readline().strip()
        assert child.is_dir()
        asker.kill()
    limit = time.monotonic() + 10
    while child.is_dir() and "Z" not in (child / "stat").read_text().split()[2]:
        assert time.monotonic() < limit
        time.sleep(0.05)


def test_a_module_in_the_working_folder_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "multiprocessing.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert isinstance(do_apart(LIMITS, work, "a"), int)
