"""Where in its file a value stands, looked up only when a finding needs it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import yaml

from bekwaam.diagnostics import At, Location, Pointer
from bekwaam.source.events import MAX_DEPTH, Mark, event_reader

_NOWHERE = Location(line=1, column=1, end_line=1, end_column=1)


class _Wanted:
    """A value that some pointer goes through, and where it was found."""

    __slots__ = ("key", "steps", "value")

    def __init__(self) -> None:
        self.steps: dict[str | int, _Wanted] = {}
        self.key: Location | None = None
        self.value: Location | None = None


class _Frame:
    """A list or mapping that is still open; ``wanted`` is None where nobody looks inside."""

    __slots__ = ("as_key", "count", "is_list", "key", "key_location", "shown_by", "wanted", "wants_key")

    def __init__(self, wanted: _Wanted | None, *, is_list: bool, as_key: bool) -> None:
        self.wanted = wanted
        self.is_list = is_list
        self.as_key = as_key
        self.wants_key = not is_list
        self.count = 0
        self.key: str | None = None
        self.key_location: Location | None = None
        self.shown_by: _Wanted | None = None


def locate(text: str, pointer: Pointer, at: At) -> Location:
    """The place of one value or key; see ``locate_all``."""
    return locate_all(text, [(pointer, at)])[0]


def locate_all(text: str, places: Iterable[tuple[Pointer, At]]) -> list[Location]:
    """The places of values and keys in the text of a record, found in one pass.

    A mapping over several lines is shown by its first line, the root by its first key, a block
    scalar by the line of its ``|``. A value left empty is shown by its key. A pointer that
    leads nowhere gives the nearest value on the way to it. Where a list may be written as one
    value, position 0 means that value.

    Args:
        text: what was read from the file, well-formed or not.
        places: pointers into the data, each with the end to underline.

    Returns:
        One location for each place, in the same order.
    """
    asked = list(places)
    root = _Wanted()
    for pointer, _ in asked:
        wanted = root
        for step in pointer:
            wanted = wanted.steps.setdefault(step, _Wanted())
    _Search(text.removeprefix("\ufeff"), root).run()
    return [_answer(root, pointer, at) for pointer, at in asked]


def _answer(root: _Wanted, pointer: Pointer, at: At) -> Location:
    wanted = root
    for step in pointer:
        following = wanted.steps[step]
        if following.value is None:
            return wanted.value or _NOWHERE
        wanted = following
    if at is At.KEY and wanted.key is not None:
        return wanted.key
    return wanted.value or _NOWHERE


class _Search:
    """One walk over the events, with a stack of its own."""

    def __init__(self, text: str, root: _Wanted) -> None:
        self.text = text
        self.root = root
        self.stack: list[_Frame] = []

    def run(self) -> None:
        try:
            next_event = event_reader(self.text)
            event: Any = next_event()
            while type(event) is not yaml.StreamEndEvent and len(self.stack) <= MAX_DEPTH:
                self._take(event)
                event = next_event()
        except (yaml.YAMLError, ValueError):
            # Broken text has its own findings, with places; here what was found so far will do.
            return

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent or kind is yaml.AliasEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._start(event, is_list=kind is yaml.SequenceStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._end(event)

    def _scalar(self, event: Any) -> None:
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.wants_key:
            frame.wants_key = False
            frame.key = getattr(event, "value", None)
            if frame.wanted is not None:
                frame.key_location = self._span(event)
                self._show_root_by_first_key(frame)
            return
        wanted = self._step(frame)
        if wanted is not None:
            empty = event.start_mark.index == event.end_mark.index
            place = frame.key_location if empty and frame is not None else None
            self._found(wanted, place or self._span(event), frame)

    def _show_root_by_first_key(self, frame: _Frame) -> None:
        if len(self.stack) == 1 and frame.count == 0:
            self.root.value = frame.key_location

    def _start(self, event: Any, *, is_list: bool) -> None:
        frame = self.stack[-1] if self.stack else None
        as_key = frame is not None and frame.wants_key
        wanted = None if as_key else self._step(frame)
        if frame is not None and as_key:
            frame.key = None
        shown_by = wanted
        if wanted is not None:
            self._found(wanted, self._span(event), frame)
            if not is_list and 0 in wanted.steps:
                wanted = _one_for_list(wanted)
        self.stack.append(_Frame(wanted, is_list=is_list, as_key=as_key))
        self.stack[-1].shown_by = shown_by

    def _end(self, event: Any) -> None:
        frame = self.stack.pop()
        if frame.as_key:
            self.stack[-1].wants_key = False
        shown_by = frame.shown_by
        place = shown_by.value if shown_by else None
        end: Mark = event.end_mark
        if shown_by and place and end.line + 1 == place.line and self.stack:
            # Between brackets on one line: what follows the bracket is not part of it.
            place = replace(place, end_column=end.column + 1)
            if frame.is_list:
                shown_by.value = place
            else:
                _show(shown_by, place, shown_by.key)

    def _step(self, frame: _Frame | None) -> _Wanted | None:
        """Go on to the next value of the frame; what is wanted there, if anything."""
        if frame is None:
            return self.root
        step = frame.count if frame.is_list else frame.key
        frame.count += 1
        frame.wants_key = not frame.is_list
        if frame.wanted is None or step is None:
            return None
        return frame.wanted.steps.get(step)

    def _found(self, wanted: _Wanted, place: Location, frame: _Frame | None) -> None:
        key = frame.key_location if frame is not None and not frame.is_list else None
        _show(wanted, place, key)

    def _span(self, event: Any) -> Location:
        start: Mark = event.start_mark
        end: Mark = event.end_mark
        line = start.line + 1
        style = getattr(event, "style", None)
        if type(event) is yaml.ScalarEvent and style not in ("|", ">") and end.index > start.index:
            return Location(
                line=line, column=start.column + 1, end_line=end.line + 1, end_column=end.column + 1
            )
        line_end = self.text.find("\n", start.index)
        rest = self.text[start.index : None if line_end == -1 else line_end].rstrip()
        size = max(1, len(rest))
        return Location(line=line, column=start.column + 1, end_line=line, end_column=start.column + size + 1)


def _show(wanted: _Wanted, place: Location, key: Location | None) -> None:
    first: _Wanted | None = wanted
    while first is not None:
        first.value = place
        first.key = key
        # One value may stand for a list of one; a true list overwrites this with its first item.
        first = first.steps.get(0)


def _one_for_list(wanted: _Wanted) -> _Wanted:
    """What is wanted in a mapping that stands for a list of one: the steps of position 0 too."""
    merged = _Wanted()
    merged.steps = {**wanted.steps[0].steps, **wanted.steps}
    return merged
