"""Keeps accents on their letters where no ready-made letter with that accent exists, as in Ọkáfọ̀."""

from __future__ import annotations

import re
import unicodedata

_OUTSIDE_TEXT_OR_MARKED = re.compile(r"<title>.*?</title>|<[^>]*>|[^\x00-\xff][\u0300-\u036f]+", re.DOTALL)
_VIETNAMESE = re.compile(r"[\u01a0-\u01b0\u1ea0-\u1ef9]")


def keep_marks(html: str) -> str:
    """Put letter and accent in one font.

    Our fonts come in parts, each with the accents but not with all letters. An accent would be
    taken from the first part, and then stands beside a letter from another.
    """
    html = unicodedata.normalize("NFC", html)
    return _OUTSIDE_TEXT_OR_MARKED.sub(_in_one_font, html)


def _in_one_font(match: re.Match[str]) -> str:
    found = match.group()
    if found.startswith("<"):
        return found
    part = "letters-vietnamese" if _VIETNAMESE.match(found) else "letters-more"
    return f'<span class="{part}">{found}</span>'
