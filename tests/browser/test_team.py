"""Monday morning: a coach finds who needs them, and nobody outside the team finds any of it."""

from __future__ import annotations

import re

from icalendar import Calendar
from playwright.sync_api import Page

from tests.browser.conftest import NewPage


def test_a_coach_comes_from_the_front_page_to_what_is_late(page: Page, team_site: str) -> None:
    page.goto(team_site)
    page.get_by_role("link", name="Opvolging").first.click()
    page.get_by_role("link", name="Karim El Amrani").first.click()
    assert page.locator("h1").inner_text() == "Karim El Amrani"
    first = page.locator(".bk-task").filter(has=page.locator("strong", has_text="Stan Verlinden")).first
    assert "dagen te laat" in first.inner_text()
    first.locator(".bk-task-what a").first.click()
    assert page.url.startswith(f"{team_site}learners/stan-verlinden/")
    assert "Stan Verlinden" in page.locator("h1").inner_text()


def test_the_calendar_file_is_one(page: Page, team_site: str) -> None:
    page.goto(f"{team_site}team/people/lieve-martens/")
    link = page.get_by_role("link", name="Agendabestand")
    answer = page.request.get(f"{team_site}team/people/lieve-martens/{link.get_attribute('href')}")
    assert answer.ok
    calendar = Calendar.from_ical(answer.body())
    assert isinstance(calendar, Calendar)
    assert len(calendar.events) > 10


def test_every_task_on_a_list_leads_to_a_page(page: Page, team_site: str) -> None:
    page.goto(f"{team_site}team/people/sofie-dhondt/")
    links = page.locator(".bk-task-what a").evaluate_all("all => [...new Set(all.map(one => one.href))]")
    assert len(links) > 5
    for link in links:
        assert page.request.get(link).ok, link
        path, _, fragment = link.partition("#")
        if fragment:
            assert f'id="{fragment}"' in page.request.get(path).text(), link


def test_a_heat_map_becomes_numbered_tiles_on_a_phone(new_page: NewPage, team_site: str) -> None:
    page = new_page(width=390)
    page.goto(f"{team_site}team/cohorts/2025-2026/")
    row = page.locator(".bk-heat tbody tr").first
    tops = row.locator(".bk-heat-cell").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert len(set(tops)) > 1
    assert page.locator(".bk-heat-key").first.is_visible()


def test_nobody_else_finds_any_of_it(page: Page, public_site: str) -> None:
    for uri in ("team/", "team/people/lieve-martens/", "team/people/lieve-martens/agenda.ics"):
        assert page.request.get(public_site + uri).status == 404
    assert page.request.get(f"{public_site}learners/anna-peeters/follow-up/").status == 404
    page.goto(f"{public_site}learners/anna-peeters/")
    assert page.get_by_text("Opvolging").count() == 0
    index = page.request.get(f"{public_site}search/search_index.json").json()
    found = [one["location"] for one in index["docs"]]
    assert found
    assert not [one for one in found if re.match(r"team/|learners/.*follow-up/", one)]
