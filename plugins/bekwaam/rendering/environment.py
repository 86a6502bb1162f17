"""The Jinja environment that every page and document is made with."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from functools import cache, lru_cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bekwaam.diagnostics import Message
from bekwaam.rendering import dates, labels, markdown, numbers, translations
from bekwaam.rendering.bytecode import keep_ours
from bekwaam.rendering.compiling import QuickEnvironment, counting, escaped, saying
from bekwaam.rendering.icons import icon
from bekwaam.rendering.tame import tame

TEMPLATES = Path(__file__).parent.parent / "templates"


@cache
def make(language: str, folder: Path = TEMPLATES) -> Environment:
    """Make the environment for pages in ``language`` from the templates in ``folder``.

    Filters: ``words``, ``markdown``, ``date``, ``day``, ``date_short``, ``month``, ``number``, ``period``,
    ``say``, ``told``, ``codes``, ``share``, ``label``, ``code`` and ``capital``. Globals: ``_``,
    ``ngettext``, ``icon`` and ``language``.
    """
    spoken = translations.load(language)
    environment = QuickEnvironment(
        constant={"_": saying(spoken.gettext), "ngettext": counting(spoken.ngettext), "icon": icon},
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # templates are part of the program
        bytecode_cache=keep_ours(folder, language) if folder == TEMPLATES else None,
    )

    def say(message: Message) -> str:
        return message.render(spoken.gettext)

    def told(message: Message) -> Markup:
        return mark_codes(dates.spelled(message, language).render(spoken.gettext))

    said: dict[int, str] = {}  # by identity: members of two enumerations may be the same word

    def label(member: Enum) -> str:
        word = said.get(id(member))
        if word is None:
            word = said[id(member)] = labels.label(member, spoken.gettext)
        return word

    @lru_cache(dates.MOST_DAYS)
    def day(value: dt.date) -> Markup:
        return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), dates.full(value, language))

    def period(start: dt.date, end: dt.date) -> str:
        return dates.period(start, end, language)

    environment.filters.update(
        words=partial(mark_language, page_language=language),
        markdown=partial(_markdown, page_language=language),
        date=partial(dates.full, language=language),
        day=day,
        date_short=partial(dates.short, language=language),
        month=partial(dates.month, language=language),
        number=partial(numbers.plain, language=language),
        period=period,
        say=say,
        told=told,
        codes=mark_codes,
        share=partial(numbers.share, language=language),
        label=label,
        code=code,
        capital=capital,
    )
    environment.globals["language"] = language
    return environment


def mark_language(words: str, page_language: str) -> Markup:
    """Escape words, and say their language where it is not the page's.

    For text between tags; an attribute takes the plain words.
    """
    text = escaped(tame(words))
    own = getattr(words, "language", "")
    if not own or own == page_language:
        return text
    return Markup('<span lang="{}">{}</span>').format(own, text)


def code(member: Enum) -> str:
    """The word for a state in names of classes and icons."""
    return str(member.value).replace("_", "-")


def mark_codes(text: str) -> Markup:
    """Escape a text, and set what stands between backticks as code."""
    parts = tame(text).split("`")
    if len(parts) % 2 == 0:
        return escape(tame(text))
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if place % 2 else escape(part)
        for place, part in enumerate(parts)
    )


def capital(text: str) -> str:
    """A text with its first letter in upper case and the others as they were."""
    return text[:1].upper() + text[1:]


def _markdown(words: str, level: int = 3, *, page_language: str) -> Markup:
    html = markdown.render(words, level)
    own = getattr(words, "language", "")
    if not own or own == page_language:
        return html
    return Markup('<div lang="{}">{}</div>').format(own, html)
