"""Other processes that read and check learners; what they cannot do is done here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """An executor whose processes share our disk, and how many pieces of work may be under way."""

    executor: Executor
    at_once: int


Hire = Callable[[], AbstractContextManager[Crew | None]]
"""Gets a crew for as long as there is work for it; None where nobody can come."""


def share(work: Callable[[Task], Result], tasks: Iterable[Task], crew: Crew | None) -> Iterator[Result]:
    """Do all tasks, with a crew in the order in which they are ready.

    ``work`` is a function that other processes can import. Few tasks are under way at once, so that
    what waits to be taken stays small. Where a process of the crew dies, the rest is done here.
    """
    waiting = list(tasks)[::-1]
    flying: dict[Future[Result], Task] = {}
    try:
        while crew is not None and (waiting or flying):
            while waiting and len(flying) < crew.at_once:
                future = crew.executor.submit(work, waiting[-1])
                flying[future] = waiting.pop()
            done, _ = wait(flying, return_when=FIRST_COMPLETED)
            for future in done:
                result = future.result()
                del flying[future]
                yield result
    except BrokenExecutor:
        waiting.extend(flying.values())
    finally:
        for future in flying:
            future.cancel()
    while waiting:
        yield work(waiting.pop())
