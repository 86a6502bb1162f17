"""One at a time, in the order of asking: long work in many small steps keeps nobody waiting for long."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """A lock that nobody can take twice while somebody else waits."""

    def __init__(self) -> None:
        """Nobody waits yet."""
        self._changed = threading.Condition()
        self._given = 0
        self._now = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for one's turn, and have it."""
        with self._changed:
            mine = self._given
            self._given += 1
            self._changed.wait_for(lambda: self._now == mine)
        try:
            yield
        finally:
            with self._changed:
                self._now += 1
                self._changed.notify_all()
