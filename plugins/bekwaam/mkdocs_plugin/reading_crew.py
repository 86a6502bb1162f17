"""Copies of this process that read and check records beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bekwaam.mkdocs_plugin.forking import pool, processors
from bekwaam.project import Crew


@contextmanager
def reading_crew() -> Iterator[Crew | None]:
    """As many processes as this machine lets us use; None where that is one, or copying is not safe."""
    size = processors()
    if size < 2:
        yield None
        return
    with pool(size) as crew:
        yield crew
