"""Runs one command in a process of its own, and says what it cost."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class Failed(Exception):  # noqa: N818 - said to whoever runs the benchmarks, as it is
    """A command that ended badly; the argument holds the end of what it printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command took: seconds on the clock and of the processors, and bytes.

    ``processor`` counts user and system time, of the processes that it waited for too. ``memory`` is
    the peak of its biggest process, not their sum. ``output`` is the size of what it wrote.
    """

    clock: float
    processor: float
    memory: int
    output: int


def measure(command: Sequence[str], home: Path, log: Path, written: Path | None = None) -> Cost:
    """Run ``command`` in the folder ``home``, and weigh ``written`` afterwards.

    Raises:
        Failed: where it doesn't end with 0.
    """
    with log.open("wb") as sink:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=home, env=environment(), stdout=sink, stderr=sink)
        _, status, used = os.wait4(process.pid, 0)
        clock = time.perf_counter() - start
    # wait4 has taken the child's end away; without this Popen would wait for it in vain.
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise Failed(f"{' '.join(command[:4])} ... ended with {process.returncode}\n{tail}")
    return Cost(
        clock=clock,
        processor=used.ru_utime + used.ru_stime,
        memory=used.ru_maxrss * 1024,  # Linux counts it in KiB
        output=size(written) if written else 0,
    )


def environment() -> dict[str, str]:
    """What a command finds around it: the same for everybody who is measured."""
    found = {**os.environ, "PYTHONHASHSEED": "0"}  # noqa: TID251 - the command needs its PATH
    found |= {"PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    # As for anybody who uses a program more than once: what is compiled stays compiled.
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found


def size(path: Path) -> int:
    """The bytes of a file, or of all files below a folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())
