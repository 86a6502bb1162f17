"""Numbers as people write them in their language."""

from __future__ import annotations

from babel.numbers import format_decimal, format_percent


def plain(value: int | float, language: str) -> str:
    """A number with at most one decimal.

    >>> plain(12, "nl"), plain(4.25, "nl"), plain(1234, "en")
    ('12', '4,2', '1,234')
    """
    return format_decimal(value, format="#,##0.#", locale=language)


def share(value: int | float, language: str) -> str:
    """A part of one in percent.

    >>> share(0.814, "nl")
    '81%'
    """
    return format_percent(value, format="#,##0%", locale=language)
