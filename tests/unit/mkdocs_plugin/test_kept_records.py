"""What was kept gives the same as reading anew, costs less, and is never believed where it may be false."""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bekwaam import schema, source, status
from bekwaam.mkdocs_plugin import kept_records, reading_crew
from bekwaam.mkdocs_plugin.kept_records import InMemory, OnDisk
from bekwaam.project import Keep, Loaded, checking, load, loading
from bekwaam.source import discovery, marks

DAY = dt.date(2026, 6, 30)
PROGRAM = b"one version"
_SEEDS = int(os.environ.get("SEEDS", "2"))
_ROUNDS = 6


@pytest.fixture
def root(tmp_path: Path, repository: Path) -> Path:
    """A small school with three learners, some of whose records are sealed; nothing changed of late."""
    root = tmp_path / "portfolios"
    shutil.copytree(repository / "tests/cases/valid/every-field/portfolios", root)
    for name in ("milan", "sam"):
        shutil.copytree(root / "learners/noor", root / "learners" / name)
    settle(root)
    return root


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every load is some time after what was last written."""
    monkeypatch.setattr(kept_records, "SETTLED", -(1 << 62))


def settle(root: Path) -> None:
    for file in root.rglob("*"):
        os.utime(file, (1e9, 1e9), follow_symlinks=False)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many files were parsed, and how many learners were checked."""
    counts: Counter[str] = Counter()

    def count(what: str, place: object, name: str) -> None:
        real: Callable[..., Any] = getattr(place, name)

        def counting(*arguments: Any) -> Any:
            counts[what] += 1
            return real(*arguments)

        monkeypatch.setattr(place, name, counting)

    count("parsed", source, "read")
    count("shaped", schema, "validate")
    count("checked", checking, "compute")
    count("located", source, "locate_all")
    return counts


def same(one: Loaded, other: Loaded) -> bool:
    return repr(one) == repr(other)


def disk(root: Path) -> OnDisk:
    return OnDisk(root.parent / "cache", PROGRAM)


def kept(root: Path) -> list[Path]:
    return sorted(one for one in (root.parent / "cache").iterdir() if one.name != "sign")


class Edits:
    """Changes a school at random."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.chance = random.Random(seed)
        self.count = 0
        self.day = DAY

    def any_of(self, pattern: str) -> Path:
        return self.chance.choice(sorted(self.root.glob(pattern)))

    def record(self) -> None:
        self.write(self.any_of("learners/*/*/*.yml"))

    def of_school(self) -> None:
        self.write(self.any_of(self.chance.choice(["*.yml", "people/*.yml", "*/*.yml", "quality/*/*.yml"])))

    def write(self, file: Path) -> None:
        """Lines that go, come twice or change, as in a record that somebody is writing."""
        lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
        at = self.chance.randrange(len(lines))
        change = self.chance.choice(["gone", "twice", "other", "unknown", "comment"])
        if change == "gone":
            del lines[at]
        elif change == "twice":
            lines.insert(at, lines[at])
        elif change == "other":
            lines[at] = (
                f"{lines[at].rpartition(' ')[0]} {self.chance.choice(['x', '2026-01-01', '3', '[a]'])}"
            )
        elif change == "unknown":
            lines.append("nothing: 1")
        else:
            lines.append("# a word")
        file.write_text("\n".join(lines), encoding="utf-8")

    def broken(self) -> None:
        self.any_of("learners/*/*/*.yml").write_bytes(
            self.chance.choice([b"", b"\xff", b"a: [", b"a: 1\na: 2"])
        )

    def addition(self) -> None:
        file = self.any_of("learners/*/*/*.yml")
        name = self.chance.choice(
            [f"added-{self.count}.yml", f"{file.stem.upper()}.yml", f"{file.stem}.yaml", "a b.yml"]
        )
        shutil.copyfile(file, file.with_name(name))

    def deletion(self) -> None:
        self.any_of("learners/*/*/*.y*ml").unlink()

    def rename(self) -> None:
        learner = self.any_of("learners/*")
        learner.rename(learner.with_name(f"learner-{self.count}"))

    def learner(self) -> None:
        shutil.copytree(
            self.any_of("learners/*"), self.root / f"learners/new-{self.count}", dirs_exist_ok=True
        )

    def media(self) -> None:
        files = sorted(one for one in self.root.glob("learners/*/media/*") if one.is_file())
        if files:
            file = self.chance.choice(files)
            if self.chance.random() < 0.5:
                file.rename(file.with_name(self.chance.choice([file.name.upper(), f"other-{file.name}"])))
            else:
                file.write_bytes(file.read_bytes() + b" ")

    def time(self) -> None:
        self.day += dt.timedelta(days=self.chance.choice([1, 40, -40]))

    def touch(self) -> None:
        settle(self.root)


@pytest.mark.parametrize("seed", range(_SEEDS))
@pytest.mark.parametrize("in_time", [True, False])
def test_random_edits(root: Path, seed: int, in_time: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """``in_time``: with so much time between edits and loads that times are believed."""
    if in_time:
        monkeypatch.setattr(kept_records, "SETTLED", -(1 << 62))
    edits = Edits(root, seed)
    memory, both = InMemory(), InMemory(OnDisk(root.parent / "below", PROGRAM))
    kinds = [
        edits.record, edits.record, edits.record, edits.of_school, edits.broken, edits.addition,
        edits.deletion, edits.rename, edits.learner, edits.media, edits.time, edits.touch,
    ]  # fmt: skip
    for edits.count in range(_ROUNDS):
        wanted = load(root, edits.day)
        for keep in (disk(root), memory, both):
            assert same(load(root, edits.day, keep), wanted)
        for edit in edits.chance.choices(kinds, k=edits.chance.randint(1, 3)):
            edit()
        time.sleep(0.02 if in_time else 0)  # longer than a disk's clock stands still


@pytest.mark.usefixtures("later")
def test_nothing_is_done_where_nothing_changed(root: Path, counted: Counter[str]) -> None:
    memory = InMemory()
    for keeps in ([disk(root), disk(root)], [memory, memory]):
        first = load(root, DAY, keeps[0])
        counted.clear()
        assert same(load(root, DAY, keeps[1]), first)
        school = sum(1 for one in first.diagnostics if not one.path.startswith("learners/"))
        assert set(counted) <= {"located"}
        assert counted["located"] <= school


@pytest.mark.usefixtures("later")
def test_one_edit_costs_one_learner(root: Path, counted: Counter[str]) -> None:
    load(root, DAY, disk(root))
    file = root / "learners/milan/learner.yml"
    file.write_bytes(file.read_bytes() + b"# a word\n")
    counted.clear()
    found = load(root, DAY, disk(root))
    own = sum(path.startswith("learners/milan/") for path in found.paths)
    assert counted["parsed"] == counted["shaped"] == own
    assert counted["checked"] == 1


def test_a_checkout_costs_no_parsing(root: Path, counted: Counter[str]) -> None:
    first = load(root, DAY, disk(root))
    settle(root)
    counted.clear()
    assert same(load(root, DAY, disk(root)), first)
    assert not counted["parsed"]


@pytest.mark.usefixtures("later")
def test_what_did_not_change_is_the_same_object(root: Path) -> None:
    keep = InMemory()
    before = load(root, DAY, keep)
    file = min((root / "learners/milan/evidence").glob("*.yml"))
    file.write_bytes(file.read_bytes() + b"# a word\n")
    after = load(root, DAY, keep)
    for learner in ("noor", "sam"):
        assert after.project.learners[learner] is before.project.learners[learner]
        assert after.statuses[learner] is before.statuses[learner]
    assert after.project.learners["milan"] is not before.project.learners["milan"]
    assert after.project.school is before.project.school
    same_findings = {id(one) for one in before.diagnostics} & {id(one) for one in after.diagnostics}
    assert len(same_findings) >= sum(
        one.path.startswith(("learners/noor", "learners/sam")) for one in after.diagnostics
    )


def test_a_change_within_the_same_moment_shows(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes twice before the clock of the disk goes on looks as if it did not."""
    monkeypatch.setattr(kept_records, "_marks", lambda _root, _files: ("a" * 32, time.time_ns()))
    memory = InMemory()
    file = root / "learners/milan/learner.yml"
    for text in (b"# one\n", b"# two\n"):
        file.write_bytes(file.read_bytes() + text)
        for keep in (disk(root), memory):
            assert load(root, DAY, keep).digests == load(root, DAY).digests


@pytest.mark.usefixtures("later")
def test_what_changes_while_it_is_read_is_not_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = root / "learners/milan/learner.yml"
    real = status.compute

    def meanwhile(*arguments: Any) -> Any:
        if arguments[1].id == "milan":
            time.sleep(0.006)
            file.write_bytes(b"\n\n" + file.read_bytes())
        return real(*arguments)

    monkeypatch.setattr(checking, "compute", meanwhile)
    memory = InMemory()
    load(root, DAY, disk(root))
    load(root, DAY, memory)
    monkeypatch.undo()
    for keep in (disk(root), memory):
        assert same(load(root, DAY, keep), load(root, DAY))


# ---- what may not be believed --------------------------------------------------------------------


@pytest.mark.usefixtures("later")
def test_nothing_is_believed_elsewhere(root: Path, counted: Counter[str]) -> None:
    """Somebody sends a whole cache along, as a commit does: every byte of it is there, and made anew."""
    load(root, DAY, disk(root))
    cache = root.parent / "cache"
    shutil.copytree(cache, root.parent / "copy")
    shutil.rmtree(cache)
    (root.parent / "copy").rename(cache)
    counted.clear()
    load(root, DAY, disk(root))
    assert counted["parsed"] == len(load(root, DAY).paths)


@pytest.mark.usefixtures("later")
def test_another_program_believes_nothing(root: Path, counted: Counter[str]) -> None:
    load(root, DAY, disk(root))
    counted.clear()
    load(root, DAY, OnDisk(root.parent / "cache", b"another version"))
    assert counted["checked"] == 3


@pytest.mark.parametrize("damage", ["cut", "changed", "gone", "swapped", "folder", "empty", "sign"])
@pytest.mark.usefixtures("later")
def test_a_damaged_cache_is_read_around(root: Path, damage: str) -> None:
    wanted = load(root, DAY, disk(root))
    chance = random.Random(1)
    files = kept(root)
    for file in files:
        content = file.read_bytes()
        if damage == "cut":
            file.write_bytes(content[: chance.randrange(len(content))])
        elif damage == "changed":
            at = chance.randrange(len(content))
            file.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        elif damage == "gone":
            file.unlink()
        elif damage == "folder":
            file.unlink()
            file.mkdir()
        elif damage == "empty":
            file.write_bytes(b"")
    if damage == "swapped":
        contents = [file.read_bytes() for file in files]
        for file, content in zip(files, contents[1:] + contents[:1], strict=True):
            file.write_bytes(content)
    if damage == "sign":
        (root.parent / "cache/sign").write_bytes(b"mine")
    assert same(load(root, DAY, disk(root)), wanted)


def test_a_cache_that_cannot_be_written_costs_only_time(root: Path) -> None:
    (root.parent / "cache").write_bytes(b"a file, not a folder")
    assert same(load(root, DAY, disk(root)), load(root, DAY))


@pytest.mark.usefixtures("later")
def test_two_builds_at_once(root: Path) -> None:
    """Each step of the one falls between two steps of the other."""
    wanted = load(root, DAY)
    one, other = disk(root), disk(root)
    for keep in (one, other, disk(root)):
        assert same(load(root, DAY, keep), wanted)
    shutil.rmtree(root / "learners/sam")
    fewer = load(root, DAY)
    assert same(load(root, DAY, one), fewer)
    assert same(load(root, DAY, other), fewer)


@pytest.mark.usefixtures("later")
def test_it_stays_small(root: Path) -> None:
    sizes = []
    for count in range(4):
        file = root / "learners/milan/learner.yml"
        file.write_bytes(file.read_bytes() + b"# a word\n")
        load(root, DAY + dt.timedelta(days=count), disk(root))
        sizes.append(len(kept(root)))
    assert set(sizes) == {8}  # two for each learner, one for the school, one for the folders
    shutil.rmtree(root / "learners/sam")
    load(root, DAY, disk(root))
    assert len(kept(root)) == 6


@pytest.mark.usefixtures("later")
def test_a_build_looks_only_into_folders_that_changed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "SETTLED", -(1 << 62))
    looked: list[str] = []
    look_into = discovery._Walk._look_into

    def spy(self: discovery._Walk, folder: str) -> None:
        looked.append(folder)
        look_into(self, folder)

    monkeypatch.setattr(discovery._Walk, "_look_into", spy)
    load(root, DAY, disk(root))
    assert "learners/sam/evidence/" in looked
    looked.clear()
    load(root, DAY, disk(root))
    assert looked == []
    file = next((root / "learners/sam/evidence").iterdir())
    file.rename(file.with_name(f"2026-01-01-again{file.suffix}"))
    assert same(load(root, DAY, disk(root)), load(root, DAY))
    assert looked[0] == "learners/sam/evidence/"
    assert looked[1] == "", "and the load without a keep looks everywhere"


# ---- together with other processes ---------------------------------------------------------------


@pytest.mark.usefixtures("later")
def test_a_crew_gives_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_ENOUGH", 1)
    monkeypatch.setattr(loading, "_TOGETHER", 2)
    monkeypatch.setattr(reading_crew, "processors", lambda: 2)
    Edits(root, 1).broken()
    wanted = load(root, DAY)
    keeps: list[Keep | None] = [None, disk(root), disk(root), InMemory()]
    for keep in keeps:
        assert same(load(root, DAY, keep, reading_crew.reading_crew), wanted)
