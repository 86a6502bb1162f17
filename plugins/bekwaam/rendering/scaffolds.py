"""First versions of records and settings, from templates, with comments in the reader's language."""

from __future__ import annotations

import json
import re
import textwrap
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bekwaam.rendering import translations
from bekwaam.rendering.environment import TEMPLATES

_PLAIN = re.compile(r"[^\W\d_][\w’'()-]*(?:[ /.][\w’'()-]+)*[.!?]?")
_NO_TEXT = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def scaffold(name: str, language: str, /, **values: object) -> str:
    """Fill in the template `templates/new/<name>`; its comments are in ``language``."""
    return _environment(language).get_template(name).render(**values)


def scalar(text: str) -> str:
    """A text as YAML writes it, in quotes where it needs them, also within brackets."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _NO_TEXT:
        return text
    return json.dumps(text, ensure_ascii=False)


def _remark(text: str) -> str:
    """A text that may stand behind a ``#``."""
    return " ".join(text.split())


def _comment(text: str, lead: str = "") -> str:
    """A text as lines that start with ``#``; after the first, ``lead`` is indented."""
    start, then = f"# {lead}", f"# {' ' * len(lead)}"
    return textwrap.fill(text, 100, initial_indent=start, subsequent_indent=then, break_long_words=False)


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES / "new"),
        extensions=["jinja2.ext.i18n"],
        autoescape=False,  # noqa: S701 - this writes YAML, never HTML
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    spoken = translations.load(language)
    environment.install_gettext_translations(spoken, newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(yaml=scalar, remark=_remark, comment=_comment)
    return environment
