"""Borrows the processors of a Dask cluster for one build."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bekwaam.diagnostics import say
from bekwaam.mkdocs_plugin.jobs import CannotPrint
from bekwaam.project import Crew

_PATIENCE = 10
"""Seconds in which a scheduler answers, or is taken not to be there."""
_AHEAD = 2
"""Documents under way for each processor, so that none waits for its next one."""


@contextmanager
def crew_at(address: str) -> Iterator[Crew]:
    """The workers of the scheduler at an address, such as ``tcp://10.0.0.5:8786``.

    Raises:
        CannotPrint: where Dask is not installed, nobody answers, or there are no workers.
    """
    try:
        from distributed import Client
    except ImportError:
        raise CannotPrint(
            say("A cluster needs Dask. Install it with “{line}”.", line="pip install 'bekwaam[dask]'")
        ) from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError):
        raise CannotPrint(
            say(
                "The scheduler at {address} does not answer. Look whether it runs, and whether this "
                "machine may reach it.",
                address=address,
            )
        ) from None
    try:
        processors = sum(client.nthreads().values())
        if not processors:
            raise CannotPrint(
                say(
                    "The scheduler at {address} has no workers. Start one with “dask worker {address}”.",
                    address=address,
                )
            )
        yield Crew(executor=client.get_executor(), at_once=_AHEAD * processors, elsewhere=True)
    finally:
        client.close()
