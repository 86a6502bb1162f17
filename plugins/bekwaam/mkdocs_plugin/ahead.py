"""Has a copy of this process work something out, while this one goes on with what does not need it yet."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack
from typing import Any, Generic, TypeVar

from bekwaam.mkdocs_plugin.forking import copies, do, processors

T = TypeVar("T")


class Ahead(Generic[T]):
    """Something that is needed later; it is worked out by then, or here when somebody asks for it."""

    def __init__(self, work: Callable[[], T]) -> None:
        """Nothing is done yet; ``work`` gives something that can be sent from the copy to here."""
        self._work = work
        self._hired = ExitStack()
        self._future: Future[list[Any]] | None = None

    def begin(self) -> None:
        """Let a copy start, where there is a processor for it: it knows what this process knows now."""
        if processors() > 1:
            crew = self._hired.enter_context(copies(lambda _: self._work(), 1))
            self._future = crew.executor.submit(do, [None])

    def __call__(self) -> T:
        """Wait for it; where the copy failed it is done here, so that a mistake shows as it does without."""
        with self._hired:
            if self._future is not None and self._future.exception() is None:
                found: T = self._future.result()[0]
                return found
        return self._work()

    def end(self) -> None:
        """Nobody needs it any more."""
        self._hired.close()
