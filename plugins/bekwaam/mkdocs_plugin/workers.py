"""Runs work in processes of their own, so that what goes wrong there costs that piece of work only."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, TypeVar

from bekwaam.diagnostics import Message, say

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one piece of work may take: seconds by the clock (and of a processor), and bytes of memory."""

    seconds: int
    memory: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TooMuch:
    """A piece of work that was stopped, and why."""

    reason: Message


class WorkFailed(Exception):  # noqa: N818 - raised from what the work itself raised
    """A mistake in the work; the argument is the name of the task."""


class _TooLong(BaseException):
    """The time is up. No library that is at work may take this for a failure of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workers(Generic[Task, Result]):
    """Does ``work``, a function that other processes can import, within ``limits``."""

    work: Callable[[Task], Result]
    limits: Limits

    def run(self, tasks: Mapping[str, Task]) -> Iterator[tuple[str, Result | TooMuch]]:
        """Do all tasks, as many at once as there are processors; results come as they are ready.

        Raises:
            WorkFailed: from whatever the work raises.
        """
        waiting = list(tasks)
        while waiting:
            suspects: list[str] = []
            for name, result in self._run_until_broken(waiting, tasks, suspects):
                yield name, result
            # A process that died takes down those beside it; one at a time shows which is to blame.
            for name in suspects:
                yield name, self.run_one(tasks[name])

    def run_one(self, task: Task) -> Result | TooMuch:
        """Do one task in a process of its own."""
        with self._pool(1) as pool:
            try:
                return pool.submit(_limited, self.work, task, self.limits).result()
            except BrokenProcessPool:
                return TooMuch(reason=say("it took too much time or memory"))

    def _run_until_broken(
        self, waiting: list[str], tasks: Mapping[str, Task], suspects: list[str]
    ) -> Iterator[tuple[str, Result | TooMuch]]:
        """Take names from ``waiting``; those under way when a process dies go to ``suspects``."""
        size = min(len(waiting), os.cpu_count() or 1)
        flying: dict[Future[Result | TooMuch], str] = {}
        with self._pool(size) as pool:
            try:
                while (waiting or flying) and not suspects:
                    while waiting and len(flying) < size:
                        name = waiting.pop(0)
                        flying[pool.submit(_limited, self.work, tasks[name], self.limits)] = name
                    done, _ = wait(flying, return_when=FIRST_COMPLETED)
                    for future in done:
                        name = flying.pop(future)
                        error = future.exception()
                        if isinstance(error, BrokenProcessPool):
                            suspects.append(name)
                        elif error is not None:
                            raise WorkFailed(name) from error
                        else:
                            yield name, future.result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
            suspects += flying.values() if suspects else ()

    def _pool(self, size: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(size, mp_context=get_context("spawn"))


def _limited(work: Callable[[Task], Result], task: Task, limits: Limits) -> Result | TooMuch:
    import resource
    import signal

    def too_long(_signal: int, _frame: object) -> None:
        raise _TooLong

    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, resource.RLIM_INFINITY))
    # The clock's alarm waits for a library to return. The processor's limit does not: it ends the process.
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + limits.seconds + 2
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(limits.seconds)
    try:
        return work(task)
    except _TooLong:
        return TooMuch(reason=say("it took more than {seconds} seconds", seconds=limits.seconds))
    except MemoryError:
        return TooMuch(reason=say("it took more than {memory} MB of memory", memory=limits.memory >> 20))
    except RecursionError:
        return TooMuch(reason=say("its texts have too many lists and quotes inside each other"))
    finally:
        signal.alarm(0)
