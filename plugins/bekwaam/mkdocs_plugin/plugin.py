"""MkDocs' hooks, each handed on to the module that does the work."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin import findings, frame, leaks, pages, publishing
from bekwaam.mkdocs_plugin.agendas import agendas
from bekwaam.mkdocs_plugin.config import PluginConfig, given_by
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.frames import Frames
from bekwaam.mkdocs_plugin.live_server import LiveServer
from bekwaam.mkdocs_plugin.loading import spoken, translated
from bekwaam.mkdocs_plugin.options import Options
from bekwaam.mkdocs_plugin.policy import guard
from bekwaam.mkdocs_plugin.preview import Preview, reloads
from bekwaam.mkdocs_plugin.readings import Memory, read
from bekwaam.mkdocs_plugin.shelf import Shelf
from bekwaam.mkdocs_plugin.staging import Stage
from bekwaam.mkdocs_plugin.stopping import stop_at, stopping, strict_will_stop
from bekwaam.rendering import translations
from bekwaam.site.pages import sections

log = get_plugin_logger("bekwaam")

_FIRST, _LAST = 100, -100


class BekwaamPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]  # as MkDocs wrote it
    """Validates the records and adds portfolios, frameworks, workplaces and documents to a site."""

    def __init__(self) -> None:
        self._serving = self._live = False
        self._stage: Stage | None = None
        self._guard: leaks.Guard | None = None
        self._preview: Preview | None = None
        self._memory: Memory | None = None
        self._addresses: list[str] = []
        self._language = translations.SOURCE_LANGUAGE

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Remember whether this is a preview, and whether it makes pages when somebody looks."""
        self._serving = command == "serve"
        self._live = self._serving and reloads()

    @event_priority(_FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the records, choose what is shown, and build beside the site."""
        folder = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        self._cache = folder / ".cache" / "bekwaam"
        with stopping(self._say):
            self._memory = (self._memory or Memory(self._cache)) if self._serving else None
            asked = config, given_by(self.config, folder), folder, self._cache, self._memory
            self._read = partial(read, *asked)
            self._reading = reading = self._read()
            self._options: Options = reading.options
            self._content: Content = reading.content
            self._language = spoken(reading.loaded)
            findings.warn(reading.loaded, self._language, log)
            frame.set_up(config, self._content)
            # What is shown by a server is not published, so nothing is taken from the shelf for it.
            shelf = Path(os.devnull) if self._serving else self._cache / "site" / self._options.audience.value
            self._shelf = Shelf(shelf)
            if self._live:
                self._preview = self._preview or Preview(self._cache, self._say)
            elif not self._serving:
                keep_out = (folder, self._options.portfolios, Path(config.docs_dir), Path.home())
                self._stage = Stage(Path(config.site_dir), self._cache / "locks", keep_out)
                config.site_dir = str(self._stage.folder)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages and everything they show."""
        options = self._options
        if options.pdf:
            with stopping(self._say):
                self._content, told = publishing.print_documents(
                    files, self._content, self._cache, config, whole=not options.learners
                )
            for whose, message in told:
                log.warning(f"{whose}: {self._say(message)}")
        content = self._content
        for stray in pages.drop_strays(files, Path(config.docs_dir)):
            log.warning(self._say(say("{file} leads out of the docs, so it is left out.", file=stray)))
        with stopping(self._say):
            self._stand_ins = publishing.announce(files, content, config, options.as_of)
        publishing.complete(files, content, config)
        if self._preview is None:
            pages.add_files(files, agendas(content, self._cache / "agendas"), config)
        return files

    @event_priority(_LAST)
    def on_nav(self, nav: Navigation, **_: Any) -> Navigation:
        """Put our sections into the tabs."""
        pages.add_sections(nav, sections(self._content.school), self._content.school.language)
        self._nav = nav
        return nav

    @event_priority(_LAST)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Write our pages, now that all is known of the frame; MkDocs goes on with the site's own."""
        pages.set_day(files, self._options.as_of)
        self._frames = frames = Frames(env, config, self._nav, files, self._options.as_of)
        content, stand_ins = self._content, self._stand_ins
        with stopping(self._say):
            if self._preview is not None:
                reading = replace(self._reading, content=content)
                told, self._addresses = self._preview.show(reading, frames, stand_ins, self._read)
            else:
                shelf, project = self._shelf, self._reading.loaded.project
                if self._stage is not None:
                    self._guard = leaks.Guard(project, content.gated, config, shelf)
                asked = content, frames, stand_ins, shelf, self._cache / "files.json", self._guard
                told, self._addresses = publishing.publish(*asked)
        for message in told:
            log.warning(self._say(message))
        return env

    @event_priority(_LAST)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, nav: Navigation, **_: Any
    ) -> TemplateContext:
        """Show where a page belongs."""
        pages.mark_section(nav, page.url)
        return self._dated(context)

    def on_template_context(self, context: TemplateContext, **_: Any) -> TemplateContext:
        """Keep the clock out of the pages without a source, and tell the sitemap of our pages."""
        cast(dict[str, Any], context)["bekwaam_addresses"] = self._addresses
        return self._dated(context)

    def _dated(self, context: TemplateContext) -> TemplateContext:
        context["build_date_utc"] = dt.datetime.combine(self._options.as_of, dt.time(), tzinfo=dt.UTC)
        return context

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Say what a page may load and run; the live server's own script is not ours to judge."""
        return output if self._serving else guard(output, page.content or "")

    @event_priority(_LAST)
    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        """The same for the pages without a source."""
        ours = template_name.endswith(".html") and not self._serving
        return guard(output_content) if ours else output_content

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in the place of the old one."""
        stage = self._stage
        if stage is None:
            return
        assert self._guard is not None
        stop_at(leaks.told(self._guard.find(stage.folder, self._frames)), self._say)
        if strict_will_stop():
            self.on_build_error()
        else:
            stage.publish(partial(self._shelf.keep, whole=not self._options.learners))
            self._stage = None
        config.site_dir = str(stage.target)

    def on_build_error(self, **_: Any) -> None:
        """Leave the old site as it was."""
        if self._guard is not None:
            self._guard.end()
        if self._stage is not None:
            self._shelf.give_back(self._stage.folder)
            self._stage.discard()
            self._stage = None

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Follow changes in the records, and make the pages that somebody looks at."""
        assert self._preview is not None
        return LiveServer(server, self._preview, self._options.portfolios, self._say)

    def on_shutdown(self) -> None:
        """Leave nothing of a preview behind."""
        if self._preview is not None:
            self._preview.close()
        self._preview = self._memory = None

    def _say(self, message: Message) -> str:
        return translated(message, self._language)
