"""Other processes that do a part of the work; what they cannot do is done here."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Who does the work: an executor, how much of it may be under way, and whether it shares our disk."""

    executor: Executor
    at_once: int
    elsewhere: bool = False


Hire = Callable[[], AbstractContextManager[Crew | None]]
"""Gets a crew for as long as there is work for it; None where nobody can come."""


def share(work: Callable[[Task], Result], tasks: Iterable[Task], crew: Crew | None) -> Iterator[Result]:
    """Do all tasks; results come in the order of the tasks, whoever does them.

    ``work`` is a function that other processes can import. Few tasks are under way at once, so that
    what waits to be taken stays small. What a crew fails to do is done again here, so that a mistake in
    the work shows as it does without others.
    """
    if crew is None:
        yield from map(work, tasks)
        return
    flying: deque[tuple[Task, Future[Result] | None]] = deque()
    try:
        for task in tasks:
            flying.append((task, _submitted(crew, work, task)))
            if len(flying) >= crew.at_once:
                yield _result(work, *flying.popleft())
        while flying:
            yield _result(work, *flying.popleft())
    finally:
        for _, future in flying:
            if future is not None:
                future.cancel()


def _submitted(crew: Crew, work: Callable[[Task], Result], task: Task) -> Future[Result] | None:
    try:
        return crew.executor.submit(work, task)
    except RuntimeError:  # a process of it died
        return None


def _result(work: Callable[[Task], Result], task: Task, future: Future[Result] | None) -> Result:
    if future is not None and future.exception() is None:
        return future.result()
    return work(task)
