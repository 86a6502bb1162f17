"""What a learner's pages depend on, and what they do not."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.mkdocs_plugin.content import gather
from bekwaam.mkdocs_plugin.dependencies import Dependencies
from bekwaam.mkdocs_plugin.options import Options
from bekwaam.model.audience import Audience

DAY = dt.date(2026, 6, 30)


@pytest.fixture
def root(tmp_path: Path, repository: Path) -> Path:
    """A school in which the learner `jan` has the same id as a mentor, who guides `anna` too."""
    root = tmp_path / "portfolios"
    shutil.copytree(repository / "tests/cases/valid/minimal/portfolios", root)
    shutil.copytree(root / "learners/anna", root / "learners/jan")
    return root


def names(root: Path, day: dt.date = DAY) -> dict[str, str]:
    """The names under which each learner's pages are kept."""
    options = Options(
        portfolios=root, audience=Audience.TEAM, as_of=day, learners=(), pdf=False, pdf_asked=False
    )
    content = gather(project.load(root, day), options, root.parent / "cache")
    settings = content.settings()
    found = Dependencies(content.gated, root, root.parent / "memory", *settings, digests=content.digests)
    return {key: found.of(key, content.beyond(key)) for key in content.school.learners}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def changed(root: Path, change: Callable[[], object]) -> set[str]:
    """Whose pages have to be made again."""
    before = names(root)
    change()
    after = names(root)
    return {key for key, name in after.items() if before.get(key) != name}


def test_a_text_of_a_learner_is_only_theirs(root: Path) -> None:
    file = next((root / "learners/anna/evidence").iterdir())
    assert changed(root, lambda: edit(file, "title: ", "title: Otherwise # ")) == {"anna"}


def test_a_status_goes_with_its_learner(root: Path) -> None:
    decision = next((root / "learners/anna/decisions").iterdir())
    assert changed(root, decision.unlink) == {"anna"}


def test_a_photo_is_known_by_its_content(root: Path) -> None:
    photo = root / "learners/anna/media/anna.jpg"
    photo.parent.mkdir(exist_ok=True)
    photo.write_bytes(b"one")
    edit(root / "learners/anna/learner.yml", "cohort:", "photo: {file: media/anna.jpg, alt: Anna}\ncohort:")
    assert changed(root, lambda: photo.write_bytes(b"two")) == {"anna"}
    assert changed(root, lambda: photo.write_bytes(b"two")) == set()


def test_a_person_is_everybodys_also_with_the_id_of_a_learner(root: Path) -> None:
    assert changed(root, lambda: edit(root / "people/jan.yml", "name: ", "name: Jan Anders # ")) == {
        "anna",
        "jan",
    }


def test_another_day_is_everybodys(root: Path) -> None:
    before, after = names(root), names(root, DAY + dt.timedelta(days=1))
    assert all(after[key] != name for key, name in before.items())
