"""Processes that read and check records beside us, made by splitting off from this one."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from bekwaam.project import Crew


@contextmanager
def reading_crew() -> Iterator[Crew | None]:
    """As many processes as this machine lets us use; None where that is one, or splitting off is not safe.

    A process that splits off has only one of our threads: what another one held at that moment would
    stay locked for ever.
    """
    size = _processors()
    if size < 2 or threading.active_count() > 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield None
        return
    executor = ProcessPoolExecutor(size, mp_context=multiprocessing.get_context("fork"), initializer=_begin)
    try:
        yield Crew(executor=executor, at_once=2 * size)
    finally:
        executor.shutdown(cancel_futures=True)


def _processors() -> int:
    """The processors that this process may use: fewer than there are, in a container."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _begin() -> None:
    """Get ready, in the new process."""
    # Whoever presses Ctrl-C speaks to the process that we split off from.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.enable()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Nobody is left behind where the parent was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
