"""Dates as people write them in their language."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton

from bekwaam.diagnostics import Message

_EUROPEAN = {"en": "en_GB"}
"""Plain ``en`` would put the month first, which nobody does where this is used."""
MOST_DAYS = 4096
"""The same days stand on many pages."""


@lru_cache(MOST_DAYS)
def full(day: dt.date, language: str) -> str:
    """A day with its year: ``14 mei 2026``."""
    return format_date(day, "long", locale=_locale(language))


@lru_cache(MOST_DAYS)
def short(day: dt.date, language: str) -> str:
    """A day without its year: ``14 mei``."""
    return format_skeleton("MMMMd", day, locale=_locale(language))


@lru_cache(MOST_DAYS)
def month(day: dt.date, language: str) -> str:
    """A month with its year: ``mei 2026``."""
    return format_skeleton("yMMMM", day, locale=_locale(language))


@lru_cache(MOST_DAYS)
def period(start: dt.date, end: dt.date, language: str) -> str:
    """From month to month, saying the year once where that is enough: ``sep 2025 – jun 2026``."""
    written = format_interval(start, end, "yMMM", locale=_locale(language))
    # Thin spaces look fine, but no search finds what has them.
    return written.replace("\u2009", " ")


def spelled(message: Message, language: str) -> Message:
    """A message with the dates in it as people write them."""
    return Message(message.template, tuple((name, _spelled(one, language)) for name, one in message.values))


def _spelled(value: object, language: str) -> object:
    if isinstance(value, dt.date):
        return full(value, language)
    if isinstance(value, Message):
        return spelled(value, language)
    if isinstance(value, tuple):
        return tuple(_spelled(one, language) for one in value)
    return value


@cache
def _locale(language: str) -> Locale:
    """How a language writes dates; English where nobody knows."""
    tag = language.replace("_", "-")
    try:
        return Locale.parse(_EUROPEAN.get(tag, tag), sep="_" if tag in _EUROPEAN else "-")
    except (ValueError, UnknownLocaleError):
        return Locale.parse(_EUROPEAN["en"])
