"""Every kind of page passes axe-core's rules for WCAG 2.2 A and AA, and can be reached with a keyboard."""

from __future__ import annotations

from importlib import resources
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

ANNA = "learners/anna-peeters/"
TEAM = [
    "",
    "learners/",
    ANNA,
    "learners/stan-verlinden/",
    f"{ANNA}evidence/2026-02-11-deeg-te-warm/",
    "frameworks/",
    "frameworks/bakery/",
    "workplaces/",
    "workplaces/de-gist/werkplaats/",
    "quality/",
    "quality/points/",
    "quality/self-evaluations/2026-06-atelierschool-alternerend/",
    "quality/actions/",
    "nl/mentor/",
    "404.html",
    "team/",
    "team/people/lieve-martens/",
    "team/cohorts/2025-2026/",
    "team/contacts/",
    "quality/cycles/",
    "quality/report/",
    f"{ANNA}follow-up/",
]
PUBLIC = ["learners/", ANNA, "learners/zonnebloem/evidence/2026-03-19-palyanytsya/"]

# Everything unfolded and finished, so that the rules see what a reader can come to see.
UNFOLD = """async () => {
  document.querySelectorAll("details").forEach(one => one.open = true);
  document.querySelectorAll("[data-bk-first] + .bk-show-all").forEach(one => one.click());
  await Promise.all(document.getAnimations().map(one => one.finished.catch(() => {})));
}"""


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page: rule, element and reason."""
    page.evaluate(UNFOLD)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        """async rules => (await axe.run(document, {
          runOnly: { type: "tag", values: rules }, resultTypes: ["violations"],
        })).violations""",
        RULES,
    )
    return [
        f"{one['id']}: {node['html']}: {node['failureSummary']}" for one in found for node in one["nodes"]
    ]


# In the dark only the colours differ, and they come from the same few rules on all pages.
@pytest.mark.parametrize(
    ("width", "scheme", "team", "public"),
    [
        (1280, "light", TEAM, PUBLIC),
        (390, "light", TEAM[3:5], PUBLIC[:2]),
        (390, "dark", [TEAM[1], *TEAM[3:5]], []),
    ],
    ids=["screen", "phone", "dark"],
)
def test_the_rules_hold(
    new_page: NewPage,
    team_site: str,
    public_site: str,
    width: int,
    scheme: str,
    team: list[str],
    public: list[str],
) -> None:
    # axe is a script from outside the page, which the page's own policy rightly keeps out.
    page = new_page(width=width, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    shown = "slate" if scheme == "dark" else "default"
    for address in [*(team_site + uri for uri in team), *(public_site + uri for uri in public)]:
        page.goto(address)
        page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", shown)
        assert violations(page) == [], f"{address} at {width} px, {scheme}"


@pytest.mark.parametrize("uri", TEAM)
def test_nothing_scrolls_sideways_on_the_narrowest_phone(new_page: NewPage, team_site: str, uri: str) -> None:
    page = new_page(width=320, height=640)
    page.goto(team_site + uri)
    page.evaluate(UNFOLD)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("uri", ["learners/", ANNA, f"{ANNA}evidence/2026-02-11-deeg-te-warm/"])
def test_targets_are_big_enough_for_a_thumb(phone: Page, team_site: str, uri: str) -> None:
    phone.goto(team_site + uri)
    small = phone.evaluate(
        """() => [...document.querySelectorAll(".bk :is(button, input, select, summary, a.bk-pill)")]
          .filter(one => one.checkVisibility())
          .map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
          .filter(([, box]) => box.height < 32 || box.width < 32).map(([html]) => html)"""
    )
    assert small == []


def test_the_first_tab_skips_to_the_content(page: Page, team_site: str) -> None:
    page.goto(team_site + ANNA)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#bk-content') !== null")


def test_everything_that_takes_focus_shows_it(page: Page, team_site: str) -> None:
    page.goto(team_site + "learners/")
    page.locator("#bk-q").focus()
    for _ in range(9):
        shown = page.evaluate(
            """() => {
              const visible = one => one && getComputedStyle(one).outlineStyle !== "none";
              const here = document.activeElement;
              return visible(here) || visible(here.closest(".bk-person-row"));
            }"""
        )
        assert shown, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        page.keyboard.press("Tab")


def test_folds_and_filters_work_with_the_keyboard(page: Page, team_site: str) -> None:
    page.goto(team_site + ANNA)
    fold = page.locator(".bk-competence details").first
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    assert fold.evaluate("one => one.open")
    page.locator("[data-bk-show=photo]").focus()
    page.keyboard.press("Space")
    assert page.locator("[data-bk-show=photo]").get_attribute("aria-pressed") == "true"
    assert set(page.locator(".bk-row:visible").evaluate_all("all => all.map(one => one.dataset.bkType)")) == {
        "photo"
    }


def test_little_moves_for_those_who_want_that(new_page: NewPage, team_site: str) -> None:
    page = new_page(reduced_motion="reduce")
    page.goto(team_site + ANNA)
    long = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter(one =>
          getComputedStyle(one).transitionDuration.split(",").some(time => parseFloat(time) > 0.01)).length"""
    )
    assert long == 0
