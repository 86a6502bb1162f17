"""Lends copies of this process to one piece of a build, so that nothing has to be sent to them."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from bekwaam.project import Crew, share

_AHEAD = 3
"""Pieces of work under way for each process, so that none waits for its next one."""
_DEATH_OF_PARENT = 1
"""What Linux' prctl calls the signal that a process gets when the one that started it is gone."""
_QUIET = (50_000, 50, 100)
"""How rarely a copy looks for garbage: what it made is forgotten piece by piece."""

T = TypeVar("T")
Item = TypeVar("Item")

_work: Callable[[Any], Any] | None = None


def processors() -> int:
    """How many processes may run at the same time; 1 where this process cannot be copied safely."""
    if sys.platform != "linux" or threading.active_count() > 1:
        # A thread may hold a lock, and in the copy nobody would ever open it.
        return 1
    return len(os.sched_getaffinity(0))


@contextmanager
def copies(work: Callable[[Any], Any], size: int) -> Iterator[Crew]:
    """So many copies of this process, with all that it has read, that do ``work`` by `do`."""
    global _work  # a copy finds here what cannot be sent to it
    _work = work
    try:
        with pool(size) as crew:
            yield crew
    finally:
        _work = None


@contextmanager
def pool(size: int) -> Iterator[Crew]:
    """So many copies of this process, that do what is sent to them."""
    executor = ProcessPoolExecutor(
        size, multiprocessing.get_context("fork"), initializer=_settle, initargs=(os.getpid(),)
    )
    try:
        yield Crew(executor=executor, at_once=_AHEAD * size)
    finally:
        # What is under way ends first: it writes into a folder that may be removed after this.
        executor.shutdown(wait=True, cancel_futures=True)


def each(work: Callable[[Item], T], items: Sequence[Item], *, least: int, together: int) -> Iterator[T]:
    """What ``work`` gives for each item, in their order.

    From ``least`` items on, copies do it where there are processors for them: ``together`` so many at a time.
    """
    size = processors() if len(items) >= least else 1
    if size < 2:
        yield from map(work, items)
        return
    tasks = (items[start : start + together] for start in range(0, len(items), together))
    with copies(work, size) as crew:
        for found in share(do, tasks, crew):
            yield from found


def do(tasks: Sequence[Any]) -> list[Any]:
    """Do the work for some tasks; in a copy, or here while there are any."""
    if _work is None:
        raise RuntimeError("there is no work for copies")
    return [_work(task) for task in tasks]


def _settle(parent: int) -> None:
    # Whoever presses Ctrl-C speaks to the process that this one is a copy of.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DEATH_OF_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    # What was there before stays, so nobody has to look at it: that alone would copy it.
    gc.freeze()
    gc.enable()
    gc.set_threshold(*_QUIET)
