"""What loading a school gives beside its records: digests by which a learner's part is known again."""

from __future__ import annotations

import datetime as dt
import itertools
import shutil
from pathlib import Path

import pytest

from bekwaam.project import Loaded, load

DAY = dt.date(2026, 6, 30)
NOOR = "learners/noor/evidence"


@pytest.fixture
def root(tmp_path: Path, repository: Path) -> Path:
    shutil.copytree(repository / "tests/cases/valid/every-field/portfolios", tmp_path / "portfolios")
    folder = tmp_path / "portfolios" / "learners"
    shutil.copytree(folder / "noor", folder / "milan")
    return tmp_path / "portfolios"


def changed(before: Loaded, after: Loaded) -> set[str | None]:
    """Whose digests differ; None for the school."""
    found: set[str | None] = {
        one
        for one in before.digests.keys() | after.digests.keys()
        if before.digests.get(one) != after.digests.get(one)
    }
    return found | ({None} if before.digest_of_school != after.digest_of_school else set())


def test_everybody_has_a_digest_of_their_own(root: Path) -> None:
    loaded = load(root, DAY)
    assert loaded.digests.keys() == loaded.project.learners.keys()
    assert len({*loaded.digests.values(), loaded.digest_of_school}) == len(loaded.digests) + 1
    assert not changed(loaded, load(root, DAY + dt.timedelta(days=1)))


def test_a_change_is_that_of_its_learner(root: Path) -> None:
    before = load(root, DAY)
    file = min((root / NOOR).glob("*.yml"))
    file.write_bytes(file.read_bytes() + b"# one word\n")
    assert changed(before, load(root, DAY)) == {"noor"}


def test_a_change_in_the_school_is_nobodys(root: Path) -> None:
    before = load(root, DAY)
    file = min((root / "people").glob("*.yml"))
    file.write_bytes(file.read_bytes() + b"# one word\n")
    assert changed(before, load(root, DAY)) == {None}


def test_a_broken_file_and_a_twin_count(root: Path) -> None:
    loads = [load(root, DAY)]
    (root / NOOR / "broken.yml").write_bytes(b"date: [")
    loads.append(load(root, DAY))
    (root / NOOR / "broken.yml").write_bytes(b"date: ]")
    loads.append(load(root, DAY))
    (root / NOOR / "broken.yaml").write_bytes(b"")
    loads.append(load(root, DAY))
    (root / NOOR / "broken.yml").rename(root / NOOR / "broken-too.yml")
    loads.append(load(root, DAY))
    assert [changed(*pair) for pair in itertools.pairwise(loads)] == [{"noor"}] * 4
