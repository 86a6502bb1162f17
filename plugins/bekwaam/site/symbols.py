"""Draws an icon that a page shows often only once, and points to it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from bekwaam.rendering.icons import icon

_START = '<svg class="icon icon-'
_OFTEN = 2
_NOT_ON_A_SYMBOL = re.compile(r'^"| (?:xmlns|width|height|aria-hidden|focusable)="[^"]*"')


def share_icons(body: str) -> str:
    """The same page, with each icon that stands on it often drawn once at its start.

    An icon is 300 characters, and a learner's page has two hundred of them.
    """
    before, *pieces = body.split(_START)
    names = [piece.partition('"')[0] for piece in pieces]
    often = {name for name, number in Counter(names).items() if number >= _OFTEN}
    if not often:
        return body
    parts = [before]
    for name, piece in zip(names, pieces, strict=True):
        if name in often:
            # How an icon is drawn is known: nobody has to look for its end.
            rest = piece[len(_drawn(name)) :]
            parts.append(f'<svg class="icon" aria-hidden="true"><use href="#bk-i-{name}"/></svg>{rest}')
        else:
            parts.append(f"{_START}{piece}")
    symbols = "".join(_symbol(name) for name in sorted(often))
    sprite = f'<svg class="bk-hidden" width="0" height="0" aria-hidden="true">{symbols}</svg>\n'
    return sprite + "".join(parts)


@cache
def _drawn(name: str) -> str:
    """An icon after the start that all have in common."""
    return str(icon(name)).removeprefix(_START)


@cache
def _symbol(name: str) -> str:
    root, _, inside = _drawn(name).removeprefix(name).partition(">")
    kept = _NOT_ON_A_SYMBOL.sub("", root)
    return f'<symbol id="bk-i-{name}"{kept}>{inside.removesuffix("</svg>")}</symbol>'
