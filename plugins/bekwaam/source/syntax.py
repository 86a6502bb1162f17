"""What the YAML parser could not read, said in the words of someone who writes a record."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bekwaam.diagnostics import Diagnostic, Location, Message, say

_CONFLICT_START = re.compile(r"^<{7} ", re.MULTILINE)
_CONFLICT_END = re.compile(r"^>{7} ", re.MULTILINE)
_KEY_AND_COLON = re.compile(r"\s*(?:- +)*[^\s:#'\"\[{][^:]*:\s+")

_FALLBACK = (
    say("This line cannot be read as YAML."),
    say("Look at the indentation, the `: ` after the key and the quotes, here and in the line above."),
)
_INDENTATION_HINT = say("Keys that belong together start in the same column; use spaces.")
_QUOTES_HINT = say('Put the whole text in quotes: `"..."`.')


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Where the parser stopped, counted from 0, and where the thing it was reading began."""

    lines: list[str]
    line: int
    column: int
    context_line: int
    context_column: int

    def text_at(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    @property
    def here(self) -> str:
        return self.text_at(self.line)[self.column :]

    @property
    def before(self) -> str:
        return self.text_at(self.line)[: self.column]

    def content_above(self) -> int | None:
        """The nearest line above that holds more than a comment."""
        for line in range(min(self.line, len(self.lines)) - 1, -1, -1):
            content = self.lines[line].strip()
            if content and not content.startswith("#"):
                return line
        return None

    def span(self, line: int, column: int, length: int | None = None) -> Location:
        """A place on one line; without a length to the end of the line."""
        rest = len(self.text_at(line).rstrip()) - column
        size = max(1, rest if length is None else min(length, max(rest, 1)))
        return Location(line=line + 1, column=column + 1, end_line=line + 1, end_column=column + size + 1)

    def at_mark(self, length: int | None = 1) -> Location:
        return self.span(self.line, self.column, length)

    def at_context(self, length: int | None = None) -> Location:
        return self.span(self.context_line, self.context_column, length)


_Explained = tuple[str, Message, Message, Location]


def explain(error: Exception, text: str, path: str) -> Diagnostic:
    """The finding for an error of the YAML parser, E101 unless it has a code of its own."""
    problem, context = _said_by(error)
    trouble = _trouble(error, text)
    code, message, hint, location = _explain(problem, context, trouble, text)
    return Diagnostic(code=code, path=path, message=message, hint=hint, location=location)


def _said_by(error: Exception) -> tuple[str, str]:
    return str(getattr(error, "problem", None) or ""), str(getattr(error, "context", None) or "")


def _trouble(error: Exception, text: str) -> _Trouble:
    lines = text.split("\n")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    context = getattr(error, "context_mark", None) or mark
    context_line, context_column = (context.line, context.column) if context else (0, 0)
    if line >= len(lines) or (line == len(lines) - 1 and not lines[line] and line > 0):
        # The end of the file is no place to point at: take the last line with something on it.
        line = max((number for number, content in enumerate(lines) if content.strip()), default=0)
        column = len(lines[line].rstrip())
    return _Trouble(lines, line, column, context_line, context_column)


def _explain(problem: str, context: str, trouble: _Trouble, text: str) -> _Explained:
    conflict = _CONFLICT_START.search(text)
    if conflict and _CONFLICT_END.search(text):
        return (
            "E101",
            say("This file still holds both sides of a merge conflict."),
            say("Choose what should stay and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`."),
            trouble.span(text.count("\n", 0, conflict.start()), 0),
        )
    for words, explain_case in _CASES:
        if words in problem or words in context:
            return explain_case(trouble)
    return ("E101", *_FALLBACK, trouble.at_mark(None))


def _tab(trouble: _Trouble) -> _Explained:
    return (
        "E101",
        say("A tab indents this line; YAML takes only spaces."),
        say("Replace the tab by spaces."),
        trouble.at_mark(),
    )


def _no_start(trouble: _Trouble) -> _Explained:
    character = trouble.here[:1]
    if character == "\t":
        return _tab(trouble)
    return (
        "E101",
        say("A text cannot start with `{character}`.", character=character),
        _QUOTES_HINT,
        trouble.at_mark(None),
    )


def _colon(trouble: _Trouble) -> _Explained:
    key = _KEY_AND_COLON.match(trouble.before)
    if key:
        return (
            "E101",
            say("This text has a `: ` in it, so it needs quotes."),
            _QUOTES_HINT,
            trouble.span(trouble.line, key.end()),
        )
    above = trouble.content_above()
    if above is None:  # YAML takes no key of more than 1024 characters
        return ("E101", *_FALLBACK, trouble.span(trouble.line, 0))
    if ": " not in trouble.lines[above]:
        return _no_colon(trouble, above)
    return (
        "E101",
        say("This line is indented further than the line above it, which has a value already."),
        _INDENTATION_HINT,
        trouble.span(trouble.line, len(trouble.before) - len(trouble.before.lstrip())),
    )


def _no_colon(trouble: _Trouble, line: int) -> _Explained:
    content = trouble.text_at(line)
    return (
        "E101",
        say("This line has no `: ` after its key."),
        say("Write `key: value`, with a space after the colon. A longer text needs `|` after its key."),
        trouble.span(line, len(content) - len(content.lstrip())),
    )


def _missing_colon(trouble: _Trouble) -> _Explained:
    return _no_colon(trouble, trouble.context_line)


def _unexpected(trouble: _Trouble) -> _Explained:
    """The parser found something else than the next key or item of a block."""
    location = trouble.at_mark(None)
    if trouble.before.strip():
        opening = _quote_from_above(trouble)
        if opening is not None:
            return _unclosed_quote(opening)
        return (
            "E101",
            say("There is more text after the closing quote or bracket."),
            say("Put the whole text in quotes; inside single quotes write a quote twice: `'it''s'`."),
            location,
        )
    if trouble.here.startswith("- "):
        return (
            "E101",
            say("A list item (`- `) stands here, where a key should be."),
            say("Indent the item below the key that it belongs to."),
            location,
        )
    if trouble.here.startswith(":"):
        return (
            "E101",
            say("Here a key is missing before the `:`."),
            say("Write the name of the key before the colon."),
            location,
        )
    return (
        "E101",
        say("The indentation of this line does not fit the lines above it."),
        _INDENTATION_HINT,
        location,
    )


def _quote_from_above(trouble: _Trouble) -> _Trouble | None:
    """Where a quote opens on a line above and takes the next text's first quote for its end."""
    quote = trouble.before.rstrip()[-1:]
    if quote not in ("'", '"') or trouble.before.count(quote) % 2 == 0:
        return None
    for line in range(trouble.line - 1, -1, -1):
        column = trouble.lines[line].rfind(quote)
        if column >= 0:
            return replace(trouble, context_line=line, context_column=column)
    return None


def _unclosed_quote(trouble: _Trouble) -> _Explained:
    return (
        "E101",
        say("This quote is never closed."),
        say("Write the same quote at the end of the text."),
        trouble.at_context(),
    )


def _unclosed_list(trouble: _Trouble) -> _Explained:
    return (
        "E101",
        say("The list that opens here with `[` misses a `,` or its `]`."),
        say("Text with `: `, `[` or `]` in it needs quotes."),
        trouble.at_context(),
    )


def _unclosed_mapping(trouble: _Trouble) -> _Explained:
    return (
        "E101",
        say("The mapping that opens here with `{{` misses a `,` or its `}}`."),
        say("Text with `: `, `{{` or `}}` in it needs quotes."),
        trouble.at_context(),
    )


def _escape(trouble: _Trouble) -> _Explained:
    at = trouble.text_at(trouble.line).rfind("\\", 0, trouble.column + 1)
    return (
        "E101",
        say("This backslash in double quotes starts a code that YAML does not know."),
        say("Write the backslash twice, or use single quotes."),
        trouble.span(trouble.line, max(at, 0), 2),
    )


def _surrogate(trouble: _Trouble) -> _Explained:
    content = trouble.text_at(trouble.line)
    at = max(content.rfind("\\", 0, trouble.column + 1), 0)
    return (
        "E105",
        say("This escape stands for no character."),
        say("Write the character itself instead of its number."),
        trouble.span(trouble.line, at, 10 if content[at + 1 : at + 2] == "U" else 6),
    )


def _star_or_ampersand(trouble: _Trouble) -> _Explained:
    character = trouble.text_at(trouble.context_line)[trouble.context_column :][:1]
    return (
        "E101",
        say("A text cannot start with `{character}`.", character=character),
        _QUOTES_HINT,
        trouble.at_context(),
    )


def _list_on_key_line(trouble: _Trouble) -> _Explained:
    return (
        "E101",
        say("A list cannot start on the line of its key."),
        say("Start each `- ` on a line of its own, or put the text in quotes if it is no list."),
        trouble.at_mark(None),
    )


def _block_header(trouble: _Trouble) -> _Explained:
    return (
        "E101",
        say("After `|` or `>` the text starts on the next line."),
        say("Move the text to the next line and indent it; or put it in quotes if it starts with that sign."),
        trouble.at_context(),
    )


def _after_end(trouble: _Trouble) -> _Explained:
    above = trouble.content_above()
    if above is None or trouble.lines[above].startswith("..."):
        message = say("The file goes on after the end of its record (`...`).")
        return ("E110", message, say("Remove the line `...`, or what follows it."), trouble.at_mark(None))
    return _no_colon(trouble, above)


def _directive(trouble: _Trouble) -> _Explained:
    message = say("A line that starts with `%` is not part of a record.")
    return ("E101", message, say("Remove the line."), trouble.span(trouble.line, 0))


def _bad_tag(trouble: _Trouble) -> _Explained:
    message = say("A tag (`!name`) cannot be used.")
    hint = say("Remove it; if the `!` belongs to the text, put the text in quotes.")
    return ("E108", message, hint, trouble.at_context())


# Parts of what libyaml and PyYAML say; the first that fits counts.
_CASES: tuple[tuple[str, Callable[[_Trouble], _Explained]], ...] = (
    ("tab character", _tab),
    ("cannot start any token", _no_start),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _missing_colon),
    ("unexpected end of stream", _unclosed_quote),
    ("unexpected document", _unclosed_quote),
    ("expected ',' or ']'", _unclosed_list),
    ("expected ',' or '}'", _unclosed_mapping),
    ("node content", _no_start),
    ("invalid Unicode character", _surrogate),
    ("escape", _escape),
    ("hexdecimal", _escape),
    ("sequence entries are not allowed", _list_on_key_line),
    ("scanning a block scalar", _block_header),
    ("scanning an alias", _star_or_ampersand),
    ("scanning an anchor", _star_or_ampersand),
    ("tag", _bad_tag),
    ("directive", _directive),
    ("incompatible YAML", _directive),
    ("<document start>", _after_end),
    ("parsing a block", _unexpected),
)
