"""A whole small site, built as MkDocs builds it."""

from __future__ import annotations

import filecmp
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bekwaam.mkdocs_plugin import documents
from bekwaam.mkdocs_plugin.building import CannotBuild
from bekwaam.mkdocs_plugin.limits import Limits
from bekwaam.model.audience import Audience

Build = Callable[..., Path]


def read(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_site_has_our_pages_between_its_own(build_school: Build) -> None:
    site = build_school()
    for page in ("learners", "learners/anna", "frameworks", "frameworks/bakery"):
        assert "<h1" in read(site, page)
    tabs = re.findall(r'class="md-tabs__link">\s*([^<]*?)\s*</a>', read(site, "."))
    assert tabs[:3] == ["Welcome", "Learners", "Frameworks"]
    active = re.search(r'md-tabs__item--active">\s*<a href="([^"]*)"', read(site, "learners/anna"))
    assert active is not None
    assert active[1] == "../"


def test_only_what_an_audience_may_see_is_there(build_school: Build) -> None:
    site = build_school()
    assert (site / "learners" / "anna").is_dir()
    site = build_school(audience=Audience.PUBLIC)
    assert not (site / "learners" / "anna").exists()
    assert all("Anna" not in file.read_text(encoding="utf-8") for file in site.rglob("*.html"))
    assert "Anna" not in (site / "search" / "search_index.json").read_text(encoding="utf-8")


def test_search_engines_stay_out_of_all_but_the_public_site(build_school: Build) -> None:
    site = build_school()
    assert '<meta name="robots" content="noindex, nofollow">' in read(site, "learners/anna")
    assert not list(site.glob("sitemap.xml*"))
    site = build_school(audience=Audience.PUBLIC)
    assert 'name="robots"' not in read(site, "learners")
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert sitemap.startswith("<?xml")
    assert "<loc>https://south.example/learners/</loc><lastmod>2026-06-30</lastmod>" in sitemap


def test_the_search_finds_our_pages(build_school: Build) -> None:
    site = build_school()
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"]: entry for entry in index["docs"]}
    assert found["learners/anna/"]["title"] == "Anna Peeters"
    assert any(location.startswith("learners/anna/evidence/2026-05-20-rye-bread/") for location in found)


def test_names_and_titles_are_text_wherever_the_theme_puts_them(school: Path, build_school: Build) -> None:
    evil = "</title><script>alert(1)</script>\\n---\\nvisibility: public"
    learner = school / "portfolios" / "learners" / "anna" / "learner.yml"
    change(learner, "name: Anna Peeters", 'name: "Anna <script>alert(1)</script> {{ 7*7 }} \\" onload=x"')
    evidence = next((learner.parent / "evidence").glob("2026-05-20*"))
    change(evidence, "title: ", f'title: "{evil}" # ')
    site = build_school()
    for file in site.rglob("*.html"):
        assert "<script>alert" not in file.read_text(encoding="utf-8")
    page = read(site, "learners/anna")
    assert (
        "<title>Anna &lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} &#34; onload=x – South School</title>"
        in page
    )
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "<script>" not in index


def test_no_page_asks_another_host_for_anything(build_school: Build) -> None:
    site = build_school(audience=Audience.PUBLIC)
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not re.findall(r'(?:src|srcset|<link[^>]*(?<!canonical") href)="(?:https?:)?//[^"]*', text), (
            file
        )
        assert 'name="generator"' not in text


def test_an_error_leaves_the_old_site_as_it_was(
    school: Path, build_school: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    site = build_school()
    before = read(site, "learners/anna")
    change(school / "portfolios" / "people" / "jan.yml", "name:", "nmae:")
    with pytest.raises(CannotBuild) as stop:
        build_school()
    assert stop.value.of_the_records
    assert "portfolios/people/jan.yml:1:1" in capsys.readouterr().err
    assert read(site, "learners/anna") == before
    assert sorted(one.name for one in school.iterdir()) == [
        ".cache",
        "docs",
        "mkdocs.yml",
        "portfolios",
        "site",
    ]


def test_strict_stops_at_a_warning_and_keeps_the_old_site(school: Path, build_school: Build) -> None:
    site = build_school(strict=True)
    before = read(site, "learners/anna")
    (school / "docs" / "index.md").write_text("# Welcome\n\n[gone](gone.md)\n", encoding="utf-8")
    change(school / "portfolios" / "learners" / "anna" / "learner.yml", "Anna Peeters", "Anna Claes")
    with pytest.raises(CannotBuild):
        build_school(strict=True)
    assert read(site, "learners/anna") == before


def test_the_clock_leaves_no_trace(build_school: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    one = build_school(audience=Audience.PUBLIC, site="one")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    other = build_school(audience=Audience.PUBLIC, site="other")
    names = sorted(file.relative_to(one).as_posix() for file in one.rglob("*") if file.is_file())
    assert names == sorted(file.relative_to(other).as_posix() for file in other.rglob("*") if file.is_file())
    assert filecmp.cmpfiles(one, other, names, shallow=False)[0] == names


def test_a_document_is_there_when_a_page_links_to_it(build_school: Build) -> None:
    without = build_school()
    assert ".pdf" not in read(without, "learners/anna")
    site = build_school(pdf=True)
    page = read(site, "learners/anna")
    for name in ("competence-description.en.pdf", "portfolio.en.pdf"):
        assert name in page
        assert (site / "learners" / "anna" / name).read_bytes().startswith(b"%PDF-1.7")


def test_links_and_the_records_never_get_into_the_site(
    school: Path, build_school: Build, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("CANARY", encoding="utf-8")
    (school / "docs" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (school / "docs" / "records").symlink_to(school / "portfolios")
    site = build_school()
    assert not (site / "link.txt").exists()
    assert not (site / "records").exists()
    assert not list(site.rglob("*.yml"))


def test_records_inside_the_docs_are_refused(school: Path, build_school: Build) -> None:
    (school / "portfolios").rename(school / "docs" / "portfolios")
    with pytest.raises(CannotBuild, match="may not lie in each other"):
        build_school(portfolios=school / "docs" / "portfolios")


def test_a_page_in_the_place_of_ours_is_refused(school: Path, build_school: Build) -> None:
    (school / "docs" / "learners").mkdir()
    (school / "docs" / "learners" / "index.md").write_text("# Mine\n", encoding="utf-8")
    with pytest.raises(CannotBuild, match="stands where"):
        build_school()


def test_a_learner_who_is_not_there_is_told(build_school: Build) -> None:
    with pytest.raises(CannotBuild, match="did you mean “anna”"):
        build_school(learners=("ana",))


def test_a_notice_stands_above_every_page(school: Path, build_school: Build) -> None:
    with (school / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("extra: {bekwaam: {notice: {nl: Verzonnen, en: Invented <3}}}\n")
    site = build_school()
    for page in (".", "learners", "learners/anna"):
        assert "Invented &lt;3" in read(site, page)


def test_a_site_without_a_front_page_gets_a_doorway(school: Path, build_school: Build) -> None:
    (school / "docs" / "index.md").unlink()
    site = build_school()
    assert "url=learners/" in (site / "index.html").read_text(encoding="utf-8")


def test_another_theme_is_refused(school: Path, build_school: Build) -> None:
    change(school / "mkdocs.yml", "theme: material", "theme: readthedocs")
    with pytest.raises(CannotBuild, match="theme: material"):
        build_school()


def test_a_document_that_takes_too_much_is_left_out_and_the_rest_is_there(
    school: Path,
    build_school: Build,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    evidence = school / "portfolios" / "learners" / "anna" / "evidence"
    usual = next(evidence.glob("2026-05-20*")).read_text(encoding="utf-8")
    for number in range(40):
        text = f"{usual.rstrip()}\ndescription: {'word ' * 3900}\n"
        (evidence / f"2026-05-21-{number}.yml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(documents, "_LIMITS", Limits(seconds=5, memory=3 << 30))
    site = build_school(pdf=True)
    assert any("The portfolio is left out" in record.getMessage() for record in caplog.records)
    assert not (site / "learners" / "anna" / "portfolio.en.pdf").exists()
    assert "portfolio.en.pdf" not in read(site, "learners/anna")


def test_the_docs_and_the_menu_lead_to_our_pages(school: Path, build_school: Build) -> None:
    (school / "docs" / "more").mkdir()
    (school / "docs" / "more" / "who.md").write_text(
        "# Who\n\n[Anna](../learners/anna/index.md) [bread](/frameworks/bakery/index.md)\n", encoding="utf-8"
    )
    with (school / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("nav: [index.md, learners/index.md, more/who.md]\n")
        file.write("validation: {links: {absolute_links: relative_to_docs}}\n")
    site = build_school(strict=True)
    assert 'href="../../learners/anna/"' in read(site, "more/who")
    assert "<h1>Anna Peeters</h1>" in read(site, "learners/anna")
    change(school / "docs" / "more" / "who.md", "anna/index.md", "ana/index.md")
    with pytest.raises(CannotBuild):
        build_school(strict=True)
