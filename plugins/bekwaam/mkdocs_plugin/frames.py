"""Renders the theme's page frame once for all pages that share it, and sets each page into it."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field

from jinja2 import Environment
from mkdocs.utils.templates import TemplateContext

from bekwaam.mkdocs_plugin import pages
from bekwaam.mkdocs_plugin.pages import GeneratedPage

_TITLE, _DESCRIPTION, _ADDRESS, _CONTENT = (
    f"\x02{name}\x03" for name in ("title", "description", "url", "body")
)
"""Stand-ins with characters that no record can hold, and that no escaping changes."""


@dataclass
class Frames:
    """The frames of one build. A frame takes ten times as long as what is put into it."""

    environment: Environment
    _frames: dict[tuple[str, str, bool, bool], list[str]] = field(default_factory=dict)

    def finish(self, page: GeneratedPage, context: TemplateContext, section: str) -> str:
        """The whole HTML of a page; ``section`` is what the menu marks."""
        described, indexed = bool(page.meta["description"]), "robots" not in page.meta
        key = (context["base_url"], section, described, indexed)
        if key not in self._frames:
            self._frames[key] = self._split(self._render(page, context))
        values = {
            _TITLE: str(page.meta["title"]),
            _DESCRIPTION: str(page.meta["description"]),
            _ADDRESS: page.canonical_url or "",
            _CONTENT: page.content or "",
        }
        return "".join(values.get(part, part) for part in self._frames[key])

    def _render(self, page: GeneratedPage, context: TemplateContext) -> str:
        empty = copy.copy(page)
        empty.title = _TITLE
        empty.meta = {**page.meta, "title": _TITLE}
        if page.meta["description"]:
            empty.meta["description"] = _DESCRIPTION
        empty.canonical_url = page.canonical_url and _ADDRESS
        empty.content = _CONTENT
        empty.toc = page.toc
        return self.environment.get_template(pages.TEMPLATE).render({**context, "page": empty})

    @staticmethod
    def _split(frame: str) -> list[str]:
        parts = [frame]
        for stand_in in (_TITLE, _DESCRIPTION, _ADDRESS, _CONTENT):
            parts = [
                piece
                for part in parts
                for number, text in enumerate(part.split(stand_in))
                for piece in ([stand_in, text] if number else [text])
            ]
        return parts
