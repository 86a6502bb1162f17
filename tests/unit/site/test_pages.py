"""What holds for every page of a site."""

import re
from dataclasses import replace
from itertools import pairwise
from posixpath import normpath

import pytest

from bekwaam.model.audience import Audience
from bekwaam.site.check import check_page
from bekwaam.site.page import Page
from bekwaam.views.lazily import Later, given
from bekwaam.views.parts import Link
from bekwaam.views.school import SchoolView
from bekwaam.views.words import Words
from tests import samples
from tests.conftest import Golden
from tests.unit.site.conftest import MakeSite
from tests.unit.site.markup import Markup

Site = dict[str, Page]

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"

GOLDEN_PAGES = {
    "learners": "learners/",
    "learner": f"learners/{samples.NOOR}/",
    "new-learner": f"learners/{samples.YUSUF}/",
    "evidence": f"learners/{samples.NOOR}/evidence/2026-05-14-forty-loaves/",
    "frameworks": "frameworks/",
    "framework": "frameworks/bakery/",
    "workplaces": "workplaces/",
    "workplace": samples.BAKERY_WORKPLACE,
}


def test_the_pages_of_the_interfaces_are_there(site: Site) -> None:
    assert {"learners/", f"learners/{samples.NOOR}/", "frameworks/", "frameworks/bakery/"} <= site.keys()
    assert {"workplaces/", samples.BAKERY_WORKPLACE} <= site.keys()
    assert any(uri.startswith(f"learners/{samples.NOOR}/evidence/") for uri in site)
    assert all(uri.endswith("/") and page.title and page.search for uri, page in site.items())


def test_no_id_stands_twice(site: Site) -> None:
    for uri, page in site.items():
        ids = Markup(page.body).ids
        assert len(ids) == len(set(ids)), uri


def test_headings_start_with_one_h1_and_skip_none(site: Site) -> None:
    for uri, page in site.items():
        headings = Markup(page.body).headings
        assert headings.count(1) == 1 and headings[0] == 1, uri
        for before, after in pairwise(headings):
            assert after <= before + 1, f"{uri}: h{before} and then h{after}"


def test_links_lead_somewhere(site: Site) -> None:
    documents = {f"learners/{key}/" for key in (samples.NOOR, samples.YUSUF, samples.HERON)}
    for uri, page in site.items():
        for link in Markup(page.body).links:
            if re.match(r"[a-z]+:", link):
                assert link.startswith(("https://", "mailto:", "tel:")), link
                continue
            path, _, fragment = link.partition("#")
            target = f"{normpath(uri + path)}/" if path else uri
            if target.startswith("media/"):
                assert target.removesuffix("/") in page.files, f"{uri} → {link}"
            elif target.endswith(".pdf/"):
                assert f"{target.rpartition('/')[0].rpartition('/')[0]}/" in documents, f"{uri} → {link}"
            elif uri.startswith("learners/") and target not in site:
                pytest.fail(f"{uri} → {link}")
            elif fragment:
                assert fragment in Markup(site[target].body).ids, f"{uri} → {link}"


def test_pictures_are_copied_and_described(site: Site) -> None:
    for uri, page in site.items():
        markup = Markup(page.body)
        for source in markup.media:
            assert normpath(uri + source) in page.files, f"{uri}: {source}"
        for tag, values in markup.elements:
            assert tag != "img" or {"alt", "width", "height"} <= values.keys(), uri
        assert all(path.is_file() for path in page.files.values())
        assert not any("loaves" in name for name in page.files), "a name that reveals the original's"


def test_pages_bring_no_scripts_and_no_styles(site: Site) -> None:
    for uri, page in site.items():
        for tag, values in Markup(page.body).elements:
            assert tag not in ("script", "style"), uri
            assert not any(name == "style" or name.startswith("on") for name in values), f"{uri}: {values}"


def test_every_control_has_a_name(site: Site) -> None:
    for page in site.values():
        markup = Markup(page.body)
        labelled = {values["for"] for tag, values in markup.elements if tag == "label"}
        for tag, values in markup.elements:
            if tag in ("input", "select"):
                assert values["id"] in labelled
            if tag == "svg":
                assert values.get("aria-hidden") == "true" or values.get("aria-label")


def test_other_languages_are_marked(team_site: Site) -> None:
    body = team_site[f"learners/{samples.NOOR}/"].body
    assert '<span lang="nl">zelfstandig</span>' in body
    assert 'alt="Noor lacht, met bloem op haar schort" lang="nl"' in body


def test_only_the_team_sees_the_part_for_the_team(make_site: MakeSite) -> None:
    for audience in Audience:
        body = make_site(samples.school_view(audience))[f"learners/{samples.NOOR}/"].body
        assert ("bk-team" in body) == (audience is Audience.TEAM)
        assert ("jan@degist.example" in body) == (audience is Audience.TEAM)


def test_hostile_words_stay_words(make_site: MakeSite) -> None:
    bodies = [page.body for page in make_site(_hostile_school()).values()]
    assert any("&lt;script&gt;alert(1)" in body for body in bodies)
    for body in bodies:
        markup = Markup(body)
        assert not [tag for tag, _ in markup.elements if tag == "script"]
        assert not [values for _, values in markup.elements if any(name.startswith("on") for name in values)]
        assert not [link for link in markup.links if link.startswith("javascript:")]


def _hostile_school() -> SchoolView:
    school = samples.school_view()
    bad = Words(HOSTILE, "en")
    noor = replace(
        samples.learner_view(),
        name=HOSTILE,
        initials=HOSTILE,
        cohort=HOSTILE,
        programme=replace(samples.learner_view().programme, title=bad),
        about=bad,
        programme_version=HOSTILE,
    )
    [framework] = given(school.frameworks) or ()
    first = replace(framework.competences[0], title=bad, alignments=((HOSTILE, bad, "javascript:alert(3)"),))
    return replace(
        school,
        name=bad,
        learners={**school.learners, samples.NOOR: noor},
        evidence={
            samples.NOOR: tuple(
                replace(one, learner_name=HOSTILE, card=replace(one.card, title=bad), description=bad)
                for one in samples.evidence_views()
            )
        },
        frameworks=Later(
            lambda: (
                replace(
                    framework,
                    source=Link(title=bad, uri="javascript:alert(4)"),
                    competences=(first, *framework.competences[1:]),
                ),
            )
        ),
        workplaces=Later(
            lambda: tuple(replace(one, name=bad, activities=(bad,)) for one in given(school.workplaces) or ())
        ),
    )


def test_an_empty_school_says_what_to_do(make_site: MakeSite) -> None:
    empty = replace(
        samples.school_view(),
        language="en",
        learners={},
        evidence={},
        frameworks=None,
        workplaces=None,
    )
    site = make_site(empty)
    assert site.keys() == {"learners/", "frameworks/", "workplaces/"}
    assert all("bk-empty" in page.body for page in site.values())


@pytest.mark.parametrize("name", GOLDEN_PAGES)
def test_pages_are_as_they_were(name: str, team_site: Site, golden: Golden) -> None:
    golden(f"site/{name}.html", _without_digests(team_site[GOLDEN_PAGES[name]].body))


def test_the_check_page_is_as_it_was(golden: Golden) -> None:
    golden("site/check.html", check_page(samples.stamp(), "en").body)


def _without_digests(body: str) -> str:
    """Names of pictures depend on how this machine's libwebp writes the samples."""
    return re.sub(r"\b[0-9a-f]{16}(?=[.-])", "0123456789abcdef", body)
