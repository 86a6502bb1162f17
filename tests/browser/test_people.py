"""What people come for: a learner on a phone, a mentor, an employer and the school each find it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, Serve
from tests.conftest import BuildSite

ANNA = "learners/anna-peeters/"
LOAVES = f"{ANNA}evidence/2026-05-14-veertig-zuurdesembroden/"


def names(page: Page) -> list[str]:
    """The learners that the overview shows now, from top to bottom."""
    return page.locator(".bk-person-row:visible h2").all_inner_texts()


def test_the_overview_finds_by_words_without_their_accents(page: Page, team_site: str) -> None:
    page.goto(f"{team_site}learners/")
    everyone = names(page)
    assert len(everyone) == 12
    page.locator("#bk-q").fill("chloe")
    assert names(page) == ["Chloé Dumoulin"]
    expect(page.locator("[data-bk-count]")).to_have_text("1 lerende")
    page.locator("#bk-q").fill("nobody at all")
    assert names(page) == []
    expect(page.locator("[data-bk-none]")).to_be_visible()
    page.locator(".bk-filter [type=reset]").click()
    expect(page.locator(".bk-person-row:visible")).to_have_count(len(everyone))


def test_the_overview_narrows_by_programme_and_by_what_is_to_do(page: Page, team_site: str) -> None:
    page.goto(f"{team_site}learners/")
    for value in ("bakery", "care"):
        page.locator("#bk-f-programme").select_option(value)
        shown = page.locator(".bk-person-row:visible")
        assert set(shown.evaluate_all("all => all.map(one => one.dataset.bkProgramme)")) == {value}
    page.locator("#bk-f-programme").select_option("")
    page.locator("#bk-f-todo").select_option("proposed")
    rows = page.locator(".bk-person-row:visible")
    assert rows.count() > 1
    assert rows.count() == rows.locator(".bk-asked-proposed").count()


def test_the_school_sees_first_where_most_is_to_do(page: Page, team_site: str) -> None:
    page.goto(f"{team_site}learners/")
    by_name = names(page)
    page.locator("#bk-sort").select_option("tasks")
    tasks = page.locator(".bk-person-row").evaluate_all("all => all.map(one => Number(one.dataset.bkTasks))")
    assert tasks == sorted(tasks, reverse=True) and tasks[0] > tasks[-1]
    page.locator("#bk-sort").select_option("")
    assert names(page) == by_name


def test_a_learner_finds_their_work_in_three_taps(phone: Page, team_site: str) -> None:
    phone.goto(team_site)
    phone.goto(f"{team_site}learners/")
    phone.get_by_role("link", name="Anna Peeters").tap()
    phone.wait_for_url(f"**/{ANNA}")
    phone.locator(".bk-sections a[href='#bk-proud']").tap()
    expect(phone.locator("#bk-proud")).to_be_in_viewport()
    phone.locator(".bk-gallery a").first.tap()
    phone.wait_for_url(f"**/{LOAVES}")
    expect(phone.locator("h1")).to_have_text("Veertig zuurdesembroden, helemaal alleen")


def test_a_learner_sees_what_is_still_to_learn(phone: Page, team_site: str) -> None:
    phone.goto(f"{team_site}{ANNA}#bk-learning")
    learning = phone.locator("section[aria-labelledby=bk-learning]")
    assert learning.locator(".bk-competence").count() == 4
    assert learning.locator(".bk-status-achieved").count() == 0
    assert phone.locator("section[aria-labelledby=bk-can] .bk-status-achieved").count() == 4


def test_a_mentor_sees_what_to_confirm_and_goes_there(phone: Page, team_site: str) -> None:
    phone.goto(f"{team_site}learners/stan-verlinden/")
    todo = phone.locator(".bk-todo")
    expect(todo.locator(".bk-asked-confirm")).to_be_visible()
    todo.locator(".bk-todo-links a").first.tap()
    phone.wait_for_url("**/learners/stan-verlinden/evidence/**")
    expect(phone.locator("#bk-verified")).to_be_visible()


def test_a_link_to_a_competence_opens_it(page: Page, team_site: str) -> None:
    page.goto(team_site + LOAVES)
    page.locator(".bk-shown a").first.click()
    page.wait_for_url(re.compile("#"))
    opened = page.locator(".bk-competence:target")
    expect(opened).to_be_in_viewport()
    assert opened.locator("details").evaluate("one => one.open")
    # ... and back: what shows the competence leads to the evidence again.
    back = opened.get_by_role("link", name="Veertig zuurdesembroden")
    back.click()
    page.wait_for_url(f"**/{LOAVES}")


def test_a_link_to_a_folded_part_opens_that(phone: Page, team_site: str) -> None:
    phone.goto(team_site + ANNA)
    plan = phone.locator("details:has(> summary #bk-plan)")
    assert not plan.evaluate("one => one.open")
    phone.locator(".bk-sections a[href='#bk-plan']").tap()
    expect(plan.locator(".bk-table")).to_be_visible()


def test_evidence_is_shortened_and_shown_by_type(page: Page, team_site: str) -> None:
    page.goto(team_site + ANNA)
    rows = page.locator(".bk-rows .bk-row:visible")
    expect(rows).to_have_count(6)
    page.locator("[data-bk-show=observation]").click()
    types = rows.evaluate_all("all => all.map(one => one.dataset.bkType)")
    assert types and set(types) == {"observation"}
    page.locator("[data-bk-show='']").click()
    expect(rows).to_have_count(6)
    page.locator(".bk-show-all").click()
    expect(rows).to_have_count(17)
    assert page.evaluate("document.activeElement.closest('.bk-row') !== null")


def test_everything_is_there_without_scripts(new_page: NewPage, team_site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(team_site + ANNA)
    expect(page.locator(".bk-rows .bk-row:visible")).to_have_count(17)
    page.goto(f"{team_site}learners/")
    assert len(names(page)) == 12
    expect(page.locator(".bk-filter")).to_be_hidden()


def test_search_finds_a_learner_a_piece_of_evidence_and_a_competence(page: Page, team_site: str) -> None:
    for words, uri in (
        ("Anna Peeters", ANNA),
        ("Veertig zuurdesembroden", LOAVES),
        ("Deeg laten rijzen", "frameworks/bakery/"),
    ):
        page.goto(f"{team_site}frameworks/")
        page.locator("[data-md-component=search-query]").fill(words)
        results = page.locator(".md-search-result__link")
        results.first.wait_for()
        found = results.evaluate_all("all => all.map(one => one.href.split('?')[0].split('#')[0])")
        assert team_site + uri in found, f"{words}: {found}"
        results.nth(found.index(team_site + uri)).click()
        page.wait_for_url(re.compile(re.escape(team_site + uri)))


def test_dark_colours_stay_on_the_next_page(page: Page, team_site: str) -> None:
    page.goto(f"{team_site}learners/")
    page.locator("[data-md-component=palette] label:visible").first.click()
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    page.goto(team_site + ANNA)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_paper_shows_the_work_and_not_the_frame(page: Page, team_site: str) -> None:
    page.goto(team_site + ANNA)
    page.emulate_media(media="print")
    for frame in (".md-header", ".md-tabs", ".md-footer", ".bk-sections", ".bk-todo", ".bk-filter-types"):
        expect(page.locator(frame).first).to_be_hidden()
    expect(page.locator(".bk-rows .bk-row:visible")).to_have_count(17)
    expect(page.locator(".bk-details").first).to_be_visible()


def test_the_notice_of_the_school_stands_above_every_page(page: Page, team_site: str) -> None:
    for uri in ("", "learners/", ANNA, LOAVES, "frameworks/bakery/"):
        page.goto(team_site + uri)
        expect(page.locator(".md-banner")).to_contain_text("verzonnen")


def test_the_public_sees_what_was_achieved_and_nothing_of_the_team(page: Page, public_site: str) -> None:
    page.goto(f"{public_site}learners/")
    for part in ("#bk-sort", "#bk-f-todo", ".bk-asked"):
        assert page.locator(part).count() == 0
    assert not [score for score in page.locator(".bk-score strong").all_inner_texts() if "van" in score]
    # Yusuf does not show what is in progress.
    page.goto(f"{public_site}learners/yusuf-haddad/")
    assert page.locator(".bk-team, .bk-todo, #bk-learning").count() == 0
    assert page.locator(".bk-figures strong").first.inner_text() == "6"
    assert set(page.locator(".bk-chip[class*=bk-status]").all_inner_texts()) == {"verworven"}


def test_documents_are_real(new_page: NewPage, build_site: BuildSite, serve: Serve) -> None:
    page = new_page()
    site = serve(build_site("handover", pdf=True))
    page.goto(site + ANNA)
    links = page.locator(".bk-buttons > a")
    assert links.count() == 2
    for link in links.all():
        with page.expect_download() as download:
            link.evaluate("one => { one.download = ''; one.click(); }")
        assert download.value.path().read_bytes().startswith(b"%PDF-1.")


def test_no_documents_are_promised_where_none_were_made(page: Page, team_site: str) -> None:
    page.goto(team_site + ANNA)
    assert page.locator("#bk-content a[href$='.pdf']").count() == 0


def test_a_learners_page_is_light_and_does_not_jump(phone: Page, team_site: str) -> None:
    phone.add_init_script(
        """self.shifted = 0; new PerformanceObserver(list => {
          for (const one of list.getEntries()) if (!one.hadRecentInput) self.shifted += one.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    response = phone.goto(team_site + ANNA)
    assert response is not None and len(response.body()) < 150_000
    for picture in phone.locator("#bk-content img").all():
        assert picture.get_attribute("width") and picture.get_attribute("height")
        loaded_at_once = picture.get_attribute("loading") != "lazy"
        assert not loaded_at_once or picture.evaluate("one => one.matches('.bk-portrait')")
    phone.mouse.wheel(0, 4000)
    phone.wait_for_timeout(300)
    assert phone.evaluate("self.shifted") < 0.1
