"""The stop that means: mend the records first."""

from __future__ import annotations

from mkdocs.exceptions import Abort


class StoppedByRecords(Abort):
    """A build that stopped because of errors in the records."""
