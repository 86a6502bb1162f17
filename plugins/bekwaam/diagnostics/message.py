"""A sentence for the user that is translated only when someone reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Translate = Callable[[str], str]
"""Looks an English sentence up in the reader's language; ``str`` itself serves for English."""


@dataclass(frozen=True, slots=True)
class Message:
    """An English sentence with named gaps, and what fills them.

    ``template`` is the gettext message id. Values that are messages themselves, or tuples of
    values, are rendered in the same language; tuples are joined with commas.
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def render(self, translate: Translate = str) -> str:
        """Fill the gaps of the translated sentence."""
        filled = {name: _render_value(value, translate) for name, value in self.values}
        return translate(self.template).format_map(filled)


def say(template: str, /, **values: object) -> Message:
    """Make a message; the extraction of texts for translation looks for this name."""
    return Message(template, tuple(values.items()))


def N_(template: str) -> str:  # noqa: N802 - gettext's own name for this
    """Mark a sentence for translation where it is only kept, to be said later."""
    return template


def _render_value(value: object, translate: Translate) -> str:
    if isinstance(value, Message):
        return value.render(translate)
    if isinstance(value, tuple):
        return ", ".join(_render_value(part, translate) for part in value)
    return str(value)
