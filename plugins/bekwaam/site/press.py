"""Turns a template and its context into a page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment

from bekwaam.model.audience import Audience
from bekwaam.rendering.environment import make
from bekwaam.rendering.pictures import Pictures
from bekwaam.rendering.translations import load
from bekwaam.site.attachments import Attachments
from bekwaam.site.page import Page
from bekwaam.site.sheet import Sheet
from bekwaam.site.symbols import share_icons
from bekwaam.views.school import SchoolView


class Press:
    """Prints the pages of one school, for one audience and in one language."""

    def __init__(self, school: SchoolView, pictures: Pictures, attachments: Attachments) -> None:
        """Load the templates' environment in the school's language."""
        self.school = school
        self.team = school.audience is Audience.TEAM
        self.environment: Environment = make(school.language)
        self._pictures = pictures
        self._attachments = attachments

    def say(self, sentence: str) -> str:
        """One of our own sentences in the language of the pages."""
        return load(self.school.language).gettext(sentence)

    def part(self, kind: str, uri: str, **context: object) -> tuple[str, Mapping[str, Path]]:
        """Print the template of ``kind`` as a part of the page at ``uri``, with the files that it shows."""
        sheet = Sheet(uri, self._pictures, self._attachments)
        html = self.environment.get_template(f"site/{kind}.html").render(
            page=sheet,
            team=self.team,
            school_name=self.school.name,
            as_of=self.school.as_of,
            **context,
        )
        return html, sheet.files

    def page(
        self,
        kind: str,
        uri: str,
        *,
        title: str,
        description: str = "",
        search: bool = True,
        files: Mapping[str, Path] = MappingProxyType({}),
        **context: object,
    ) -> Page:
        """Print the template of ``kind``; it sees the context, and what every page needs.

        ``files`` are shown by parts that were printed before.
        """
        body, shown = self.part(kind, uri, **context)
        return Page(
            uri=uri,
            title=title,
            body=share_icons(body),
            description=description,
            search=search,
            kind=kind,
            files={**files, **shown},
        )
