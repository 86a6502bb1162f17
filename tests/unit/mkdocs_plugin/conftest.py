"""A small school with a site of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bekwaam.mkdocs_plugin.asked import Asked
from bekwaam.mkdocs_plugin.building import build
from bekwaam.mkdocs_plugin.options import Given
from bekwaam.model.audience import Audience

CONFIG = """\
site_name: South School
site_url: https://south.example/
theme: material
plugins:
  - search
  - bekwaam:
      audience: team
      as_of: 2026-06-30
"""

Build = Callable[..., Path]


@pytest.fixture
def school(tmp_path: Path, repository: Path) -> Path:
    """A folder with `mkdocs.yml`, a page and the smallest school that is complete."""
    folder = tmp_path / "school"
    shutil.copytree(
        repository / "tests" / "cases" / "valid" / "minimal" / "portfolios", folder / "portfolios"
    )
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Welcome\n\n[who](learners/index.md)\n", encoding="utf-8")
    return folder


@pytest.fixture
def build_school(school: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds that school; without PDFs unless told otherwise."""
    monkeypatch.chdir(school)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")

    def run(*, strict: bool = False, site: str | None = None, pdf: bool | None = False, **given: Any) -> Path:
        asked = Asked(given=Given(pdf=pdf, **given))
        target = school / site if site else None
        return build(asked, school / "mkdocs.yml", target, strict=strict, quiet=True)

    return run


@pytest.fixture
def public() -> Audience:
    """The audience that sees least."""
    return Audience.PUBLIC
