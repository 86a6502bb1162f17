"""A build that goes on from earlier ones gives the same bytes as one from nothing."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bekwaam.mkdocs_plugin import dependencies, forking, leaks, shelf, written
from bekwaam.mkdocs_plugin.asked import Asked
from bekwaam.mkdocs_plugin.building import CannotBuild, build
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.options import Given
from bekwaam.model.audience import Audience
from bekwaam.rendering import environment
from bekwaam.site.pages import Share

_SETTINGS = """\
site_name: South School
site_url: https://south.example/
theme: {name: material, custom_dir: overrides}
plugins: [search, bekwaam: {as_of: 2026-06-30, pdf: false}]
"""
_ROUNDS = 6
_TEAM: dict[str, object] = {"audience": Audience.TEAM}


class Edits:
    """Changes a school at random, as people do; every change is one that can be undone by another."""

    def __init__(self, school: Path, seed: int) -> None:
        self.school = school
        self.chance = random.Random(seed)
        self.count = 0
        self.given = dict(_TEAM)

    def any_of(self, pattern: str) -> Path:
        return self.chance.choice(sorted((self.school / "portfolios").glob(pattern)))

    def title(self) -> None:
        self.replace("learners/*/evidence/*.yml", "title: ", f"title: Changed {self.count} # ")

    def name(self) -> None:
        self.replace("people/*.yml", "name: ", "name: Somebody else # ")

    def framework(self) -> None:
        self.replace("frameworks/*.yml", "version: ", f"version: '{self.count}' # ")

    def replace(self, pattern: str, old: str, new: str) -> None:
        file = self.any_of(pattern)
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def addition(self) -> None:
        file = self.any_of("learners/*/evidence/*.yml")
        shutil.copyfile(file, file.with_name(f"{file.name[:10]}-added-{self.count}.yml"))

    def deletion(self) -> None:
        added = sorted(self.school.glob("portfolios/learners/*/evidence/*-added-*.yml"))
        if added:
            self.chance.choice(added).unlink()

    def rename(self) -> None:
        learner = self.any_of("learners/copy-*") if self.count % 2 else self.any_of("learners/*")
        if learner.name.startswith("copy-"):
            learner.rename(learner.with_name(f"copy-{self.count}"))

    def override(self) -> None:
        (self.school / "overrides" / "partials" / "copyright.html").write_text(
            f"<p>{self.chance.randint(0, 2)}</p>", encoding="utf-8"
        )

    def configuration(self) -> None:
        config = self.school / "mkdocs.yml"
        config.write_text(
            _SETTINGS.replace("South School", self.chance.choice(["South School", "North School"])),
            encoding="utf-8",
        )

    def audience(self) -> None:
        self.given["audience"] = self.chance.choice([Audience.TEAM, Audience.PUBLIC, Audience.HANDOVER])

    def one_learner(self) -> None:
        self.given["learners"] = self.chance.choice([(), ("noor",)])

    def commit(self, email: str = "greet@south.example") -> None:
        """What is there comes into the history."""
        settings = ("-c", "user.name=Somebody", "-c", f"user.email={email}")
        for one in (("init", "--quiet"), ("add", "portfolios"), (*settings, "commit", "-qm", "work")):
            subprocess.run(["git", "-C", self.school, *one], check=False, capture_output=True)

    def vandalism(self) -> None:
        """Somebody writes into the published site, which shares files with what is kept."""
        pages = sorted((self.school / "site").rglob("index.html"))
        page = self.chance.choice(pages)
        with page.open("a", encoding="utf-8") as file:
            file.write("<!-- changed -->")
        (page.parent / "stray.html").write_text("stray", encoding="utf-8")

    def damage(self) -> None:
        """The cache is damaged: files cut short, changed and gone."""
        kept = sorted(file for file in (self.school / ".cache").rglob("*") if file.is_file())
        for file in self.chance.sample(kept, min(6, len(kept))):
            if self.chance.random() < 0.5:
                file.unlink()
            else:
                file.write_bytes(file.read_bytes()[: self.chance.randint(0, 200)])


@pytest.fixture
def school(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "school"
    shutil.copytree(repository / "tests/cases/valid/every-field/portfolios", folder / "portfolios")
    first = min((folder / "portfolios/learners").iterdir())
    shutil.copytree(first, first.with_name("copy-0"))
    (folder / "overrides" / "partials").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Welcome\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def tree(site: Path) -> dict[str, bytes]:
    return {one.relative_to(site).as_posix(): one.read_bytes() for one in site.rglob("*") if one.is_file()}


def made(school: Path, given: dict[str, object]) -> dict[str, bytes]:
    asked = Asked(given=Given(**given), keep_going=True)  # type: ignore[arg-type]
    return tree(build(asked, school / "mkdocs.yml", None, strict=False, quiet=True))


def made_from_nothing(school: Path, given: dict[str, object]) -> dict[str, bytes]:
    clean = school.with_name("clean")
    shutil.rmtree(clean, ignore_errors=True)
    shutil.copytree(school, clean, ignore=shutil.ignore_patterns("site", ".cache"))
    # Pictures are kept by their content; making them takes longer than all the rest.
    if (school / ".cache/bekwaam/pictures").is_dir():
        shutil.copytree(school / ".cache/bekwaam/pictures", clean / ".cache/bekwaam/pictures")
    return made(clean, given)


def test_random_edits(school: Path) -> None:
    edits = Edits(school, seed=2)
    kinds = [
        edits.title, edits.title, edits.name, edits.framework, edits.addition, edits.addition, edits.deletion,
        edits.rename, edits.override, edits.configuration, edits.audience, edits.one_learner,
        edits.vandalism, edits.damage, edits.commit,
    ]  # fmt: skip
    for edits.count in range(1, _ROUNDS + 1):
        done = [edits.chance.choice(kinds) for _ in range(edits.chance.randint(1, 3))]
        for one in done:
            one()
        found = made(school, edits.given)
        wanted = made_from_nothing(school, edits.given)
        assert found == wanted, (edits.count, [one.__name__ for one in done])


def test_what_git_knows_comes_into_pages_and_what_people_add_to_it(school: Path) -> None:
    """Records that stay as they are tell something else once somebody commits, renames or breaks a seal."""
    edits = Edits(school, 4)
    learner = school / "portfolios" / "learners" / "noor"
    told = [made(school, _TEAM)]

    def commit() -> None:
        edits.commit("jan@other.example")

    def address() -> None:
        edits.replace("people/jan.yml", "emails: [", "emails: [jan@other.example, ")

    def rename() -> None:
        edits.replace("people/jan.yml", "name: ", "name: Somebody else # ")

    def photo() -> None:
        shutil.copyfile(learner / "media" / "noor.png", learner / "media" / "lift.png")

    def mention() -> None:
        edits.replace("learners/copy-0/learner.yml", "name: ", "name: Another learner # ")

    for change in (commit, address, commit, rename, photo, mention):
        change()
        told.append(made(school, _TEAM))
        assert told[-1] == made_from_nothing(school, _TEAM), change.__name__
    changes = sum(one != other for one, other in pairwise(told))
    assert changes >= 4, "what is changed here is seen"


def test_another_version_or_template_makes_everything_anew(
    school: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = made(school, _TEAM)
    templates = tmp_path / "templates"
    shutil.copytree(environment.TEMPLATES, templates)
    page = templates / "site" / "evidence.html"
    page.write_text(page.read_text(encoding="utf-8") + "<p>another version</p>", encoding="utf-8")
    original = environment.make.__wrapped__
    monkeypatch.setattr("bekwaam.site.press.make", lambda language: original(language, templates))
    monkeypatch.setattr(dependencies, "program", lambda: b"another version")
    after = made(school, _TEAM)
    assert after == made_from_nothing(school, _TEAM)
    evidence = [name for name in before if "/evidence/" in name and name.endswith("index.html")]
    assert evidence
    assert all(b"another version" in after[name] for name in evidence)


def test_what_did_not_change_is_not_made_again(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(school, _TEAM)
    shared: list[str] = []
    share = Content.share

    def noting(content: Content, key: str) -> object:
        shared.append(key)
        return share(content, key)

    monkeypatch.setattr(Content, "share", noting)
    for _ in range(2):
        shared.clear()
        made(school, _TEAM)
        assert len(shared) == 1, "one is the sample whose frames are compared"
    shutil.rmtree(school / "site")
    shared.clear()
    made(school, _TEAM)
    assert len(shared) == 1
    copied = school.with_name("elsewhere")
    shutil.copytree(school, copied)
    shared.clear()
    made(copied, _TEAM)
    assert len(shared) == 1, "a cache that was copied has other times and numbers of files, and is as good"


def test_what_nobody_touched_is_known_by_its_marks(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    is_as_noted = shelf._is_as_noted

    def noting(folder: Path, files: dict[str, list[object]]) -> bool:
        looked.append(folder.name)
        return is_as_noted(folder, files)

    monkeypatch.setattr(shelf, "_is_as_noted", noting)
    first = made(school, _TEAM)
    for _ in range(3):  # the two sets of folders take turns
        assert made(school, _TEAM) == first
        assert looked == []
    stray = next((school / "site/learners").glob("*/evidence/*/index.html")).with_name("stray.html")
    stray.write_text("stray", encoding="utf-8")
    for _ in range(2):
        assert made(school, _TEAM) == first
    assert looked, "a name that was not there before shows in the marks of its folder"


def test_what_others_put_beside_kept_pages_goes_when_they_take_it_away(school: Path) -> None:
    extra = school / "docs/learners/noor/extra.txt"
    extra.parent.mkdir(parents=True)
    extra.write_text("extra", encoding="utf-8")
    for _ in range(2):
        assert "learners/noor/extra.txt" in made(school, _TEAM)
    shutil.rmtree(school / "docs/learners")
    for _ in range(2):
        assert made(school, _TEAM) == made_from_nothing(school, _TEAM)


def test_kept_pages_are_read_back_where_something_else_is_sought(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    look = leaks._look

    def noting(site: Path, *rest: Any) -> object:
        read.append(rest[-1])
        return look(site, *rest)

    monkeypatch.setattr(leaks, "_look", noting)

    def of_learners() -> set[str]:
        read.clear()
        made(school, _TEAM)
        return {path.split("/")[1] for path in read if path.count("/") > 1 and path.startswith("learners/")}

    evidence = next((school / "portfolios/learners/copy-0/evidence").glob("*.yml"))
    text = re.sub(r"(?m)^visibility:.*\n", "", evidence.read_text(encoding="utf-8"))
    evidence.write_text(f"{text}visibility: private\n", encoding="utf-8")
    assert of_learners() == {"noor", "copy-0"}
    kept = of_learners()
    assert len(kept) == 1, "only the sample, which is made anew"
    extra = school / "docs/learners" / ({"noor", "copy-0"} - kept).pop() / "extra.txt"
    extra.parent.mkdir(parents=True)
    extra.write_text("extra", encoding="utf-8")
    assert of_learners() == {"noor", "copy-0"}, "what others put beside kept pages is read"
    shutil.rmtree(school / "docs/learners")
    assert of_learners() == kept
    evidence.write_text(
        f"{text}visibility: private\n".replace("title: ", "title: Zebrafinken "), encoding="utf-8"
    )
    assert of_learners() == {"noor", "copy-0"}


@pytest.mark.parametrize("change", ["context", "program", "unshown"])
def test_a_leak_in_kept_pages_stops_a_build_that_looks_for_it(
    school: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """A page that tells what its learner's records do not, as a mistake in the program would make it."""
    told = "zebrafinken zingen"
    share = Content.share

    def telling(self: Content, key: str, **rest: Any) -> Share:
        made = share(self, key, **rest)
        first, *others = made.pages
        return replace(made, pages=(replace(first, body=f"{first.body}<i title='{told}'></i>"), *others))

    evidence = next((school / "portfolios/learners/copy-0/evidence").glob("*.yml"))
    text = re.sub(r"(?m)^(visibility|title):.*\n", "", evidence.read_text(encoding="utf-8"))
    secret = f"title: {told}\nvisibility: private\n{text}"
    index = school / "docs/index.md"
    look = written.texts
    if change == "context":  # both words stand in the docs, so that together they say nothing
        index.write_text("# Welcome\n\nZebrafinken\n\nDie zingen\n", encoding="utf-8")
        evidence.write_text(secret, encoding="utf-8")
    elif change == "program":  # an older one that could not read tags
        monkeypatch.setattr(leaks, "texts", lambda *given: list(look(*given))[:1])
        evidence.write_text(secret, encoding="utf-8")
    else:
        evidence.write_text(secret.replace("visibility: private\n", ""), encoding="utf-8")
    monkeypatch.setattr(Content, "share", telling)
    made(school, _TEAM)
    monkeypatch.setattr(Content, "share", share)
    index.write_text("# Welcome\n", encoding="utf-8")
    if change == "program":
        monkeypatch.setattr(leaks, "texts", look)
        monkeypatch.setattr(leaks, "program", lambda: b"another")
    else:
        evidence.write_text(secret, encoding="utf-8")
    with pytest.raises(CannotBuild):
        made(school, _TEAM)


def test_what_was_read_back_is_not_read_again(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    texts = written.texts

    def noting(content: bytes, name: str, seen: set[str] | None) -> Iterator[str]:
        read.append(name)
        return texts(content, name, seen)

    monkeypatch.setattr(leaks, "texts", noting)
    monkeypatch.setattr(forking, "processors", lambda: 1)
    evidence = next((school / "portfolios/learners/copy-0/evidence").glob("*.yml"))
    secret = "zebrafinken en kanaries zingen elke ochtend vroeg in de volière"
    text = re.sub(r"(?m)^visibility:.*\n", "", evidence.read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^title:.*", f"title: {secret}", text)
    evidence.write_text(f"{text}visibility: private\n", encoding="utf-8")
    made(school, _TEAM)
    assert any(name.endswith(".webp") for name in read)
    read.clear()
    made(school, _TEAM)
    assert read == []
    index = school / "docs/index.md"
    index.write_text("# Vinken\n", encoding="utf-8")
    made(school, _TEAM)
    assert "index.html" in read
    assert not any(name.endswith(".webp") for name in read)
    read.clear()
    # A build that tells a secret is not published, so nothing of it counts as read.
    index.write_text(f"# {secret}\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(CannotBuild):
            made(school, _TEAM)
        assert "index.html" in read
        read.clear()


def test_builds_for_others_share_nothing(school: Path) -> None:
    team = made(school, _TEAM)
    public = made(school, {"audience": Audience.PUBLIC})
    assert public == made_from_nothing(school, {"audience": Audience.PUBLIC})
    assert team == made(school, _TEAM)


@pytest.mark.parametrize("learners", [(), ("noor", "copy-0")])
def test_what_is_kept_does_not_grow(school: Path, learners: tuple[str, ...]) -> None:
    edits = Edits(school, 3)
    sizes = []
    for edits.count in range(3):
        edits.title()
        made(school, {**_TEAM, "learners": learners})
        sizes.append(len(list((school / ".cache/bekwaam/site").glob("*/*"))))
    assert len(set(sizes)) == 1
