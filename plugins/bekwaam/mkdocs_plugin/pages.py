"""Hands our pages and files to MkDocs, which never sees the records they came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from bekwaam.diagnostics import say
from bekwaam.diagnostics.message import N_
from bekwaam.mkdocs_plugin.options import WrongOption
from bekwaam.rendering import translations
from bekwaam.site.page import Page as OurPage

TEMPLATE = "bekwaam.html"
"""The frame and a page's content in it."""

FINISHED = "bekwaam-finished.html"
"""Prints a page that was set into its frame before."""

CONTENT_ID = "bk-content"
"""Where a page's own content starts; the template has it too."""

SECTIONS = (
    ("learners/", N_("Learners")),
    ("frameworks/", N_("Frameworks")),
    ("workplaces/", N_("Workplaces")),
    ("team/", N_("Follow-up")),
    ("quality/", N_("Quality")),
)
"""What stands in the tabs, where the site has such a page."""


class GeneratedPage(Page):
    """A page that is finished: it reads no file, has no front matter and needs no Markdown."""

    def __init__(self, ours: OurPage, file: File, config: MkDocsConfig, day: dt.date) -> None:
        # The theme does not escape, so everything that came from records is escaped here. Markup
        # stays as it is where a template escapes after all.
        title = escape(ours.title)
        super().__init__(title, file, config)
        self.update_date = day.isoformat()
        self._body = ours.body
        self._meta: dict[str, Any] = {
            # A school's own templates may use what differs from page to page; then each is rendered.
            "template": TEMPLATE if config.theme.custom_dir else FINISHED,
            "title": title,
            "description": escape(ours.description),
            "hide": ["navigation", "toc"],
            "search": {"exclude": True},  # the module for searching adds it, in less time
            "bekwaam_kind": ours.kind,
        }
        if not ours.search:
            self._meta["robots"] = "noindex"

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs passes it
        """Take what was made, where MkDocs would read a file and its front matter."""
        self.markdown = ""
        self.meta = dict(self._meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs passes them
        """Take what was made, where MkDocs would render Markdown."""
        self.content = self._body
        # The theme's link past the menu leads to the first entry.
        self.toc = TableOfContents([AnchorLink(str(self.title), CONTENT_ID, 1)])
        self.present_anchor_ids = set()


def add_pages(files: Files, pages: Iterable[OurPage], config: MkDocsConfig, day: dt.date) -> dict[str, Path]:
    """Add our pages to the site; gives the files that they show, by site path.

    Raises:
        WrongOption: where the site's own files already have a page at one of our addresses.
    """
    shown: dict[str, Path] = {}
    for ours in pages:
        file = File.generated(config, f"{ours.uri}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        if files.get_file_from_path(file.src_uri) is not None:
            raise WrongOption(
                say(
                    "{page} stands where the pages of the records go.",
                    page=f"{config.docs_dir}/{file.src_uri}",
                )
            )
        files.append(file)
        GeneratedPage(ours, file, config, day)
        shown.update(ours.files)
    return shown


def add_files(files: Files, contents: Mapping[str, bytes | Path], config: MkDocsConfig) -> None:
    """Add files to copy into the site, by site path: their content, or where it lies."""
    for path, content in contents.items():
        old = files.get_file_from_path(path)
        if old is not None:
            files.remove(old)
        if isinstance(content, bytes):
            file = File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED)
        else:
            file = File.generated(config, path, abs_src_path=str(content), inclusion=InclusionLevel.INCLUDED)
        files.append(file)


def drop_strays(files: Files, docs: Path) -> list[str]:
    """Leave out what MkDocs found through links that lead out of ``docs``, and pipes; gives their names."""
    root = docs.resolve()
    strays = [
        file
        for file in files
        if file.src_dir is not None and Path(file.src_dir).resolve() == root and not _is_inside(file, root)
    ]
    for file in strays:
        files.remove(file)
    return [file.src_uri for file in strays]


def _is_inside(file: File, root: Path) -> bool:
    path = Path(file.abs_src_path or root).resolve()
    return path.is_file() and path.is_relative_to(root)


def drop_sitemap(files: Files) -> None:
    """Leave out the theme's list of addresses, which MkDocs would copy as it is."""
    for path in ("sitemap.xml", "sitemap.xml.gz"):
        file = files.get_file_from_path(path)
        if file is not None and file.generated_by is None:
            files.remove(file)


def add_sections(nav: Navigation, files: Files, language: str) -> None:
    """Put our sections before the site's own pages in tabs and menu."""
    translate = translations.load(language).gettext
    links = [
        Link(str(escape(translate(title))), uri)
        for uri, title in SECTIONS
        if files.get_file_from_path(f"{uri}index.md") is not None
    ]
    at = 1 if nav.homepage is not None and nav.items[:1] == [nav.homepage] else 0
    nav.items[at:at] = links


def mark_section(nav: Navigation, page: Page) -> str:
    """Show which of our sections a page is in; gives that section's address, or nothing."""
    section = ""
    for item in _own_links(nav):
        item.active = page.url.startswith(item.url)
        section = item.url if item.active else section
    return section


def _own_links(nav: Navigation) -> Iterator[Link]:
    uris = {uri for uri, _ in SECTIONS}
    return (item for item in nav.items if isinstance(item, Link) and item.url in uris)
