"""Tells MkDocs of our pages and files; it never sees the records they came from."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

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


_INDEX = "index.md"
_LINK = re.compile(r"[^\s()<>\"'\[\]]+/index\.md\b")


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
            "template": TEMPLATE,
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


def generated(ours: OurPage, config: MkDocsConfig, day: dt.date) -> GeneratedPage:
    """A page of ours as MkDocs knows pages; it is in no list of files."""
    path = f"{ours.uri}index.md"
    file = File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    return GeneratedPage(ours, file, config, day)


def stand_in(files: Files, uri: str, title: str, config: MkDocsConfig, day: dt.date) -> File:
    """Let MkDocs know that there will be a page at ``uri``, for links and menus that lead to it.

    Raises:
        WrongOption: where the site's own files already have a page there.
    """
    ours = OurPage(uri=uri, title=title, body="", description="", search=False, kind="")
    file = generated(ours, config, day).file
    refuse_taken(files, uri, config)
    files.append(file)
    return file


def refuse_taken(files: Files, uri: str, config: MkDocsConfig) -> None:
    """Make sure that no page of the site's own stands at ``uri``.

    Raises:
        WrongOption: where one does.
    """
    path = f"{uri}index.md"
    if files.get_file_from_path(path) is not None:
        raise WrongOption(
            say("{page} stands where the pages of the records go.", page=f"{config.docs_dir}/{path}")
        )


def taken(files: Files) -> frozenset[str]:
    """The addresses of pages that the site has already."""
    return frozenset(one.src_uri.removesuffix(_INDEX) for one in files if one.src_uri.endswith(_INDEX))


def linked(files: Files, nav: object) -> set[str]:
    """The addresses in our sections that the site's own pages and its ``nav`` lead to."""
    ours = tuple(uri for uri, _ in SECTIONS)
    found = {one for one in _strings(nav) if one.endswith(_INDEX)}
    for file in files.documentation_pages():
        for link in _LINK.findall(file.content_string) if file.generated_by is None else ():
            here = "" if link.startswith("/") else posixpath.dirname(file.src_uri)
            found.add(posixpath.normpath(posixpath.join(here, unquote(link.lstrip("/")))))
    return {one.removesuffix(_INDEX) for one in found if one.startswith(ours)}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


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


def set_day(files: Files, day: dt.date) -> None:
    """Give the site's own pages the day of the build, where MkDocs takes the clock's."""
    for file in files.documentation_pages():
        if file.page is not None:
            file.page.update_date = day.isoformat()


def drop_sitemap(files: Files) -> None:
    """Leave out the theme's list of addresses, which MkDocs would copy as it is."""
    for path in ("sitemap.xml", "sitemap.xml.gz"):
        file = files.get_file_from_path(path)
        if file is not None and file.generated_by is None:
            files.remove(file)


def add_sections(nav: Navigation, there: Collection[str], language: str) -> None:
    """Put our sections, those that are ``there``, before the site's own pages in tabs and menu."""
    translate = translations.load(language).gettext
    links = [Link(str(escape(translate(title))), uri) for uri, title in SECTIONS if uri in there]
    at = 1 if nav.homepage is not None and nav.items[:1] == [nav.homepage] else 0
    nav.items[at:at] = links


def mark_section(nav: Navigation, url: str) -> None:
    """Show which of our sections a page is in, and none for another address."""
    for item in _own_links(nav):
        item.active = url.startswith(item.url)


def _own_links(nav: Navigation) -> Iterator[Link]:
    uris = {uri for uri, _ in SECTIONS}
    return (item for item in nav.items if isinstance(item, Link) and item.url in uris)
