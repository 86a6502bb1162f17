"""Which files are records, which are media, and which are refused."""

from __future__ import annotations

import os
import random
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from bekwaam.diagnostics import Diagnostic
from bekwaam.model.kinds import Kind
from bekwaam.model.project import MediaFile
from bekwaam.source import marks
from bekwaam.source.discovery import SourceFile, Tree, Walked, discover


def make(root: Path, *paths: str) -> Path:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x")
    return root


def findings(root: Path) -> list[tuple[str, str]]:
    found = discover(root)[1]
    assert all(finding.hint is not None for finding in found)
    return [(finding.code, finding.path) for finding in found]


def test_records_and_media(tmp_path: Path) -> None:
    make(
        tmp_path,
        "school.yml",
        "media/logo.svg",
        "logo.png",
        "README.md",
        "people/jan.yaml",
        "people/notes.txt",
        "learners/anna/learner.yml",
        "learners/anna/README.md",
        "learners/anna/.git",
        "learners/anna/.github/workflow.yml",
        "learners/anna/evidence/2026-03-05-deeg.yml",
        "learners/anna/evidence/2026-03-05-deeg.jpg",
        "learners/anna/media/a/b.webp",
        "learners/loose.txt",
        "quality/contacts/2026-01-01-call.yml",
        ".cache/x.yml",
    )
    tree, found = discover(tmp_path)
    assert found == ()
    assert tree.records == (
        SourceFile(path="learners/anna/evidence/2026-03-05-deeg.yml", kind=Kind.EVIDENCE,
                   id="2026-03-05-deeg", learner="anna"),
        SourceFile(path="learners/anna/learner.yml", kind=Kind.LEARNER, id="anna", learner="anna"),
        SourceFile(path="people/jan.yaml", kind=Kind.PERSON, id="jan"),
        SourceFile(path="quality/contacts/2026-01-01-call.yml", kind=Kind.CONTACT, id="2026-01-01-call"),
        SourceFile(path="school.yml", kind=Kind.SCHOOL, id="school"),
    )  # fmt: skip
    assert dict(tree.media) == {
        path: MediaFile(path=path, size=1)
        for path in [
            "learners/anna/evidence/2026-03-05-deeg.jpg",
            "learners/loose.txt",
            "people/notes.txt",
            "logo.png",
            "learners/anna/media/a/b.webp",
            "media/logo.svg",
        ]
    }


def test_an_empty_folder_is_empty(tmp_path: Path) -> None:
    tree, found = discover(tmp_path)
    assert (tree.records, dict(tree.media), found) == ((), {}, ())


def test_no_folder(tmp_path: Path) -> None:
    make(tmp_path, "file")
    for name, words in [("absent", "does not exist"), ("file", "not a folder"), ("a\0b", "cannot be read")]:
        tree, (finding,) = discover(tmp_path / name)
        assert tree.records == ()
        assert (finding.code, finding.path) == ("E117", ".")
        assert words in finding.message.render()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir(mode=0)
    assert findings(make(tmp_path, "school.yml")) == [("E117", "people")]


def test_yaml_elsewhere_names_the_nearest_place(tmp_path: Path) -> None:
    make(tmp_path, "learners/anna/evidences/x.yml", "learners/anna/media/x.yaml", "x.YML")
    found = discover(tmp_path)[1]
    assert [(finding.code, finding.path) for finding in found] == [
        ("E113", "learners/anna/evidences/x.yml"),
        ("E113", "learners/anna/media/x.yaml"),
        ("E113", "x.YML"),
    ]
    assert found[0].hint is not None
    assert "`learners/<learner>/evidence/<id>.yml`" in found[0].hint.render()


def test_bad_names(tmp_path: Path) -> None:
    make(
        tmp_path,
        "people/jan de smet.yml",
        "people/josé.yml",
        "people/-x.yml",
        "people/jan.YML",
        "people/new\nline.yml",
        "people/\u202egpj.yml",
        "learners/anna b/learner.yml",
        "learners/anna/media/tab\there.jpg",
        "learners/anna/media/a b (1) & <c>.jpg",
    )
    (tmp_path / os.fsdecode(b"people/caf\xe9.yml")).write_text("x")
    tree, _ = discover(tmp_path)
    assert tree.records == ()
    assert list(tree.media) == ["learners/anna/media/a b (1) & <c>.jpg"]
    assert findings(tmp_path) == [
        ("E114", "learners/anna b"),
        ("E114", "learners/anna/media/tab\\u0009here.jpg"),
        ("E114", "people/-x.yml"),
        ("E114", "people/\\u202egpj.yml"),
        ("E114", "people/caf\\udce9.yml"),
        ("E114", "people/jan de smet.yml"),
        ("E114", "people/jan.YML"),
        ("E114", "people/josé.yml"),
        ("E114", "people/new\\u000aline.yml"),
    ]


def test_the_same_id_twice(tmp_path: Path) -> None:
    make(
        tmp_path,
        "school.yaml",
        "school.yml",
        "people/jan.yaml",
        "people/jan.yml",
        "people/An.yml",
        "people/an.yml",
        "learners/Bo/learner.yml",
        "learners/bo/learner.yml",
        "learners/cy/evidence/bo.yml",
        "learners/cy/plans/bo.yml",
    )
    assert findings(tmp_path) == [
        ("E115", "learners/bo"),
        ("E115", "people/an.yml"),
        ("E115", "people/jan.yml"),
        ("E115", "school.yml"),
    ]
    messages = [finding.message.render() for finding in discover(tmp_path)[1]]
    assert "`Bo` only in capitals" in messages[0]
    assert "`An` only in capitals" in messages[1]
    assert "as `.yaml` and as `.yml`" in messages[2]
    assert [record.path for record in discover(tmp_path)[0].records] == [
        "learners/Bo/learner.yml",
        "learners/cy/evidence/bo.yml",
        "learners/cy/plans/bo.yml",
        "people/An.yml",
        "people/jan.yaml",
        "school.yaml",
    ]


def test_links_and_pipes_are_refused(tmp_path: Path) -> None:
    root = make(tmp_path / "portfolios", "people/jan.yml", "learners/anna/learner.yml")
    outside = make(tmp_path / "outside", "secret.yml", "evidence/x.yml")
    (root / "people/link.yml").symlink_to(outside / "secret.yml")
    (root / "people/dangling.yml").symlink_to("/nonexistent")
    (root / "learners/linked").symlink_to(outside)
    (root / "learners/anna/evidence").symlink_to(outside / "evidence")
    (root / "learners/anna/loop").symlink_to(".")
    (root / "learners/anna/.hidden").symlink_to("/etc")
    os.mkfifo(root / "learners/anna/pipe.jpg")
    os.mkfifo(root / "people/pipe.yml")
    tree, _ = discover(root)
    assert findings(root) == [
        ("E116", "learners/anna/evidence"),
        ("E116", "learners/anna/loop"),
        ("E116", "learners/anna/pipe.jpg"),
        ("E116", "learners/linked"),
        ("E116", "people/dangling.yml"),
        ("E116", "people/link.yml"),
        ("E116", "people/pipe.yml"),
    ]
    assert [record.path for record in tree.records] == ["learners/anna/learner.yml", "people/jan.yml"]
    assert not tree.media


def test_accents_are_found_in_either_form(tmp_path: Path) -> None:
    make(tmp_path, "learners/anna/media/cafe\u0301.jpg")
    tree, found = discover(tmp_path)
    assert found == ()
    for path in ["learners/anna/media/caf\u00e9.jpg", "learners/anna/media/cafe\u0301.jpg"]:
        media = tree.find_media(path)
        assert media is not None
        assert media.path == "learners/anna/media/cafe\u0301.jpg"
    assert tree.find_media("learners/anna/media/absent.jpg") is None


def test_two_names_that_look_the_same(tmp_path: Path) -> None:
    make(tmp_path, "media/caf\u00e9.jpg", "media/cafe\u0301.jpg")
    assert [code for code, _ in findings(tmp_path)] == ["E114"]


def test_deep_folders_are_no_trouble(tmp_path: Path) -> None:
    folder = tmp_path / "learners" / "anna" / "/".join("d" * 500)
    folder.mkdir(parents=True)
    (folder / "a.jpg").touch()
    assert len(discover(tmp_path)[0].media) == 1


FOLDERS = ("evidence", "assessments", "contacts", "strange")
NAMES = ("2026-01-05-bread.yml", "2026-01-05-Bread.yml", "two words.yml", "3.YAML", "photo.jpg", "readme.md")


@pytest.fixture
def school(tmp_path: Path) -> Path:
    for learner in ("anna", "bram", "cato"):
        for folder in FOLDERS:
            (tmp_path / "learners" / learner / folder).mkdir(parents=True)
        (tmp_path / "learners" / learner / "learner.yml").touch()
        (tmp_path / "learners" / learner / "evidence" / "2026-01-05-bread.yml").touch()
    (tmp_path / "school.yml").touch()
    return tmp_path


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that were looked into."""
    seen: list[str] = []
    scandir = os.scandir

    def noting(path: Any) -> Any:
        seen.append(os.fspath(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", noting)
    return seen


def walk_later(root: Path, walked: Walked) -> tuple[Tree, tuple[Diagnostic, ...]]:
    """Walk when the file system's clock has moved on, so that the next change has another time."""
    time.sleep(0.02)
    return discover(root, walked)


def test_only_folders_that_changed_are_looked_into(
    school: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The time of a change to anything cannot be set back: here all times are believed at once.
    monkeypatch.setattr(marks, "SETTLED", 0)
    walked = Walked()
    first = walk_later(school, walked)
    looked.clear()
    assert walk_later(school, walked) == first
    assert looked == []
    (school / "learners" / "bram" / "evidence" / "2026-02-02-rolls.yml").touch()
    found, _ = walk_later(school, walked)
    assert looked == [f"{school}/learners/bram/evidence/"]
    assert len(found.records) == len(first[0].records) + 1


def test_a_folder_that_just_changed_is_not_trusted(school: Path, looked: list[str]) -> None:
    walked = Walked()
    discover(school, walked)
    there = len(looked)
    looked.clear()
    discover(school, walked)
    assert len(looked) == there


def test_a_file_that_grows_has_its_new_size(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "SETTLED", 0)
    photo = school / "learners" / "anna" / "evidence" / "photo.jpg"
    photo.write_bytes(b"small")
    walked = Walked()
    walk_later(school, walked)
    with photo.open("ab") as file:
        file.write(b" and then bigger")
    tree, _ = walk_later(school, walked)
    assert tree.media["learners/anna/evidence/photo.jpg"].size == len(b"small and then bigger")
    photo.unlink()
    assert not walk_later(school, walked)[0].media


@pytest.mark.parametrize("seed", range(12))
def test_it_sees_what_a_walk_without_a_memory_sees(
    school: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marks, "SETTLED", 0)
    chance, walked = random.Random(seed), Walked()
    for _ in range(25):
        learner = school / "learners" / chance.choice(("anna", "bram", "cato", "Cato", "dirk"))
        place = learner / chance.choice(FOLDERS) / chance.choice(NAMES)
        match chance.randrange(6):
            case 0 | 1:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.unlink(missing_ok=True)
                place.write_bytes(b"x" * chance.randrange(9))
            case 2:
                place.unlink(missing_ok=True)
            case 3 if place.parent.is_dir() and not place.exists():
                place.symlink_to(school / "school.yml")
            case 4 if learner.is_dir():
                learner.rename(school / "learners" / f"e{chance.randrange(4)}{learner.name}")
            case _ if place.parent.is_dir():
                shutil.rmtree(place.parent)
        assert walk_later(school, walked) == discover(school)
