"""The search of a school with much evidence, in the browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bekwaam.mkdocs_plugin import content
from bekwaam.mkdocs_plugin.asked import Asked
from bekwaam.mkdocs_plugin.building import build
from bekwaam.mkdocs_plugin.options import Given
from bekwaam.model.audience import Audience
from tests.browser.conftest import NewPage, Serve

_SETTINGS = """\
site_name: South School
theme: material
plugins: [search, bekwaam: {as_of: 2026-06-30, pdf: false}]
"""


@pytest.fixture
def site(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch, serve: Serve) -> str:
    """A small school that believes it has too much evidence for one index."""
    monkeypatch.setattr(content, "MOST_TOGETHER", 0)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(repository / "tests/cases/valid/minimal/portfolios", tmp_path / "portfolios")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Welcome\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    asked = Asked(given=Given(audience=Audience.TEAM))
    return serve(build(asked, tmp_path / "mkdocs.yml", None, strict=True, quiet=True))


@pytest.mark.parametrize("width", [390, 1280])
def test_evidence_is_found_with_the_keyboard(site: str, new_page: NewPage, width: int) -> None:
    page = new_page(width=width)
    page.goto(f"{site}learners/anna/")
    page.keyboard.press("/")
    page.keyboard.type("anna ryé")
    found = page.locator(".bk-found a")
    found.first.wait_for()
    assert found.count() == 1
    page.keyboard.press("ArrowDown")
    assert found.first.evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/learners/anna/evidence/2026-05-20-rye-bread/")


def test_one_more_letter_leaves_the_focus_where_it_is(site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{site}learners/anna/")
    page.keyboard.press("/")
    page.keyboard.type("anna ry")
    found = page.locator(".bk-found a").first
    found.wait_for()
    query = page.locator('[data-md-component="search-query"]')
    found.focus()
    query.evaluate('one => { one.value += "e"; one.dispatchEvent(new Event("input", { bubbles: true })); }')
    page.wait_for_timeout(400)  # longer than search.js waits for the next letter
    assert found.evaluate("one => one === document.activeElement")


def test_what_is_nowhere_is_not_found(site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{site}learners/anna/")
    page.keyboard.press("/")
    page.keyboard.type("rye anna")
    page.locator(".bk-found a").wait_for()
    page.keyboard.type(" bicycle")
    page.locator(".bk-found").wait_for(state="hidden")
