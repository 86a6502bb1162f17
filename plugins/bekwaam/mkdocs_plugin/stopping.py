"""The ends of a build before its site is published."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from bekwaam.diagnostics import Message
from bekwaam.mkdocs_plugin.jobs import CannotPrint
from bekwaam.mkdocs_plugin.options import WrongOption
from bekwaam.mkdocs_plugin.staging import CannotStage

_log = get_plugin_logger("bekwaam")


class StoppedByRecords(Abort):
    """A build that stopped because of errors in the records."""


def stop_at(told: Sequence[Message], translate: Callable[[Message], str]) -> None:
    """End the build where there is more to tell than the last sentence, which says what that means.

    Raises:
        StoppedByRecords: after everything was told.
    """
    *details, stopped = told
    if details:
        _log.error("\n".join(map(translate, details)))
        raise StoppedByRecords(translate(stopped))


def strict_will_stop() -> bool:
    """Whether MkDocs will stop at warnings, with ``--strict``.

    It does so only after every plugin has finished, too late for a site that is already public.
    """
    counters = [one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler)]
    return any(counter.get_counts() for counter in counters)


@contextmanager
def stopping(translate: Callable[[Message], str]) -> Iterator[None]:
    """End the build with a sentence where something is in its way."""
    try:
        yield
    except (WrongOption, CannotStage, CannotPrint) as wrong:
        raise Abort(translate(wrong.args[0])) from wrong
