"""One record's YAML to plain data: JSON's values and nothing else, every trap a finding."""

from __future__ import annotations

import re
from typing import Any

import yaml

from bekwaam.diagnostics import Diagnostic, Location, Message, say
from bekwaam.source import characters
from bekwaam.source.events import MAX_DEPTH, Event, Mark, event_reader
from bekwaam.source.scalars import Refused, resolve
from bekwaam.source.syntax import explain

Data = dict[str, Any]

MAX_NODES = 20_000
MAX_FINDINGS = 25
"""After so many findings in one file the rest would only hide the first."""

_ANCHOR = (
    say("An anchor (`&name`) cannot be used."),
    say("Write the value out each time; if the `&` belongs to the text, put the text in quotes."),
)
_TAG = (
    say("A tag (`!name`) cannot be used."),
    say("Remove it; if the `!` belongs to the text, put the text in quotes."),
)
_PROPERTY = re.compile(r"&[\w-]+|![^\s,\[\]{}]*")


def parse(text: str, path: str) -> tuple[Data | None, list[Diagnostic]]:
    """Read the text of one record.

    Args:
        text: the decoded file; a byte order mark at the start is skipped.
        path: what the findings name, relative to the folder of records.

    Returns:
        The data, keys without a value left out, and no findings; or None and at least one
        finding (E101, E104 to E112), in the order of the text.
    """
    text = text.removeprefix("\ufeff")
    if not characters.has_suspects(text):
        return _Reader(text, path).read()
    findings = characters.raw_runs(text, path, MAX_FINDINGS)
    _, others = _Reader(characters.without_forbidden(text), path).read()
    # Where a line truly ends is unsure now, so a complaint about the syntax would mislead.
    findings += [finding for finding in others if finding.code not in ("E101", "E112")]
    return None, sorted(findings, key=_where)[:MAX_FINDINGS]


def _where(finding: Diagnostic) -> tuple[int, int]:
    location = finding.location
    return (location.line, location.column) if location else (0, 0)


class _Frame:
    """A list or mapping that is still open."""

    __slots__ = ("as_key", "first_lines", "glued", "items", "key", "wants_key")

    def __init__(self, items: Data | list[Any], *, as_key: bool = False) -> None:
        self.items = items
        self.as_key = as_key
        self.wants_key = isinstance(items, dict)
        self.key: str | None = None
        self.glued: Event | None = None
        self.first_lines: dict[str, int] = {}


class _Reader:
    """Builds the data from the events with a stack of its own: depth can never exhaust Python's."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.findings: list[Diagnostic] = []
        self.stack: list[_Frame] = []
        self.root: Any = None
        self.nodes = 0
        self.documents = 0
        self.done = False

    def read(self) -> tuple[Data | None, list[Diagnostic]]:
        next_event = event_reader(self.text)
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.StreamEndEvent: self._finish,
        }
        get_handler = handlers.get
        while not self.done:
            try:
                event = next_event()
            except (yaml.YAMLError, ValueError) as error:
                self._broken(error)
                break
            handler = get_handler(type(event))
            if handler is not None:
                handler(event)
        return (None, self.findings) if self.findings else (self.root, [])

    def _broken(self, error: Exception) -> None:
        if isinstance(self.root, str):
            # A first line without a colon made the record look like a text; the error says it better.
            self._drop_root_findings()
        self._keep(explain(error, self.text, self.path))

    def _drop_root_findings(self) -> None:
        self.findings = [finding for finding in self.findings if finding.code != "E112"]

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._drop_root_findings()
            self._report(
                "E110",
                say("A second document starts here."),
                say("Write one record in a file: remove the line `---`, or move the rest to its own file."),
                event,
            )
            self.done = True
        elif event.tags:
            self._report("E108", *_TAG, event)

    def _finish(self, _event: Event) -> None:
        if self.documents == 0:
            self._root_is_empty()
        self.done = True

    def _scalar(self, event: Any) -> None:
        self.nodes += 1
        frame = self.stack[-1] if self.stack else None
        plain = not event.style
        value = event.value
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        if event.style == '"' and characters.has_forbidden(value):
            self._escapes(event)
        if self.nodes > MAX_NODES:
            self._too_many(event)
        if frame is None:
            self._root_scalar(event, plain)
        elif frame.wants_key:
            self._key(frame, value, plain, event)
        else:
            if plain and not value and frame.glued is not None:
                message = say("This key has no value, because no space follows its `:`.")
                self._report(
                    "E101", message, say("Write `key: value`, with a space after the colon."), frame.glued
                )
            self._place(frame, self._plain(value, event) if plain else value)

    def _plain(self, word: str, event: Event) -> Any:
        value = resolve(word)
        if value is Refused.NOT_FINITE:
            message = say("Infinity and NaN are no numbers that a record can hold.")
            self._report("E111", message, say("Write a number, or leave the key out."), event)
            return None
        if value is Refused.TOO_LARGE:
            message = say("This number is too large to be kept exactly.")
            self._report("E111", message, say("If it is a code, put it in quotes."), event)
            return None
        return value

    def _place(self, frame: _Frame, value: Any) -> None:
        if isinstance(frame.items, list):
            frame.items.append(value)
            return
        if frame.key is not None and value is not None:
            frame.items[frame.key] = value
        frame.wants_key = True

    def _key(self, frame: _Frame, key: str, plain: bool, event: Event) -> None:
        frame.wants_key = False
        frame.key = None
        if plain and key == "<<":
            message = say("A merge key `<<` cannot be used.")
            self._report("E107", message, say("Write the keys out where you need them."), event)
        elif plain and not key:
            message = say("Here a key is missing before the `:`.")
            self._report("E109", message, say("Write the name of the key before the colon."), event)
        elif key in frame.first_lines:
            message = say(
                "The key `{key}` stands here twice; the first one is on line {line}.",
                key=characters.shown(key),
                line=frame.first_lines[key],
            )
            self._report("E106", message, say("Keep one of the two and remove the other."), event)
        else:
            frame.first_lines[key] = event.start_mark.line + 1
            frame.key = key
        # `{place:school}` is one key without a value, which would be dropped without a word.
        frame.glued = event if plain and ":" in key else None

    def _start(self, event: Any) -> None:
        self.nodes += 1
        frame = self.stack[-1] if self.stack else None
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        if len(self.stack) == MAX_DEPTH:
            message = say("Lists and mappings stand more than {most} deep here.", most=MAX_DEPTH)
            self._report("E104", message, say("Write this part flatter, or split it."), event)
            self.done = True
            return
        if self.nodes > MAX_NODES:
            self._too_many(event)
        items: Data | list[Any] = {} if type(event) is yaml.MappingStartEvent else []
        as_key = frame is not None and frame.wants_key
        if frame is None:
            self.root = items
            if isinstance(items, list):
                message = say("A record is a mapping of keys to values; this file is a list.")
                self._report("E112", message, say("Start with a key: `title: ...`, without `- `."), event)
        elif as_key:
            frame.key = None
            message = say("A key must be one word or text, not a list or a mapping.")
            self._report("E109", message, say("Text that starts with `[`, `{{` or `?` needs quotes."), event)
        else:
            self._place(frame, items)
        self.stack.append(_Frame(items, as_key=as_key))

    def _end(self, _event: Event) -> None:
        if self.stack.pop().as_key:
            self.stack[-1].wants_key = False

    def _alias(self, event: Event) -> None:
        self.nodes += 1
        frame = self.stack[-1] if self.stack else None
        if frame is None or frame.key is not None or frame.wants_key or isinstance(frame.items, list):
            message = say("An alias (`*name`) cannot be used: write the value out.")
            self._report("E107", message, say("If the `*` belongs to the text, put it in quotes."), event)
        # A key that was refused already, such as `<<`, needs no second finding for its value.
        if frame is not None and frame.wants_key:
            frame.key = None
            frame.wants_key = False
        elif frame is not None:
            self._place(frame, None)

    def _properties(self, event: Any) -> None:
        """Report an anchor, a tag or both; they stand before the value, in either order."""
        written = _PROPERTY.finditer(self.text, event.start_mark.index)
        for _ in range((event.anchor is not None) + (event.tag is not None)):
            found = next(written, None)
            start, end = found.span() if found else (event.start_mark.index, event.end_mark.index)
            code, words = ("E107", _ANCHOR) if self.text[start] == "&" else ("E108", _TAG)
            self._add(code, *words, characters.location_of(self.text, start, end))

    def _escapes(self, event: Event) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        for character, first, last in characters.escapes(self.text, start, end):
            location = characters.location_of(self.text, first, last)
            self._keep(characters.forbidden(character, self.path, location))
            if self.done:
                break

    def _too_many(self, event: Event) -> None:
        message = say("This file holds more than {most} values.", most=MAX_NODES)
        self._report("E104", message, say("Split it into several records."), event)
        self.done = True

    def _root_scalar(self, event: Any, plain: bool) -> None:
        if plain and not event.value:
            self._root_is_empty()
            return
        self.root = event.value
        message = say("A record is a mapping of keys to values; this file is only a text.")
        self._report("E112", message, say("Write lines such as `key: value`, with a space after `:`."), event)

    def _root_is_empty(self) -> None:
        message = say("This file is empty, or holds only comments.")
        hint = say("Fill in the record, or remove the file.")
        self._add("E112", message, hint, Location(line=1, column=1, end_line=1, end_column=1))

    def _report(self, code: str, message: Message, hint: Message, event: Event) -> None:
        self._add(code, message, hint, self._span(event.start_mark, event.end_mark))

    def _span(self, start: Mark, end: Mark) -> Location:
        """From mark to mark; what goes on over several lines is shown to the end of the first."""
        if end.line == start.line and end.column > start.column:
            stop = end.column
        else:
            line_end = self.text.find("\n", start.index)
            rest = self.text[start.index : None if line_end == -1 else line_end]
            stop = start.column + max(1, len(rest.rstrip()))
        line = start.line + 1
        return Location(line=line, column=start.column + 1, end_line=line, end_column=stop + 1)

    def _add(self, code: str, message: Message, hint: Message, location: Location) -> None:
        self._keep(Diagnostic(code=code, path=self.path, message=message, hint=hint, location=location))

    def _keep(self, finding: Diagnostic) -> None:
        if not self.done:
            self.findings.append(finding)
            self.done = len(self.findings) == MAX_FINDINGS
