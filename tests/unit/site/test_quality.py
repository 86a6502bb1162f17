"""The pages about quality: for the team only, every point with its answers, and what to do next."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from bekwaam import project
from bekwaam.audience.gate import restrict
from bekwaam.model.audience import Audience
from bekwaam.site.page import Page
from bekwaam.views.build import build
from bekwaam.views.lazily import given
from bekwaam.views.school import SchoolView
from tests.conftest import ROOT
from tests.unit.site.conftest import MakeSite

AS_OF = dt.date(2026, 6, 30)
OF_CYCLES = {"quality/cycles/", "quality/report/"}


def school(audience: Audience = Audience.TEAM, *, bare: bool = False) -> SchoolView:
    loaded = project.load(ROOT / "portfolios", AS_OF)
    record = loaded.project.school
    english = replace(record, data=replace(record.data, languages=("en", "nl")))
    # The pages about learners are not looked at here.
    found = replace(loaded.project, learners={}, school=english)
    if bare:
        found = replace(found, self_evaluations={}, actions={}, cycles={})
    return build(restrict(found, {}, audience, AS_OF), "en")


@pytest.fixture(scope="module")
def pages(make_site: MakeSite) -> dict[str, Page]:
    view = school()
    return make_site(replace(view, papers=given(view.documents) or ()))


def words(page: Page) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.body).split())


def test_the_team_has_them(pages: dict[str, Page]) -> None:
    assert {uri for uri in pages if uri.startswith("quality/")} - OF_CYCLES == {
        "quality/",
        "quality/points/",
        "quality/self-evaluations/",
        "quality/self-evaluations/2025-06-atelierschool-alternerend/",
        "quality/self-evaluations/2026-05-leerlingen-duaal/",
        "quality/self-evaluations/2026-06-atelierschool-alternerend/",
        "quality/self-evaluations/2026-06-de-gist-alternerend/",
        "quality/self-evaluations/2026-06-lindehof-stage/",
        "quality/actions/",
    }


@pytest.mark.parametrize("audience", [Audience.HANDOVER, Audience.PUBLIC])
def test_others_have_none(make_site: MakeSite, audience: Audience) -> None:
    assert not [uri for uri in make_site(school(audience)) if uri.startswith("quality/")]


def test_every_point_has_its_place(pages: dict[str, Page]) -> None:
    body = pages["quality/points/"].body
    assert re.findall(r'<article class="bk-card bk-point" id="point-(\d\d)"', body) == [
        f"{number:02}" for number in range(1, 60)
    ]
    assert body.count("only people can answer this") == 4


def test_a_school_responsible_sees_what_is_next(pages: dict[str, Page]) -> None:
    start = words(pages["quality/"])
    assert "14 actions to do, 3 late" in start
    assert "10 answers better than last time, 3 worse" in start
    assert "was due on 30 April 2026" in start
    assert 'href="checklist.learner.en.pdf"' in pages["quality/"].body
    actions = words(pages["quality/actions/"])
    assert actions.index("Late (3)") < actions.index("To do (11)") < actions.index("Done (5)")
    assert "goes along to the next cycle" in actions


def test_weak_answers_without_an_action_are_told(pages: dict[str, Page]) -> None:
    one = pages["quality/self-evaluations/2026-06-atelierschool-alternerend/"]
    assert words(one).count("no action follows yet") == 2  # points 14 and 30


def test_a_new_school_is_told_how_to_begin(make_site: MakeSite) -> None:
    made = make_site(school(bare=True))
    assert "Nobody has answered in this cycle yet." in words(made["quality/"])
    assert "Nobody has looked at themselves yet." in words(made["quality/self-evaluations/"])
    assert "There are no actions yet." in words(made["quality/actions/"])
