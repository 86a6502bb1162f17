"""What git said before holds for as long as it must, and no longer, while people go on working."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

import pytest

from bekwaam import project
from bekwaam.mkdocs_plugin import kept_records
from bekwaam.mkdocs_plugin.kept_records import InMemory, OnDisk
from bekwaam.model.project import LearnerFolder
from bekwaam.project import Loaded
from bekwaam.provenance import git as git_module
from bekwaam.provenance import repository, saying
from bekwaam.provenance.git import Git, find
from bekwaam.provenance.history import History, read_history
from bekwaam.provenance.kept_history import keep_history, kept_history
from bekwaam.provenance.people import Listed, Told, listed_in, records_of
from bekwaam.provenance.since import since
from tests.git.conftest import EMAILS, School

DAY = dt.date(2026, 6, 30)
JAN = "assessments/2026-06-10-jan.yml"


@pytest.fixture
def two(school: School, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school of two learners, one of whose assessments is sealed; each change shows in a file's marks."""
    monkeypatch.setattr(kept_records, "SETTLED", -(1 << 62))
    bert = school.anna.parent / "bert"
    shutil.copytree(school.anna, bert)
    school.edit(bert / "learner.yml", EMAILS["anna"], "bert@mail.example")
    school.commit(EMAILS["jan"])
    school.run("seal", f"portfolios/learners/anna/{JAN}")
    school.commit(EMAILS["jan"])
    return school


class Work:
    """People who work: each step is one that they could take."""

    def __init__(self, school: School, seed: int) -> None:
        self.school = school
        self.chance = Random(seed)
        self.number = 0
        self.steps: list[Callable[[], object]] = [
            self.write,
            self.write,
            self.assess,
            self.commit,
            self.commit,
            self.commit_elsewhere,
            self.branch_and_merge,
            self.rename,
            self.take_back,
            self.take_back_the_commit_only,
            self.new_address,
            self.photo,
            self.no_photo,
            self.delete,
            self.put_back,
            self.put_back,
        ]

    def step(self) -> str:
        self.number += 1
        chosen = self.chance.choice(self.steps)
        chosen()
        return chosen.__name__

    def write(self) -> None:
        file = self._some("evidence")
        file.write_text(f"{file.read_text(encoding='utf-8')}# {self.number}\n", encoding="utf-8")

    def assess(self) -> None:
        file = self._some("assessments")
        text = file.read_text(encoding="utf-8")
        here, there = self.chance.sample(("independent", "supervised"), 2)
        file.write_text(text.replace(here, there), encoding="utf-8")

    def commit(self) -> None:
        self.school.commit(self.chance.choice(list(EMAILS.values())))

    def commit_elsewhere(self) -> None:
        (self.school.folder / "README.md").write_text(f"{self.number}\n", encoding="utf-8")
        self.commit()

    def branch_and_merge(self) -> None:
        self.commit()
        self.school.git("checkout", "--quiet", "-b", f"side-{self.number}")
        self.assess()
        self.commit()
        self.write()
        self.commit()
        self.school.git("checkout", "--quiet", "main")
        self.commit_elsewhere()
        who = ("-c", "user.name=g", "-c", f"user.email={EMAILS['greet']}")
        self.school.git(*who, "merge", "--quiet", "--no-ff", "-m", "merge", f"side-{self.number}")

    def rename(self) -> None:
        file = self._some("evidence")
        file.rename(file.with_name(f"2026-05-{self.number % 28 + 1:02}-bread-{self.number}.yml"))

    def take_back(self) -> None:
        self.school.git("reset", "--quiet", "--hard", "HEAD~1")

    def take_back_the_commit_only(self) -> None:
        self.commit()
        self.write()
        self.commit()
        self.school.git("reset", "--quiet", "--soft", "HEAD~1")

    def new_address(self) -> None:
        file = self.school.person("jan")
        text = file.read_text(encoding="utf-8")
        old, new = EMAILS["jan"], "jan@home.example"
        old, new = (old, new) if old in text else (new, old)
        file.write_text(text.replace(old, new), encoding="utf-8")
        self.commit()

    def photo(self) -> None:
        folder = self.school.anna / "media"
        folder.mkdir(exist_ok=True)
        (folder / f"{self.number}.jpg").write_bytes(b"not really")
        self.commit()

    def no_photo(self) -> None:
        for photo in (self.school.anna / "media").glob("*.jpg"):
            photo.unlink()

    def delete(self) -> None:
        if len(list((self.school.anna / "evidence").iterdir())) > 1:
            self._some("evidence").unlink()

    def put_back(self) -> None:
        self.school.git("checkout", "--quiet", "HEAD", "--", "portfolios")

    def _some(self, folder: str) -> Path:
        learner = self.chance.choice(("anna", "bert"))
        files = sorted((self.school.anna.parent / learner / folder).glob("*.yml"))
        return self.chance.choice(files) if files else self.school.anna / "learner.yml"


@pytest.mark.parametrize("seed", range(4))
def test_what_is_kept_says_what_git_says(two: School, tmp_path: Path, seed: int) -> None:
    cache, root = tmp_path / "cache", two.folder / "portfolios"
    preview = InMemory(OnDisk(cache / "records", b"program"))
    work, done = Work(two, seed), ["start"]
    for _ in range(14):
        wanted = project.attributed(project.load(root, DAY))
        for keep in (preview, OnDisk(cache / "records", b"program")):
            found = project.attributed(project.load(root, DAY, keep), cache / "git", keep)
            assert found.project == wanted.project, done
            assert found.remarks == wanted.remarks, done
        done.append(work.step())


@pytest.mark.parametrize("seed", range(4))
def test_a_history_that_goes_on_is_as_if_read_as_a_whole(two: School, tmp_path: Path, seed: int) -> None:
    git = find(two.folder)
    assert git is not None
    work, known = Work(two, seed), None
    for _ in range(8):
        for _ in range(3):
            work.step()
        head = git.commit("HEAD")
        assert head is not None
        known, whole = read_history(git, head, known), read_history(git, head)
        assert _plain(known) == _plain(whole)
        keep_history(tmp_path / "kept", git, known)
        known = kept_history(tmp_path / "kept", git)
        assert known is not None
        assert _plain(known) == _plain(whole)


def _plain(history: History) -> object:
    """All that a history says; how commits are numbered does not matter, only in which order."""
    order = sorted(history.commits.values(), key=lambda one: one.order)
    commits = [
        (one.id, one.parents, one.email, one.squashed, one.day, one.generation, one.first) for one in order
    ]
    touches = {
        path: [(one.commit.id, one.blob, one.came_from) for one in some if some]
        for path, some in history.touches.items()
    }
    moves = {commit: some for commit, some in history.moves.items() if some}
    return commits, touches, moves, history.main, history.merged_by


def asked_about(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Whose records git is asked about from now on."""
    found: list[str | None] = []
    ask = saying.Asking.ask

    def spy(self: saying.Asking, owners: dict[str | None, object]) -> object:
        found.extend(owners)
        return ask(self, owners)  # type: ignore[arg-type]

    monkeypatch.setattr(saying.Asking, "ask", spy)
    return found


def told(two: School, keep: InMemory | OnDisk, cache: Path) -> Loaded:
    return project.attributed(project.load(two.folder / "portfolios", DAY, keep), cache / "git", keep)


@pytest.mark.parametrize("preview", [True, False])
def test_only_who_is_touched_is_asked_about(
    two: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, preview: bool
) -> None:
    kept = InMemory()

    def keep() -> InMemory | OnDisk:
        return kept if preview else OnDisk(tmp_path / "records", b"program")

    told(two, keep(), tmp_path)
    asked = asked_about(monkeypatch)
    told(two, keep(), tmp_path)
    assert asked == []
    two.edit(two.anna / JAN, "independent", "supervised")
    told(two, keep(), tmp_path)
    assert asked == ["anna"]
    two.commit(EMAILS["jan"])
    told(two, keep(), tmp_path)
    assert asked == ["anna", "anna"]
    (two.folder / "README.md").write_text("x\n", encoding="utf-8")
    two.commit(EMAILS["jan"])
    told(two, keep(), tmp_path)
    assert asked == ["anna", "anna"]
    two.edit(two.person("jan"), EMAILS["jan"], "jan@home.example")
    two.commit(EMAILS["greet"])
    told(two, keep(), tmp_path)
    assert set(asked) == {None, "anna", "bert"}


def test_a_commit_that_is_taken_back_counts_no_longer(two: School, tmp_path: Path) -> None:
    root = two.folder / "portfolios"
    told(two, keep := InMemory(), tmp_path)
    two.edit(two.anna / JAN, "independent", "supervised")
    two.commit(EMAILS["anna"])
    assert told(two, keep, tmp_path).project == project.attributed(project.load(root, DAY)).project
    two.git("reset", "--quiet", "--soft", "HEAD~1")
    assert told(two, keep, tmp_path).project == project.attributed(project.load(root, DAY)).project


def test_who_is_who_can_change_elsewhere(two: School, tmp_path: Path) -> None:
    """The people of the default branch are believed, whatever branch is checked out here."""
    two.git("checkout", "--quiet", "-b", "theirs")
    two.edit(two.person("jan"), EMAILS["jan"], "jan@home.example")
    theirs = two.commit(EMAILS["greet"])
    two.git("checkout", "--quiet", "main")
    ours = two.git("rev-parse", "HEAD")
    keep, root = InMemory(), two.folder / "portfolios"
    for trusted in (ours, theirs, ours):
        two.git("update-ref", "refs/remotes/origin/main", trusted)
        assert told(two, keep, tmp_path).project == project.attributed(project.load(root, DAY)).project


def test_two_folders_of_records_in_one_repository(two: School, tmp_path: Path) -> None:
    other = two.folder / "other"
    shutil.copytree(two.folder / "portfolios", other)
    two.commit(EMAILS["greet"])
    keep, before = InMemory(), (two.anna / JAN).read_bytes()
    told(two, keep, tmp_path)
    two.edit(two.anna / JAN, "independent", "supervised")
    two.commit(EMAILS["anna"])
    project.attributed(project.load(other, DAY), tmp_path / "git", InMemory())
    (two.anna / JAN).write_bytes(before)
    wanted = project.attributed(project.load(two.folder / "portfolios", DAY)).project
    assert told(two, keep, tmp_path).project == wanted


def test_a_photo_that_comes_back_has_its_commit_again(two: School, tmp_path: Path) -> None:
    photo = two.anna / "media" / "oven.jpg"
    photo.parent.mkdir(exist_ok=True)
    photo.write_bytes(b"not really")
    two.commit(EMAILS["anna"])
    photo.unlink()
    told(two, keep := InMemory(), tmp_path)
    two.git("checkout", "--quiet", "HEAD", "--", "portfolios")
    media = told(two, keep, tmp_path).project.media
    assert media["learners/anna/media/oven.jpg"].commit is not None


def read_spans(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which parts of the history are read from now on."""
    spans: list[str] = []
    run = git_module.Git.run

    def spy(self: Git, *arguments: str, **rest: object) -> bytes:
        if "--raw" in arguments:
            spans.append(arguments[-2])
        return run(self, *arguments, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(git_module.Git, "run", spy)
    return spans


def test_a_preview_reads_the_history_once(
    two: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = InMemory()
    told(two, keep, tmp_path)
    spans = read_spans(monkeypatch)
    two.edit(two.anna / JAN, "independent", "supervised")
    two.commit(EMAILS["jan"])
    told(two, keep, tmp_path)
    assert spans
    assert all(".." in one for one in spans)


def test_a_preview_lists_a_commit_once(two: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep = InMemory()
    told(two, keep, tmp_path)
    listed: list[str] = []
    tree = git_module.Git.tree

    def spy(self: Git, commit: str) -> dict[str, str]:
        listed.append(commit)
        return tree(self, commit)

    def spy_on_people(tree: Mapping[str, str], prefix: str) -> Listed:
        listed.append("people")
        return listed_in(tree, prefix)

    monkeypatch.setattr(git_module.Git, "tree", spy)
    monkeypatch.setattr(repository, "listed_in", spy_on_people)
    asked = asked_about(monkeypatch)
    for here, there in (("independent", "supervised"), ("supervised", "independent")):
        two.edit(two.anna / JAN, here, there)
        told(two, keep, tmp_path)
    assert asked == ["anna", "anna"]
    assert listed == []
    two.edit(two.anna / JAN, "independent", "supervised")
    two.commit(EMAILS["jan"])
    told(two, keep, tmp_path)
    assert len(listed) == 2
    assert listed[-1] == "people"


def test_a_preview_keeps_the_folders_of_whoever_did_not_change(two: School, tmp_path: Path) -> None:
    keep, root = InMemory(), two.folder / "portfolios"

    def folders() -> dict[str, LearnerFolder]:
        found = project.attributed(project.load(root, DAY, keep), tmp_path / "git", keep)
        return dict(found.project.learners)

    before = folders()
    two.edit(two.anna / JAN, "independent", "supervised")
    edited = folders()
    two.commit(EMAILS["jan"])
    committed = folders()
    assert edited["bert"] is before["bert"]
    assert edited["anna"] != before["anna"]
    assert committed["bert"] is before["bert"]
    assert committed["anna"] != edited["anna"]


def test_a_build_after_a_commit_reads_only_that(
    two: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(two, OnDisk(tmp_path / "records", b"program"), tmp_path)
    spans = read_spans(monkeypatch)
    two.edit(two.anna / JAN, "independent", "supervised")
    two.commit(EMAILS["jan"])
    told(two, OnDisk(tmp_path / "records", b"program"), tmp_path)
    assert spans
    assert all(".." in one for one in spans)


@pytest.mark.parametrize("damage", [None, b"", b"0\n{}", b"[]"])
def test_who_is_who_is_read_once(
    two: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes | None
) -> None:
    read: list[int] = []

    def spy(git: Git, listed: Listed) -> Iterator[Told]:
        read.append(len(listed))
        return records_of(git, listed)

    monkeypatch.setattr(repository, "records_of", spy)
    told(two, OnDisk(tmp_path / "records", b"program"), tmp_path)
    assert len(read) == 1
    two.edit(two.anna / JAN, "independent", "supervised")
    two.commit(EMAILS["jan"])
    if damage is not None:
        for file in (tmp_path / "git").iterdir():
            file.write_bytes(damage)
    found = told(two, OnDisk(tmp_path / "records", b"program"), tmp_path)
    assert len(read) == (1 if damage is None else 2)
    assert found.project == project.attributed(project.load(two.folder / "portfolios", DAY)).project
    two.edit(two.person("jan"), EMAILS["jan"], "jan@home.example")
    two.commit(EMAILS["jan"])
    told(two, OnDisk(tmp_path / "records", b"program"), tmp_path)
    assert len(read) == (3 if damage is None else 4)


@pytest.mark.parametrize("content", [b"", b"0\n{}", b'{"head": "x"}', b"[]"])
def test_a_damaged_history_is_read_again(two: School, tmp_path: Path, content: bytes) -> None:
    git = find(two.folder)
    assert git is not None
    head = git.commit("HEAD") or ""
    keep_history(tmp_path, git, read_history(git, head))
    assert kept_history(tmp_path, git) is not None
    for file in tmp_path.glob("*.json"):
        file.write_bytes(content)
    assert kept_history(tmp_path, git) is None


@pytest.mark.parametrize(
    "content", [b"", b"0\n{}", b'{"head": "--all"}', b'{"head": 3, "trusted": [], "start": {}, "touched": 1}']
)
def test_a_damaged_note_of_where_it_was_counts_as_none(two: School, tmp_path: Path, content: bytes) -> None:
    git = find(two.folder)
    head = git.commit("HEAD") if git else None
    assert git is not None
    assert head is not None
    first = since(tmp_path, git, head, head, "portfolios/")
    for file in tmp_path.glob("*.json"):
        file.write_bytes(content)
    assert since(tmp_path, git, head, head, "portfolios/") == first


def test_a_commit_that_is_gone_is_followed_no_longer(two: School, tmp_path: Path) -> None:
    git = find(two.folder)
    head = git.commit("HEAD") if git else None
    assert git is not None
    assert head is not None
    since(tmp_path, git, head, head, "portfolios/")
    who = ("-c", "user.name=a", "-c", "user.email=a@x.example")
    two.git(*who, "commit", "--quiet", "--amend", "-m", "other")
    two.git("reflog", "expire", "--expire=now", "--all")
    two.git("gc", "--quiet", "--prune=now")
    now = git.commit("HEAD")
    assert now is not None
    assert since(tmp_path, git, now, now, "portfolios/").start == f"{now} {now}"
