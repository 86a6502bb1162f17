"""A site that tells what the gate took out is never published."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bekwaam.mkdocs_plugin import ahead
from bekwaam.mkdocs_plugin.ahead import Ahead
from bekwaam.mkdocs_plugin.building import CannotBuild
from bekwaam.model.audience import Audience

Build = Callable[..., Path]


@pytest.fixture
def override(school: Path) -> Callable[[str], None]:
    """Puts words into every page, behind the gate's back."""

    def put(words: str) -> None:
        config = school / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        theme = "theme:\n  name: material\n  custom_dir: overrides"
        config.write_text(text.replace("theme: material", theme), encoding="utf-8")
        template = school / "overrides" / "partials" / "footer.html"
        template.parent.mkdir(parents=True)
        template.write_text(f"<p>{words}</p>", encoding="utf-8")

    return put


def test_a_leak_stops_the_build_and_keeps_the_old_site(
    build_school: Build, override: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    site = build_school(audience=Audience.PUBLIC)
    override("door Anna Peeters")
    with pytest.raises(CannotBuild) as stop:
        build_school(audience=Audience.PUBLIC)
    assert stop.value.of_the_records
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert "learners/index.html tells a name from learners/anna/learner.yml" in said
    assert "Peeters" not in said
    assert not any("Anna Peeters" in file.read_text(encoding="utf-8") for file in site.rglob("*.html"))


def test_every_page_with_a_leak_in_a_tag_is_named(
    build_school: Build, override: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    override("<i title='door Anna Peeters'></i>")
    with pytest.raises(CannotBuild):
        build_school(audience=Audience.PUBLIC)
    said = "\n".join(record.getMessage() for record in caplog.records)
    for page in ("learners/index.html", "frameworks/index.html", "404.html"):
        assert f"{page} tells a name from learners/anna/learner.yml" in said


@pytest.mark.parametrize("taken", [False, True])
def test_a_copy_works_out_what_to_look_for_and_is_gone_afterwards(
    school: Path, build_school: Build, monkeypatch: pytest.MonkeyPatch, *, taken: bool
) -> None:
    begun: list[Ahead[Any]] = []
    begin = Ahead.begin

    def noting(self: Ahead[Any]) -> None:
        begun.append(self)
        begin(self)

    monkeypatch.setattr(ahead, "processors", lambda: 2)
    monkeypatch.setattr(Ahead, "begin", noting)
    if taken:
        page = school / "docs" / "frameworks" / "bakery" / "index.md"
        page.parent.mkdir(parents=True)
        page.write_text("# Ours\n", encoding="utf-8")
        with pytest.raises(CannotBuild):
            build_school()
    else:
        (school / "docs" / "index.md").write_text("# Anna Peeters\n", encoding="utf-8")
        with pytest.raises(CannotBuild):
            build_school(audience=Audience.PUBLIC)
    assert begun
    assert not multiprocessing.active_children()


def test_what_the_audience_may_see_anyway_is_no_leak(
    build_school: Build, override: Callable[[str], None]
) -> None:
    override("door Anna Peeters")
    assert build_school().is_dir()


def test_a_page_of_the_docs_may_not_tell_a_name_either(school: Path, build_school: Build) -> None:
    (school / "docs" / "index.md").write_text("# Anna Peeters\n", encoding="utf-8")
    assert build_school().is_dir()
    with pytest.raises(CannotBuild):
        build_school(audience=Audience.PUBLIC)


def test_a_file_in_the_place_of_one_of_the_themes_is_looked_at(school: Path, build_school: Build) -> None:
    icon = school / "docs" / "assets" / "images" / "favicon.png"
    icon.parent.mkdir(parents=True)
    icon.write_bytes(b"no picture, but \0 Anna Peeters \0")
    assert build_school().is_dir()
    with pytest.raises(CannotBuild):
        build_school(audience=Audience.PUBLIC)
