"""The team's pages of the example school: whole, linked, and with the answers first."""

import datetime as dt
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bekwaam.audience import restrict
from bekwaam.model.audience import Audience
from bekwaam.project import load
from bekwaam.rendering.pictures import Pictures
from bekwaam.site.attachments import Attachments
from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.team.follow_up import follow_up
from bekwaam.site.team.menu import menu
from bekwaam.site.team.pages import team_pages
from bekwaam.views.build import build
from bekwaam.views.lazily import given
from bekwaam.views.school import SchoolView
from tests.conftest import ROOT
from tests.unit.site.markup import Markup

DAY = dt.date(2026, 6, 30)
Site = dict[str, Page]


@pytest.fixture(scope="module")
def school() -> SchoolView:
    loaded = load(Path(ROOT) / "portfolios", DAY)
    gated = restrict(loaded.project, loaded.statuses, Audience.TEAM, DAY, findings=loaded.diagnostics)
    return build(gated)


@pytest.fixture(scope="module")
def ours(school: SchoolView, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The pages for the team alone: they show no pictures, so none is prepared."""
    return made(school, tmp_path_factory.mktemp("records"))


def made(school: SchoolView, folder: Path) -> Site:
    assert school.team is not None
    pictures = Pictures(folder, folder)
    press = Press(school, pictures, Attachments(folder, pictures))
    team = school.team()
    followed = (follow_up(press, team, key) for key in school.learners)
    return {page.uri: page for page in (*team_pages(press, team), *followed)}


def others(school: SchoolView) -> set[str]:
    """Addresses of the other pages that the team's lead to, and places in them."""
    learners = school.learners.values()
    return {
        *(str(one.uri) for one in learners),
        *(f"{one.uri}#{competence.anchor}" for one in learners for competence in one.competences),
        *(piece.uri for pieces in school.evidence.values() for piece in pieces),
        *(one.uri for one in given(school.frameworks) or ()),
        *(
            f"{one.uri}#{competence.code}"
            for one in given(school.frameworks) or ()
            for competence in one.competences
        ),
        *(one.uri for one in given(school.workplaces) or ()),
        "learners/",
        "team/review/",
        "quality/",
    }


def test_there_is_a_page_for_every_question(school: SchoolView, ours: Site) -> None:
    wanted = {"contacts/", "workplaces/", "roles/", "roles/coach/", "resources/", "cohorts/2025-2026/"}
    assert {"team/", *(f"team/{one}" for one in wanted)} <= set(ours)
    assert "team/people/lieve-martens/" in ours
    followed = {uri for uri in ours if uri.endswith("/follow-up/")}
    assert followed == {f"{one.uri}follow-up/" for one in school.learners.values()}


def test_the_menu_leads_to_the_queue_and_to_quality_where_they_are(school: SchoolView) -> None:
    folder = Path("nowhere")
    pictures = Pictures(folder, folder)
    press = Press(school, pictures, Attachments(folder, pictures))
    assert {"team/review/", "quality/"} <= {uri for uri, _ in menu(press)}
    press.school = replace(school, review=None, quality=None)
    assert not {"team/review/", "quality/"} & {uri for uri, _ in menu(press)}


def test_pages_are_whole(ours: Site) -> None:
    for page in ours.values():
        markup = Markup(page.body)
        assert len(markup.ids) == len(set(markup.ids)), page.uri
        assert markup.headings[:1] == [1], page.uri
        steps = zip(markup.headings, markup.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), (page.uri, markup.headings)
        assert not page.search


def test_links_lead_to_pages_and_places_that_are_there(school: SchoolView, ours: Site) -> None:
    there = others(school) | set(ours)
    for page in ours.values():
        ids = Markup(page.body).ids
        up = "../" * page.uri.count("/")
        for link in Markup(page.body).links:
            if re.match(r"[a-z]+:", link) or link.endswith(".ics"):
                continue
            if link.startswith("#"):
                assert link[1:] in ids, (page.uri, link)
                continue
            target = link.removeprefix(up) if link.startswith(up) else page.uri + link
            assert target in there, (page.uri, link)


def test_the_overview_answers_who_needs_somebody(ours: Site) -> None:
    body = ours["team/"].body
    assert 'href="people/lieve-martens/"' in body
    assert 'href="../learners/stan-verlinden/follow-up/"' in body
    assert 'href="cohorts/2025-2026/"' in body


def test_somebody_s_list_starts_with_what_is_late(ours: Site) -> None:
    body = ours["team/people/karim-el-amrani/"].body
    late, week, later = (body.index(f'id="bk-{one}"') for one in ("overdue", "week", "later"))
    assert late < week < later
    first = re.findall(r'<p class="bk-task-when"><time datetime="([\d-]+)"', body.replace("\n", ""))
    assert first[0] < DAY.isoformat()
    assert first[0] == min(first)
    assert "agenda.ics" in body


def test_a_cell_of_the_heat_map_says_in_words_what_it_shows(ours: Site) -> None:
    body = ours["team/cohorts/2025-2026/"].body
    cells = re.findall(r'<td class="bk-heat-cell[^>]*>(.*?)</td>', body, re.DOTALL)
    assert len(cells) == 4 * 8 + 3 * 7 + 3 * 7
    assert all(re.search(r'<span class="bk-hidden">[^<]+</span>', one) for one in cells)


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    hostile = "<b onload=x>%(name)s {who} `50%"
    root = tmp_path / "portfolios"
    shutil.copytree(ROOT / "tests/cases/valid/minimal/portfolios", root)
    for name, old in (
        ("learners/anna/learner.yml", "Anna Peeters"),
        ("people/jan.yml", "Jan De Smet"),
        ("organisations/de-gist.yml", "Bakery De Gist"),
        ("frameworks/bakery.yml", "make dough"),
    ):
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, f'"{hostile}"'), encoding="utf-8")
    loaded = load(root, DAY)
    gated = restrict(loaded.project, loaded.statuses, Audience.TEAM, DAY, findings=loaded.diagnostics)
    pages = made(build(gated), tmp_path)
    escaped = "&lt;b onload=x&gt;%(name)s {who} `50%"
    assert sum(escaped in page.body for page in pages.values()) > 5
    for page in pages.values():
        Markup(page.body)
        assert "<b onload" not in page.body


def test_a_new_school_is_told_what_to_do(tmp_path: Path) -> None:
    root = tmp_path / "portfolios"
    shutil.copytree(ROOT / "tests/cases/valid/minimal/portfolios", root)
    shutil.rmtree(root / "learners")
    (root / "organisations/de-gist.yml").write_text("name: De Gist\ntype: company\nresponsible: jan\n")
    loaded = load(root, DAY)
    pages = made(build(restrict(loaded.project, loaded.statuses, Audience.TEAM, DAY)), tmp_path)
    for uri in ("team/", "team/contacts/", "team/workplaces/", "team/resources/", "team/people/jan/"):
        assert pages[uri].body.count("bk-empty") >= 1, uri
