"""Texts of records in the Markdown of a code host: none becomes markup, a mention or a link."""

from __future__ import annotations

import re

_ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#@&!~${}"})
_APART = "\u200b"
"""A space of no width: hosts look for names and numbers in the finished text, where escaping is gone."""

_REFERS = re.compile(
    r"(?<=[@#!$%~&^])(?=\S)|(?<=:)(?=//)|(?i:\bwww)(?=\.)|(?i:\bgh)(?=-\d)|(?i:\bmailto)(?=:)"
)


def in_markdown(text: str) -> str:
    """On one line, within a paragraph or an item of a list."""
    return _apart(text).translate(_ESCAPED)


def in_html(text: str) -> str:
    """Within an element that Markdown leaves alone."""
    return _apart(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _apart(text: str) -> str:
    return _REFERS.sub(lambda found: f"{found.group()}{_APART}", " ".join(text.split()))
