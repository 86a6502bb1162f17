"""Views of whole schools: the example, for each audience, and the emptiest one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.model.audience import Audience
from bekwaam.model.status import Status
from bekwaam.status import compute
from bekwaam.views.build import build
from bekwaam.views.lazily import given
from bekwaam.views.learner import DocumentKind, TimelineKind
from bekwaam.views.school import SchoolView
from bekwaam.views.stamps import make_stamp
from tests.unit.status.builders import Case

DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def loaded() -> project.Loaded:
    return project.load(Path(__file__).parents[3] / "portfolios", DAY)


def view(loaded: project.Loaded, audience: Audience, language: str = "nl") -> SchoolView:
    return build(restrict(loaded.project, loaded.statuses, audience, DAY), language)


def test_a_learner_with_no_evidence_has_a_page_without_any() -> None:
    case = Case()
    records = case.project
    statuses = {key: compute(records, folder, DAY)[0] for key, folder in records.learners.items()}
    school = build(restrict(records, statuses, Audience.TEAM, DAY))
    assert school.evidence == {"anna": ()}
    assert school.learners["anna"].evidence == ()
    assert school.learners["anna"].competences[0].status is Status.NOT_STARTED


def test_the_team_sees_everyone(loaded: project.Loaded) -> None:
    school = view(loaded, Audience.TEAM)
    assert len(school.learners) == len(loaded.project.learners)
    assert all(one.uri for one in school.learners.values())


def test_in_public_only_who_consented_and_under_the_name_they_chose(loaded: project.Loaded) -> None:
    school = view(loaded, Audience.PUBLIC)
    assert set(school.learners) == {
        "anna-peeters",
        "femke-de-bruyn",
        "sam-okafor",
        "yusuf-haddad",
        "zonnebloem",
    }
    assert "Daryna" not in repr(school)
    assert "Shevchenko" not in repr(school)


def test_titles_say_their_language_where_one_stands_in_for_another(loaded: project.Loaded) -> None:
    school = view(loaded, Audience.TEAM, "en")
    languages = {card.title.language for card in school.learners["anna-peeters"].evidence}
    assert "nl" in languages
    assert (given(school.frameworks) or ())[0].title.language == "en"


def test_the_ladder_shows_who_said_what(loaded: project.Loaded) -> None:
    anna = view(loaded, Audience.TEAM).learners["anna-peeters"]
    finishing = next(one for one in anna.competences if one.reference == "bakery/finishing")
    assert finishing.status is Status.TO_DISCUSS
    ladder = finishing.ladder
    assert None not in (ladder.learner, ladder.mentor, ladder.coach, ladder.target)
    assert ladder.mentor != ladder.coach


def test_the_timeline_runs_from_new_to_old_and_only_plans_lie_ahead(loaded: project.Loaded) -> None:
    for learner in view(loaded, Audience.TEAM).learners.values():
        dates = [item.date for item in learner.timeline]
        assert dates == sorted(dates, reverse=True)
        assert all(item.planned for item in learner.timeline if item.date > DAY)


def test_contacts_and_feedback_stay_with_the_team(loaded: project.Loaded) -> None:
    inside = {TimelineKind.CONTACT, TimelineKind.FEEDBACK, TimelineKind.SELF_ASSESSMENT}
    for audience in (Audience.HANDOVER, Audience.PUBLIC):
        for learner in view(loaded, audience).learners.values():
            assert inside.isdisjoint(item.kind for item in learner.timeline)
            assert learner.contacts == ()
            assert learner.feedback == ()
            assert learner.plan is None


def test_the_team_prints_the_plan_and_a_form_to_assess_with(loaded: project.Loaded) -> None:
    on_paper = {DocumentKind.PLAN, DocumentKind.ASSESSMENT_FORM}
    anna = view(loaded, Audience.TEAM).learners["anna-peeters"]
    assert {(one.kind, one.language) for one in anna.documents if one.kind in on_paper} == {
        (kind, "nl") for kind in on_paper
    }
    for audience in (Audience.HANDOVER, Audience.PUBLIC):
        for learner in view(loaded, audience).learners.values():
            assert on_paper.isdisjoint(one.kind for one in learner.documents)


def test_links_to_pages_lead_to_pages(loaded: project.Loaded) -> None:
    for audience in Audience:
        school = view(loaded, audience)
        pages = {page.uri for pages in school.evidence.values() for page in pages}
        pages |= {one.uri for one in given(school.workplaces) or ()} | {
            one.uri for one in given(school.frameworks) or ()
        }
        pages |= {one.uri for one in school.learners.values() if one.uri}
        links = [
            link
            for framework in given(school.frameworks) or ()
            for competence in framework.competences
            for link in (*competence.workplaces, *competence.evidence)
        ]
        links += [link for one in given(school.workplaces) or () for link in one.learners]
        links += [card.learner for one in school.learners.values() for card in one.evidence]
        assert all((link.uri or "").partition("#")[0] in pages for link in links)


def test_a_stamp_changes_with_the_data_behind_it_and_with_nothing_else(loaded: project.Loaded) -> None:
    gated = restrict(loaded.project, loaded.statuses, Audience.HANDOVER, DAY)
    one = make_stamp(gated, "anna-peeters", DocumentKind.DESCRIPTION)
    assert one == make_stamp(gated, "anna-peeters", DocumentKind.DESCRIPTION)
    assert one.number.startswith("2026-")
    others = {
        make_stamp(gated, key, kind).number
        for key in gated.shown
        for kind in (DocumentKind.DESCRIPTION, DocumentKind.PORTFOLIO)
    }
    assert len(others) == 2 * len(gated.shown)
