"""Runs MkDocs for the command, with the command's options."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bekwaam.mkdocs_plugin.asked import ASKED, Asked


class CannotBuild(Exception):  # noqa: N818 - said to the user as it is
    """A build that stopped; the argument says why, and is empty where the plugin has already said it.

    ``of_the_records`` tells whether the records are to blame, or the settings and the machine.
    """

    def __init__(self, reason: str, *, of_the_records: bool) -> None:
        super().__init__(reason)
        self.of_the_records = of_the_records


def build(asked: Asked, config_file: Path, site_dir: Path | None, *, strict: bool, quiet: bool) -> Path:
    """Build the site as ``mkdocs build`` does; gives the folder it is in.

    Raises:
        CannotBuild: where there is no new site; the old one is then as it was.
    """
    from mkdocs.commands import build as command
    from mkdocs.config import load_config

    with _asked(asked), _log(quiet=quiet), _failing():
        settings: dict[str, Any] = {"strict": True} if strict else {}
        if site_dir is not None:
            settings["site_dir"] = str(site_dir)
        config = load_config(str(config_file), **settings)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            command.build(config)
        finally:
            config.plugins.on_shutdown()
        return Path(config.site_dir)


def serve(asked: Asked, config_file: Path, address: str | None, *, quiet: bool) -> None:
    """Show the site, live, as ``mkdocs serve`` does.

    Raises:
        CannotBuild: where the first build fails.
    """
    from mkdocs.commands import serve as command

    settings: dict[str, Any] = {"dev_addr": address} if address else {}
    with _asked(asked), _log(quiet=quiet), _failing():
        command.serve(str(config_file), **settings)


@contextlib.contextmanager
def _asked(asked: Asked) -> Iterator[None]:
    token = ASKED.set(asked)
    try:
        yield
    finally:
        ASKED.reset(token)


@contextlib.contextmanager
def _log(*, quiet: bool) -> Iterator[None]:
    """MkDocs' own messages on standard error, as its own command shows them."""
    logger, handler = logging.getLogger("mkdocs"), logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger.addHandler(handler)
    # Warnings stay visible even when quiet: MkDocs would otherwise not count them for --strict.
    logger.setLevel(logging.WARNING if quiet else logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)


@contextlib.contextmanager
def _failing() -> Iterator[None]:
    from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

    from bekwaam.mkdocs_plugin.stopping import StoppedByRecords

    try:
        yield
    except StoppedByRecords as stop:
        raise CannotBuild(stop.format_message(), of_the_records=True) from stop
    except Abort as stop:
        of_the_records = "strict mode" in stop.format_message()
        raise CannotBuild(stop.format_message(), of_the_records=of_the_records) from stop
    except (ConfigurationError, MkDocsException) as stop:
        raise CannotBuild(str(stop), of_the_records=False) from stop
