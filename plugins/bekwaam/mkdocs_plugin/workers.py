"""Shares work out over processors: those of this machine, or those that any executor brings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bekwaam.mkdocs_plugin.apart import Failed, do_apart, end_all
from bekwaam.mkdocs_plugin.limits import Limits, TooMuch
from bekwaam.project import Crew

Task = TypeVar("Task")
Result = TypeVar("Result")


class WorkFailed(Exception):  # noqa: N818 - raised from what the work itself raised
    """A mistake in the work; the argument is the name of the task."""


@contextmanager
def own_crew(size: int | None = None) -> Iterator[Crew]:
    """So many processes of this machine; left to itself one for each processor."""
    size = size or os.cpu_count() or 1
    executor = ThreadPoolExecutor(size)
    try:
        yield Crew(executor=executor, at_once=size)
    finally:
        # First the processes: the threads wait for what they say.
        executor.shutdown(wait=False, cancel_futures=True)
        end_all()
        executor.shutdown()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workers(Generic[Task, Result]):
    """Does ``work``, a function that other processes can import, within ``limits``."""

    work: Callable[[Task], Result]
    limits: Limits

    def run(
        self, tasks: Mapping[str, Callable[[], Task]], crew: Crew
    ) -> Iterator[tuple[str, Result | TooMuch]]:
        """Do all tasks in their order, several at once; results come as they are ready.

        A task is made only when it is its turn. What an executor elsewhere loses is done here.

        Raises:
            WorkFailed: from whatever the work raises.
        """
        waiting = iter(tasks.items())
        flying: dict[Future[Any], str] = {}
        try:
            while True:
                for name, make in waiting:
                    flying[crew.executor.submit(do_apart, self.limits, self.work, make())] = name
                    if len(flying) >= crew.at_once:
                        break
                if not flying:
                    return
                done, _ = wait(flying, return_when=FIRST_COMPLETED)
                for future in done:
                    name = flying.pop(future)
                    if future.exception() is not None and crew.elsewhere:
                        outcome = do_apart(self.limits, self.work, tasks[name]())
                    else:
                        outcome = future.result()
                    yield name, self._taken(name, outcome)
        finally:
            for future in flying:
                future.cancel()

    def run_one(self, task: Task) -> Result | TooMuch:
        """Do one task in a process of its own."""
        try:
            return self._taken("", do_apart(self.limits, self.work, task))
        finally:
            end_all()

    def _taken(self, name: str, outcome: Result | TooMuch | Failed) -> Result | TooMuch:
        if isinstance(outcome, Failed):
            raise WorkFailed(name) from outcome.error
        return outcome
