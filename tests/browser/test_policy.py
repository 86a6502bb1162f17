"""Every kind of page loads nothing from elsewhere and keeps to its policy; `new_page` minds both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage, Serve
from tests.conftest import BuildSite

ONE_OF_MANY = re.compile(
    r"(?<=learners/)[^/]+|(?<=evidence/)[^/]+|(?<=frameworks/)[^/]+|(?<=c/)[^/]+|(?<=workplaces/)[^/]+/[^/]+"
    r"|(?<=people/)[^/]+|(?<=cohorts/)[^/]+|(?<=roles/)[^/]+|(?<=self-evaluations/)[^/]+"
    r"|(?<=^nl/).+|(?<=^how-to/).+|(?<=^explanation/).+|(?<=^reference/).+"
)
"""What tells pages of one kind apart: ids, and for the documentation which page it is."""


def kinds(site: Path) -> list[str]:
    """One address for every kind of page that a site has: that of the longest."""
    found: dict[str, tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        uri = file.relative_to(site).as_posix().removesuffix("index.html")
        shape = ONE_OF_MANY.sub("*", uri)
        found[shape] = max(found.get(shape, (0, "")), (file.stat().st_size, uri))
    return [uri for _, uri in found.values()]


@pytest.mark.parametrize("audience", ["team", "handover", "public"])
def test_every_kind_of_page_keeps_to_its_policy(
    audience: str, build_site: BuildSite, serve: Serve, new_page: NewPage
) -> None:
    # The handover's documents are looked at too, by test_people.py: one build serves both.
    site = build_site(audience, pdf=audience == "handover")
    address = serve(site)
    page = new_page()
    for uri in kinds(site):
        page.goto(address + uri)
        policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
        assert policy.count() == 1, uri
        assert "'unsafe-inline'" not in re.sub(
            "style-src-attr[^;]*", "", policy.get_attribute("content") or ""
        )
        assert page.locator('meta[name="referrer"]').get_attribute("content") == "no-referrer", uri
        robots = page.locator('meta[name="robots"]')
        if audience != "public":
            assert "noindex" in (robots.get_attribute("content") or ""), uri
    assert (site / "sitemap.xml").exists() == (audience == "public")


def test_the_search_works_under_the_policy(page: Page, team_site: str) -> None:
    page.goto(f"{team_site}learners/")
    page.locator("[data-md-component=search-query]").fill("brood")
    page.locator(".md-search-result__item").first.wait_for()


def test_dark_colours_work_under_the_policy(page: Page, team_site: str) -> None:
    page.goto(f"{team_site}learners/")
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("[data-md-component=palette] label:visible").first.click()
    page.wait_for_function("old => document.body.dataset.mdColorScheme !== old", arg=before)


def test_a_script_that_got_in_does_not_run(
    build_site: BuildSite, serve: Serve, new_page: NewPage, complaints: list[str], tmp_path: Path
) -> None:
    learners = build_site("team") / "learners" / "index.html"
    text = learners.read_text(encoding="utf-8")
    broken_in = text.replace("</h1>", "</h1><script>document.title = 'run'</script>", 1)
    (tmp_path / "index.html").write_text(broken_in, encoding="utf-8")
    page = new_page()
    page.goto(serve(tmp_path), wait_until="networkidle")
    assert page.title() != "run"
    assert any("content security policy" in one.lower() for one in complaints)
    complaints.clear()
