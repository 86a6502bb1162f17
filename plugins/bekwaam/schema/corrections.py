"""Guesses at what somebody meant who wrote a text in another form."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})(?:[T ].{0,40})?\Z", re.ASCII)
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})\Z", re.ASCII)
_LONGEST = 300


def date(text: str) -> str | None:
    """``2026-03-05`` for ``5/3/2026`` (the day before the month, as our users write), ``2026-3-5``."""
    text = text.strip()
    parts = _YEAR_FIRST.match(text)
    numbers = parts.groups() if parts else None
    if numbers is None and (parts := _DAY_FIRST.match(text)):
        numbers = parts.groups()[::-1]
    if numbers is None:
        return None
    try:
        return dt.date(*map(int, numbers)).isoformat()
    except ValueError:
        return None


def identifier(text: str) -> str:
    """``jan-de-smet`` for ``people/Jan de Smet.yml``; ids that only hold a path keep their capitals."""
    last = re.sub(r"\.ya?ml\Z", "", text[:_LONGEST].strip().rpartition("/")[2])
    if re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*", last):
        return last
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9_.]+", "-", plain.lower()).strip("-.")


def two_parts(text: str) -> str:
    """``bakery/dough`` for ``bakery/dough/temperature`` or ``Bakery / dough``."""
    parts = [identifier(part) for part in text[:_LONGEST].split("/") if part.strip()]
    return "/".join(parts[:2])


def web_address(text: str) -> str:
    """The same with ``https://`` in front."""
    bare = text.strip()
    return f"https://{bare}" if re.match(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/|\Z)", bare) else bare


def email(text: str) -> str:
    """The address of ``Jan <jan@bakkerij.example>``."""
    inside = re.search(r"<([^<>]+)>", text[:_LONGEST])
    return (inside[1] if inside else text).strip().removeprefix("mailto:")


def colour(text: str) -> str:
    """``#9a4a1f`` for ``9a4a1f``, ``#aabbcc`` for ``#abc``."""
    digits = text.strip().removeprefix("#")
    return "#" + ("".join(one * 2 for one in digits) if len(digits) == 3 else digits)


def file(text: str) -> str:
    """The same with slashes that go the right way."""
    return text.strip().replace("\\", "/")


def point(text: str) -> str:
    """``05`` for ``5``."""
    bare = text.strip()
    return f"0{bare}" if re.fullmatch("[1-9]", bare) else bare
