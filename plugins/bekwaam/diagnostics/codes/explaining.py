"""What a code means, written out for a reader."""

from __future__ import annotations

import textwrap

from bekwaam.diagnostics.codes.registry import CODES
from bekwaam.diagnostics.message import Translate, say

_WIDTH = 88
_ERROR = say("An error: records with an error are not published.")
_WARNING = say("A warning: everything is published, but somebody should look at it.")
_BEFORE = say("Before:")
_AFTER = say("After:")


def explain(code: str, translate: Translate) -> str:
    """What a code means, with an example before and after; lines of at most 88 characters.

    Raises KeyError for a code that does not exist.
    """
    one = CODES[code]
    weight = _ERROR if code.startswith("E") else _WARNING
    parts = [
        f"{one.code}: {translate(one.title)}",
        textwrap.fill(translate(one.meaning), _WIDTH, break_on_hyphens=False),
        _example(_BEFORE.render(translate), one.before),
        _example(_AFTER.render(translate), one.after),
        weight.render(translate),
    ]
    if one.point is not None:
        told = say("It belongs to point {point} of the guide for workplace learning.", point=one.point)
        parts.append(told.render(translate))
    return "\n\n".join(parts) + "\n"


def _example(title: str, yaml: str) -> str:
    return f"{title}\n\n{textwrap.indent(yaml.rstrip(), '    ')}"
