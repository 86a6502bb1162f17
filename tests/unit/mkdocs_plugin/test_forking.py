"""Copies of a process do work that was never sent to them, and none is left behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

_START = """
import os, signal, sys, time
from pathlib import Path
from bekwaam.mkdocs_plugin.forking import copies, do, processors

folder = Path(sys.argv[1])
offset = 100


def work(number):
    (folder / str(os.getpid())).touch()
    if number == 7:
        signal.raise_signal(signal.SIGKILL)
    if number == 9:
        time.sleep(60)
    return number + offset
"""


def run(folder: Path, script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _START + script, folder],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def is_there(process: int) -> bool:
    try:
        return "Z (zombie)" not in Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return False


def started(folder: Path) -> list[int]:
    return [int(one.name) for one in folder.iterdir()]


def test_copies_do_the_work_with_what_was_there(tmp_path: Path) -> None:
    script = """
with copies(work, 2) as crew:
    futures = [crew.executor.submit(do, [number, number + 1]) for number in range(4)]
    print([future.result() for future in futures], crew.at_once > 2)
"""
    assert run(tmp_path, script) == "[[100, 101], [101, 102], [102, 103], [103, 104]] True"
    assert not any(is_there(one) for one in started(tmp_path))


def test_a_copy_that_dies_says_so(tmp_path: Path) -> None:
    script = """
with copies(work, 2) as crew:
    print(isinstance(crew.executor.submit(do, [7]).exception(), RuntimeError))
"""
    assert run(tmp_path, script) == "True"


def test_copies_end_with_the_process_that_they_are_copies_of(tmp_path: Path) -> None:
    script = """
with copies(work, 1) as crew:
    crew.executor.submit(do, [9]).result()
"""
    process = subprocess.Popen([sys.executable, "-c", _START + script, tmp_path])
    for _ in range(600):
        if started(tmp_path):
            break
        time.sleep(0.05)
    (copy,) = started(tmp_path)
    process.send_signal(signal.SIGKILL)
    process.wait()
    for _ in range(600):
        if not is_there(copy):
            break
        time.sleep(0.05)
    assert not is_there(copy)


def test_a_process_with_threads_is_not_copied(tmp_path: Path) -> None:
    script = """
import threading
print(processors() == len(os.sched_getaffinity(0)))
threading.Thread(target=time.sleep, args=(1,)).start()
print(processors())
"""
    assert run(tmp_path, script).split() == ["True", "1"]
