"""Does work in a process of its own, so that what goes wrong there costs that piece of work only.

The process waits for more work afterwards: starting one takes as long as printing a page.
"""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from bekwaam.diagnostics import say
from bekwaam.mkdocs_plugin.limits import Limits, TooMuch, within

Task = TypeVar("Task")
Result = TypeVar("Result")

_MOST = 100
"""So many pieces of work are done by one process, so that what libraries don't give back stays bounded."""
_START = f"""import sys
from multiprocessing.connection import Connection
from {__name__} import serve
serve(Connection(int(sys.argv[1])))
"""
_GRACE = 15
"""Seconds beyond the limit after which a process that says nothing is ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """What the work itself raised: a mistake of the program."""

    error: BaseException


def do_apart(limits: Limits, work: Callable[[Task], Result], task: Task) -> Result | TooMuch | Failed:
    """Do ``work``, a function that other processes can import, in a process of its own.

    Threads may call this at the same time; each then has a process.
    """
    try:
        child = _idle.pop()
    except IndexError:
        child = _Child()
        _all.add(child)
    try:
        outcome: Result | TooMuch | Failed = child.do(limits, work, task)
        return outcome
    finally:
        if child.may_go_on:
            _idle.append(child)
        else:
            child.end()
            _all.discard(child)


def end_all() -> None:
    """End the processes, those that are still at work too."""
    _idle.clear()
    for child in list(_all):
        child.end()
        _all.discard(child)


class _Child:
    """A process at the other end of a pipe."""

    def __init__(self) -> None:
        self._pipe, theirs = Pipe()
        with theirs:
            # -P: what lies in the working folder is nobody's module.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _START, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
            )
        self._left = _MOST
        self._pipe.send(sys.path)

    @property
    def may_go_on(self) -> bool:
        return self._left > 0

    def do(self, limits: Limits, work: Callable[[Task], Result], task: Task) -> Any:
        order = pickle.dumps((limits, work, task))
        going_on, self._left = self._left - 1, 0
        try:
            self._pipe.send_bytes(order)
            outcome = self._pipe.recv() if self._pipe.poll(limits.seconds + _GRACE) else None
        except (EOFError, OSError):
            outcome = None
        if outcome is None:
            return TooMuch(reason=say("it took too much time or memory"))
        # What was stopped midway, perhaps while a library was being imported, is no start for other work.
        self._left = 0 if isinstance(outcome[0], TooMuch) else going_on
        return outcome[0]

    def end(self) -> None:
        self._left = 0
        self._process.kill()
        self._process.wait()
        with suppress(OSError):
            self._pipe.close()


_all: set[_Child] = set()
_idle: list[_Child] = []


def serve(pipe: Connection) -> None:
    """Do what comes in, until nothing can come any more; in the process that was started for it."""
    import signal

    # Whoever presses Ctrl-C speaks to the process that started this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A document is made of millions of small objects; looking for unused ones took a fifth of the time.
    gc.set_threshold(100_000, 50, 100)
    sys.path[:] = pipe.recv()
    first = True
    while True:
        try:
            limits, work, task = pickle.loads(pipe.recv_bytes())  # noqa: S301 - from the process that started us
        except EOFError:
            return
        outcome = _outcome(limits, work, task)
        pipe.send((outcome,))
        del outcome, task
        gc.collect()
        if first:
            gc.freeze()  # what was imported stays, so nobody has to look at it again
            first = False


def _outcome(limits: Limits, work: Callable[[Any], Any], task: Any) -> Any:
    try:
        return within(limits, work, task)
    except BaseException as error:  # noqa: BLE001 - told where the work was asked for
        try:
            pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
        except Exception:  # noqa: BLE001 - some errors cannot travel
            return Failed(error=RuntimeError(f"{type(error).__name__}: {error}"))
        return Failed(error=error)
