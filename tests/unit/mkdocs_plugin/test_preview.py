"""While somebody writes, only what changed is made again, and shown."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from bekwaam.mkdocs_plugin.asked import ASKED, Asked
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.options import Given
from bekwaam.model.audience import Audience
from bekwaam.site.pages import Share


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The learners whose pages are made."""
    found: list[str] = []
    share = Content.share

    def noting(content: Content, key: str) -> Share:
        found.append(key)
        return share(content, key)

    monkeypatch.setattr(Content, "share", noting)
    return found


@pytest.fixture
def asked() -> Iterator[None]:
    token = ASKED.set(Asked(given=Given(audience=Audience.TEAM)))
    yield
    ASKED.reset(token)


@pytest.mark.usefixtures("asked")
def test_a_change_makes_the_pages_of_one_learner(
    school: Path, tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(school)
    learners = school / "portfolios" / "learners"
    for name in ("bo", "cas"):
        shutil.copytree(learners / "anna", learners / name)
        record = learners / name / "learner.yml"
        record.write_text(record.read_text(encoding="utf-8").replace("Anna", name.title()), encoding="utf-8")
    site = tmp_path / "preview"
    site.mkdir()
    config = load_config(str(school / "mkdocs.yml"))
    plugins = config.plugins
    plugins.on_startup(command="serve", dirty=False)

    def again() -> set[str]:
        made.clear()
        config = load_config(str(school / "mkdocs.yml"), plugins=None, site_dir=str(site))
        config.plugins = plugins
        build(config, serve_url="http://127.0.0.1:8000/")
        return set(made)

    again()
    pages = {path.parent.name for path in site.glob("learners/cas/evidence/*/index.html")}
    assert pages
    file = next((learners / "cas" / "evidence").glob("2026-05-20*"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: ", "title: Entirely new # "), encoding="utf-8")
    assert again() == {"anna", "cas"}, "the first one's frames are compared every time"
    assert "Entirely new" in (site / "learners/cas/index.html").read_text(encoding="utf-8")
    file.with_name("2026-05-21-other.yml").write_text(text, encoding="utf-8")
    again()
    assert (site / "learners/cas/evidence/2026-05-21-other/index.html").is_file()
    file.with_name("2026-05-21-other.yml").unlink()
    assert again() == {"anna", "cas"}
    assert {path.parent.name for path in site.glob("learners/cas/evidence/*/index.html")} == pages
    assert (site / "learners/bo/index.html").is_file()
    shutil.rmtree(learners / "bo")
    # Cas has the same address in the records as Bo had, so that a warning goes away.
    assert again() <= {"anna", "cas"}
    assert not (site / "learners/bo").exists()
    plugins.on_shutdown()
    assert list((school / ".cache/bekwaam").glob("preview-*")) == []
