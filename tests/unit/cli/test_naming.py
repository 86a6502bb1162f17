"""Paths as people and pre-commit type them."""

from pathlib import Path

import pytest

from bekwaam.cli.naming import Elsewhere, Named


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "portfolios"
    (folder / "people").mkdir(parents=True)
    (folder / "people" / "jan.yml").touch()
    (tmp_path / "docs").mkdir()
    return folder


def test_holds_files_and_what_is_in_folders(root: Path) -> None:
    named = Named(root, [Path("portfolios/people/jan.yml"), Path("portfolios/learners/")], root.parent)
    assert named.holds("people/jan.yml")
    assert named.holds("learners/anna/learner.yml")
    assert not named.holds("people/jan.yml.bak")
    assert not named.holds("school.yml")


@pytest.mark.parametrize("path", [".", "portfolios", "portfolios/people/.."])
def test_a_folder_around_the_records_names_them_all(root: Path, path: str) -> None:
    assert Named(root, [Path(path)], root.parent).holds("school.yml")


def test_what_is_gone_is_said_and_holds_nothing_up(root: Path) -> None:
    gone = Path("portfolios/people/piet.yml")
    named = Named(root, [gone, Path("portfolios/people/jan.yml")], root.parent)
    assert named.missing == [gone]
    assert named.holds("people/piet.yml")


@pytest.mark.parametrize("path", ["docs", "docs/index.md", "../elsewhere.yml", "portfolios/../mkdocs.yml"])
def test_elsewhere_is_refused(root: Path, path: str) -> None:
    with pytest.raises(Elsewhere):
        Named(root, [Path(path)], root.parent)


def test_a_link_is_itself(root: Path) -> None:
    (root / "people" / "link.yml").symlink_to(root.parent / "docs")
    assert Named(root, [Path("portfolios/people/link.yml")], root.parent).holds("people/link.yml")


def test_a_name_that_cannot_be_shown_is_found_as_it_is_shown(root: Path) -> None:
    (root / "people" / "a\x1bb.yml").touch()
    assert Named(root, [Path("portfolios/people/a\x1bb.yml")], root.parent).holds("people/a\\u001bb.yml")
