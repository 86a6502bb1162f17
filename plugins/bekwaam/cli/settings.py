"""What `mkdocs.yml` and the environment say, for verbs that build no site."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import yaml

from bekwaam.cli.refusing import Refused
from bekwaam.diagnostics import say
from bekwaam.mkdocs_plugin.options import (
    Given,
    Options,
    WrongOption,
    first_of,
    from_environment,
    message_of,
    parse_audience,
    parse_date,
    settle,
)

_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options that hold, where `mkdocs.yml` is (None where there is none), and the built site."""

    options: Options
    config_file: Path | None
    site_folder: Path = Path("site")


class _Lenient(yaml.SafeLoader):
    """Reads MkDocs' settings without doing what their tags say: what is tagged counts as not given."""


def _nothing(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> None:
    return None


_Lenient.add_multi_constructor("!", _nothing)
_Lenient.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)


def settings(
    portfolios: Path | None = None,
    as_of: dt.date | None = None,
    audience: str | None = None,
    learners: tuple[str, ...] = (),
) -> Settings:
    """Put the command's options before the environment, `mkdocs.yml` and the defaults.

    Raises:
        Refused: for an option that means nothing.
    """
    here = Path.cwd()
    try:
        asked = Given(
            portfolios=portfolios,
            as_of=as_of,
            audience=parse_audience(audience, "--audience") if audience else None,
            learners=learners or None,
        )
        config_file = find_config(here)
        folder = config_file.parent if config_file else here
        configured = _configured(config_file) if config_file else Given()
        asked = first_of(asked, from_environment(os.environ, here))
        return Settings(
            options=settle(asked, configured, os.environ, folder),
            config_file=config_file,
            site_folder=folder / (_site_dir(config_file) if config_file else "site"),
        )
    except WrongOption as wrong:
        raise Refused(message_of(wrong)) from None


def find_config(folder: Path) -> Path | None:
    """The `mkdocs.yml` in a folder, as MkDocs looks for it."""
    found = (folder / name for name in ("mkdocs.yml", "mkdocs.yaml"))
    return next((file for file in found if file.is_file()), None)


def day(_context: click.Context, parameter: click.Parameter, value: str | None) -> dt.date | None:
    """Read a date option; for click's ``callback``."""
    if value is None:
        return None
    try:
        return parse_date(value, parameter.opts[0])
    except WrongOption as wrong:
        raise Refused(message_of(wrong)) from None


def _configured(file: Path) -> Given:
    """The plugin's options in `mkdocs.yml`; what cannot be understood counts as not given."""
    found = _plugin_options(_load(file))
    portfolios, as_of, audience = found.get("portfolios"), found.get("as_of"), found.get("audience")
    return Given(
        portfolios=file.parent / portfolios if isinstance(portfolios, str) else None,
        as_of=_date(as_of),
        audience=parse_audience(audience, "audience") if isinstance(audience, str) else None,
    )


def _site_dir(file: Path) -> str:
    config = _load(file)
    found = config.get("site_dir") if isinstance(config, dict) else None
    return found if isinstance(found, str) else "site"


def _load(file: Path) -> object:
    with file.open("rb") as opened:
        content = opened.read(_MAX_BYTES)
    try:
        return yaml.load(content, Loader=_Lenient)  # noqa: S506 - builds plain data only
    except (yaml.YAMLError, ValueError, RecursionError):
        raise Refused(say("{file} cannot be read as YAML.", file=file.name)) from None


def _plugin_options(config: object) -> dict[str, Any]:
    plugins = config.get("plugins") if isinstance(config, dict) else None
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("bekwaam") if isinstance(entry, dict) else None
        if isinstance(options, dict):
            return options
    return {}


def _date(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return parse_date(value, "as_of") if isinstance(value, str) else None
