"""YAML's events, one by one, from libyaml or from PyYAML's own slower parser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

Event = Any
"""One of ``yaml.events``: with a start mark, an end mark and what its type brings."""

Mark = Any
"""A place in the text: ``line`` and ``column`` from 0 and ``index``, all in characters."""

MAX_DEPTH = 16
"""Deeper than this nobody reads on: what a parser does with brackets in brackets is not linear."""

# PyYAML can be built without libyaml; the events are the same, some 14 times slower.
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def event_reader(text: str) -> Callable[[], Event]:
    """A function that gives the next event of ``text``, up to and including the stream's end.

    It never composes or builds anything, so deep nesting and references cost nothing here.
    The function raises ``yaml.YAMLError`` where the text is no YAML, and ``ValueError`` for an
    escape that PyYAML's own parser cannot take.
    """
    next_event: Callable[[], Event] = _Parser(text).get_event
    return next_event
