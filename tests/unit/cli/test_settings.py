"""What `mkdocs.yml` says, read without running anything."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click
import pytest

from bekwaam.cli.settings import settings
from bekwaam.model.audience import Audience


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str) -> None:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def test_without_a_file_the_defaults_hold(folder: Path) -> None:
    found = settings()
    assert found.config_file is None
    assert found.options.portfolios == folder / "portfolios"


def test_the_plugins_options_are_found(folder: Path) -> None:
    write(folder, "plugins:\n- search\n- bekwaam: {portfolios: records, audience: team, as_of: 2026-06-30}\n")
    options = settings().options
    assert options.portfolios == folder / "records"
    assert options.audience is Audience.TEAM
    assert options.as_of == dt.date(2026, 6, 30)


def test_options_and_environment_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "plugins: {bekwaam: {as_of: '2026-06-30', audience: team}}\n")
    monkeypatch.setenv("BEKWAAM_AS_OF", "2026-01-01")
    options = settings(audience="handover", portfolios=Path("elsewhere")).options
    assert options.as_of == dt.date(2026, 1, 1)
    assert options.audience is Audience.HANDOVER
    assert options.portfolios == Path("elsewhere")


def test_tags_are_tolerated_and_never_run(folder: Path) -> None:
    write(
        folder,
        "site_name: !ENV [NAME, x]\n"
        "evil: !!python/object/apply:os.mkdir ['ran']\n"
        "emoji: !!python/name:material.extensions.emoji.twemoji\n"
        "plugins:\n- bekwaam: {audience: !ENV AUDIENCE, portfolios: records}\n",
    )
    options = settings().options
    assert options.portfolios == folder / "records"
    assert options.audience is Audience.PUBLIC
    assert not (folder / "ran").exists()


@pytest.mark.parametrize("text", ["plugins: [", "\0", "[" * 3000])
def test_a_file_that_is_no_yaml_is_one_sentence(folder: Path, text: str) -> None:
    write(folder, text)
    with pytest.raises(click.UsageError, match="cannot be read"):
        settings()


@pytest.mark.parametrize("text", ["", "[]", "plugins: 5", "plugins: [bekwaam]", "plugins: [bekwaam: 3]"])
def test_a_file_without_options_says_nothing(folder: Path, text: str) -> None:
    write(folder, text)
    assert settings().options.portfolios == folder / "portfolios"


def test_a_wrong_option_is_told(folder: Path) -> None:
    write(folder, "plugins:\n- bekwaam: {as_of: tomorrow}\n")
    with pytest.raises(click.UsageError, match="2026-06-30"):
        settings()
    with pytest.raises(click.UsageError, match="--audience"):
        settings(audience="nobody")
