"""The ends of a build before its site is published."""

from __future__ import annotations

import logging

from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler


class StoppedByRecords(Abort):
    """A build that stopped because of errors in the records."""


def strict_will_stop() -> bool:
    """Whether MkDocs will stop at warnings, with ``--strict``.

    It does so only after every plugin has finished, too late for a site that is already public.
    """
    counters = [one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler)]
    return any(counter.get_counts() for counter in counters)
