"""The plugin's options in `mkdocs.yml`, with their types."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as c

from bekwaam.mkdocs_plugin.options import Given, WrongOption, message_of, parse_audience, parse_date
from bekwaam.model.audience import Audience


class _AudienceOption(base.BaseConfigOption[Audience | None]):
    """For whom the build is made."""

    def run_validation(self, value: object) -> Audience | None:
        try:
            return None if value is None else parse_audience(str(value), "audience")
        except WrongOption as wrong:
            raise base.ValidationError(message_of(wrong).render()) from None


class _DateOption(base.BaseConfigOption[dt.date | None]):
    """A day; YAML itself turns an unquoted one into a date."""

    def run_validation(self, value: object) -> dt.date | None:
        if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
            return value
        try:
            return parse_date(str(value), "as_of")
        except WrongOption as wrong:
            raise base.ValidationError(message_of(wrong).render()) from None


class PluginConfig(base.Config):  # type: ignore[no-untyped-call]  # as MkDocs wrote it
    """The options as `mkdocs.yml` gives them; None where it does not."""

    portfolios = c.Optional(c.Type(str))
    audience = _AudienceOption()
    learners = c.Optional(c.ListOfItems(c.Type(str)))
    as_of = _DateOption()
    pdf = c.Optional(c.Type(bool))


def given_by(config: PluginConfig, folder: Path) -> Given:
    """What `mkdocs.yml` says; its paths are relative to the folder it stands in."""
    return Given(
        portfolios=folder / config.portfolios if config.portfolios else None,
        audience=config.audience,
        learners=tuple(config.learners) if config.learners else None,
        as_of=config.as_of,
        pdf=config.pdf,
    )
