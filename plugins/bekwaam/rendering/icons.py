"""Our icons, drawn into the page itself so that no page loads anything for them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

_ICONS = Path(__file__).parent.parent / "assets" / "icons"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@cache
def icon(name: str) -> Markup:
    """The SVG of ``assets/icons/<name>.svg``, hidden from screen readers: a word stands beside it.

    Raises:
        LookupError: where there is no such icon, which is a mistake in a template.
    """
    path = _ICONS / f"{name}.svg"
    if not _NAME.fullmatch(name) or not path.is_file():
        raise LookupError(f"no icon is called {name!r}")
    drawing = path.read_text(encoding="utf-8").strip()
    marked = drawing.replace("<svg", f'<svg class="icon icon-{name}" aria-hidden="true" focusable="false"', 1)
    return Markup(marked)  # noqa: S704 - a file of the package, never of the records
