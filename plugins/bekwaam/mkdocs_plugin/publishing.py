"""The course of our pages through a build: announced to MkDocs, written, and gone from its lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from bekwaam.diagnostics import Message, say
from bekwaam.diagnostics.message import N_
from bekwaam.mkdocs_plugin import frame, pages
from bekwaam.mkdocs_plugin.asked import ASKED
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.documents import print_all
from bekwaam.mkdocs_plugin.frames import Frames
from bekwaam.mkdocs_plugin.leaks import Guard
from bekwaam.mkdocs_plugin.searching import Search
from bekwaam.mkdocs_plugin.shelf import Shelf
from bekwaam.mkdocs_plugin.writing import Writer
from bekwaam.model.audience import Audience
from bekwaam.rendering import translations
from bekwaam.site.files import static_files
from bekwaam.site.pages import sections


def announce(files: Files, content: Content, config: MkDocsConfig, day: dt.date) -> list[File]:
    """Let links and menus of the site's own pages lead to ours; gives what stands in for them.

    Raises:
        WrongOption: where the site's own files already have a page at one of our addresses.
    """
    translate = translations.load(content.school.language).gettext
    titles = {uri: translate(title) for uri, title in pages.SECTIONS}
    wanted = sorted({*sections(content.school), *pages.linked(files, config.nav)})
    return [pages.stand_in(files, uri, titles.get(uri, uri), config, day) for uri in wanted]


def print_documents(
    files: Files, content: Content, cache: Path, config: MkDocsConfig, *, whole: bool
) -> tuple[Content, list[tuple[str, Message]]]:
    """Print the documents; gives the content without those that could not be made, and why, by name.

    Raises:
        CannotPrint: where a document fails, or Pango is missing.
    """
    printed = print_all(content, cache, ASKED.get(), whole=whole)
    pages.add_files(files, {one.uri: one.path for one in printed if one.path}, config)
    told = [(one.whose, message) for one in printed for message in one.messages]
    return content.without({one.uri for one in printed if not one.path}), told


def complete(files: Files, content: Content, config: MkDocsConfig) -> None:
    """Add style sheets, scripts and the logo, and a first page where the school has none."""
    pages.add_files(files, {**static_files(content.school.accent), **content.logo()}, config)
    if content.school.audience is not Audience.PUBLIC:
        pages.drop_sitemap(files)
    if files.get_file_from_path("index.md") is None:
        pages.add_files(files, {"index.html": frame.doorway("learners/")}, config)


def searched(search: Search, content: Content, config: MkDocsConfig) -> dict[str, bytes]:
    """Give what was gathered to the theme's search; gives the files of the index beside it, by site path."""
    translate = translations.load(content.school.language).gettext
    return search.hand_over(
        config,
        label=translate(N_("Evidence")),
        more=translate(N_("Only the newest are searched. Type a name too.")),
    )


def publish(
    content: Content,
    frames: Frames,
    stand_ins: Sequence[File],
    shelf: Shelf,
    memory: Path,
    guard: Guard | None,
) -> tuple[list[Message], list[str]]:
    """Write all our pages; gives what to warn of, and the addresses for search engines.

    ``shelf`` has pages of earlier builds; ``memory`` is a file to remember digests of files in.
    ``guard`` is who looks the site over before it is published, and None where it never is.

    Raises:
        WrongOption: where the site's own files already have a page at one of our addresses.
    """
    config, files = frames.config, frames.files
    for file in stand_ins:
        files.remove(file)
    search = Search(apart=content.much_evidence)
    writer = Writer(Path(config.site_dir), frames, config, files, search)
    writer.write_all(content, shelf, memory, guard.begin if guard else None)
    for path, part in searched(search, content, config).items():
        (Path(config.site_dir) / path).parent.mkdir(parents=True, exist_ok=True)
        (Path(config.site_dir) / path).write_bytes(part)
    pages.add_files(files, writer.shown, config)
    told = [
        say("{file} is not shown. {reason}", file=source, reason=reason)
        for source, reason in content.pictures.unreadable.items()
    ]
    for file in stand_ins:
        if file.src_uri.removesuffix("index.md") not in writer.written:
            told.append(say("A link in the docs leads to {page}, which is not there.", page=file.src_uri))
    return told, writer.addresses
