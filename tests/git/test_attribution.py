"""What the pages and documents hear from git about every record at once."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.model.audience import Audience
from bekwaam.model.provenance import Attributed, Provenance, Trust
from bekwaam.project import Loaded
from bekwaam.provenance import archive
from bekwaam.provenance import git as git_module
from bekwaam.views.build import build
from tests.git.conftest import EMAILS, School

DAY = dt.date(2026, 6, 30)
JAN = "assessments/2026-06-10-jan"
RYE = "evidence/2026-05-20-rye-bread"
DOUGH = "decisions/2026-06-20-dough"


def attributed(school: School, cache: Path | None = None) -> Loaded:
    return project.attributed(project.load(school.folder / "portfolios", DAY), cache)


def known(loaded: Loaded, name: str) -> Provenance:
    kind, _, id_ = name.partition("/")
    found = getattr(loaded.project.learners["anna"], kind)[id_].provenance
    assert isinstance(found, Provenance)
    return found


def said(school: School, name: str = JAN, cache: Path | None = None) -> Attributed | None:
    return known(attributed(school, cache), name).sign_off()


def test_every_sign_off_tells_who_brought_it_in(school: School) -> None:
    loaded = attributed(school)
    assert loaded.remarks == ()
    for name, person in ((JAN, "jan"), (DOUGH, "greet"), (RYE, "jan")):
        found = known(loaded, name).sign_off()
        assert found is not None
        assert (found.trust, found.person) == (Trust.AUTHORED, person), name
        assert found.commit == school.git(
            "log", "-1", "--format=%H", "--", f"portfolios/learners/anna/{name}.yml"
        )


def test_somebody_else_brings_it_in(school: School) -> None:
    school.edit(school.anna / f"{JAN}.yml", "independent", "supervised")
    school.commit(EMAILS["anna"])
    found = said(school)
    assert found is not None
    assert (found.trust, found.person) == (Trust.CONTRADICTED, "anna")


def test_without_a_repository_it_is_said_once(bare_school: School) -> None:
    loaded = attributed(bare_school)
    assert [one.template for one in loaded.remarks] == [
        "There is no git history here: who signed off is what the records say themselves."
    ]
    assert known(loaded, JAN).signed == (None,)
    assert known(loaded, JAN).commit is None


def test_without_git_nothing_is_read_again(bare_school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = project.load(bare_school.folder / "portfolios", DAY)
    read: list[str] = []
    monkeypatch.setattr(archive, "read", lambda _root, file: read.append(file.path))
    project.attributed(loaded)
    assert read == []


def test_without_git(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bekwaam.provenance.git.shutil.which", lambda _name: None)
    assert len(attributed(school).remarks) == 1


def test_a_history_by_nobody_in_the_records_is_said_once(bare_school: School) -> None:
    bare_school.git("init", "--quiet", "--initial-branch=main")
    bare_school.commit("somebody@elsewhere.example")
    loaded = attributed(bare_school)
    assert "No commit is by somebody" in loaded.remarks[0].template
    assert known(loaded, JAN).signed == (None,)
    assert known(loaded, JAN).commit is not None


def test_a_shallow_clone_says_it_once(school: School) -> None:
    clone = school.folder.parent / "clone"
    school.git("clone", "--quiet", "--depth=1", f"file://{school.folder}", str(clone))
    loaded = attributed(School(clone, school.capture))
    assert any("only part" in one.template for one in loaded.remarks)
    assert known(loaded, JAN).signed == (None,)
    assert known(loaded, JAN).commit is None


def test_a_broken_seal_says_what_and_since_when(school: School) -> None:
    school.run("seal", f"portfolios/learners/anna/{JAN}.yml")
    school.commit(EMAILS["jan"])
    school.edit(school.anna / f"{RYE}.yml", "Forty", "Fifty")
    school.git("add", "--all")
    day = {"GIT_COMMITTER_DATE": "2026-06-18T10:00:00Z"}
    school.git("-c", "user.name=a", "-c", f"user.email={EMAILS['anna']}", "commit", "-qm", "x", **day)
    found = known(attributed(school), JAN).broken
    assert found is not None
    assert (found.own, found.cited, found.since) == (False, (RYE,), dt.date(2026, 6, 18))


def test_a_change_that_is_not_committed_is_told_as_such(school: School) -> None:
    school.edit(school.anna / f"{JAN}.yml", "independent", "supervised")
    found = known(attributed(school), JAN)
    assert found.commit is None
    first = found.sign_off()
    assert first is not None
    assert first.trust is Trust.DECLARED
    assert first.note is not None


# ---- the last commit -----------------------------------------------------------------------------


def test_a_commit_elsewhere_leaves_the_last_one_as_it_is(school: School) -> None:
    before = {name: known(attributed(school), name).commit for name in (JAN, RYE, DOUGH)}
    (school.folder / "README.md").write_text("hello\n", encoding="utf-8")
    school.commit(EMAILS["greet"])
    school.git("checkout", "--quiet", "-b", "side", "HEAD~3")
    (school.folder / "other.txt").write_text("x\n", encoding="utf-8")
    school.commit(EMAILS["greet"])
    school.git("-c", "user.name=g", "-c", "user.email=g@x.example", "merge", "--quiet", "--no-ff", "main")
    after = {name: known(attributed(school), name).commit for name in (JAN, RYE, DOUGH)}
    assert after == before


# ---- what is kept --------------------------------------------------------------------------------


def test_an_unchanged_history_is_not_read_again(
    school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    first = attributed(school, cache)
    asked: list[str] = []
    run = git_module.Git.run

    def spy(self: git_module.Git, *arguments: str, **rest: object) -> bytes:
        asked.append(arguments[0])
        return run(self, *arguments, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(git_module.Git, "run", spy)
    assert attributed(school, cache).project == first.project
    assert "log" not in asked
    school.edit(school.anna / f"{JAN}.yml", "independent", "supervised")
    school.commit(EMAILS["anna"])
    found = said(school, cache=cache)
    assert found is not None
    assert found.person == "anna"


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00\xff", b"0\n{}", b'{"answers": 3}'])
def test_a_damaged_cache_counts_as_none(school: School, tmp_path: Path, content: bytes) -> None:
    cache = tmp_path / "cache"
    first = attributed(school, cache)
    for file in cache.iterdir():
        file.write_bytes(content)
    assert attributed(school, cache).project == first.project


def test_what_another_clone_kept_is_not_believed(school: School, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    attributed(school, cache)
    names = {one.name for one in cache.iterdir()}
    clone = tmp_path / "clone"
    shutil.copytree(school.folder, clone, symlinks=True)
    attributed(School(clone, school.capture), cache)
    assert len({one.name for one in cache.iterdir()} - names) == len(names) == 5


def test_the_cache_stays_small(school: School, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for number in range(12):
        (school.folder / "README.md").write_text(f"{number}\n", encoding="utf-8")
        school.commit(EMAILS["greet"])
        attributed(school, cache)
    assert len(list(cache.iterdir())) <= 10


# ---- for whom ------------------------------------------------------------------------------------


def test_the_team_sees_who_and_others_do_not(school: School) -> None:
    school.edit(school.anna / f"{JAN}.yml", "independent", "supervised")
    school.commit(EMAILS["anna"])
    school.edit(
        school.anna / "learner.yml",
        "cohort:",
        "consents:\n  - {scope: description, audience: public, given_by: both, date: 2026-01-01}\n"
        "  - {scope: portfolio, audience: public, given_by: both, date: 2026-01-01}\ncohort:",
    )
    loaded = attributed(school)
    for audience in Audience:
        gated = restrict(loaded.project, loaded.statuses, audience, DAY, remarks=loaded.remarks)
        folder = next(iter(gated.project.learners.values()))
        signs = [
            one
            for records in (folder.evidence, folder.assessments, folder.decisions)
            for record in records.values()
            for one in (record.provenance or Provenance()).signed
        ]
        assert signs
        if audience is Audience.TEAM:
            assert any(one and one.trust is Trust.CONTRADICTED and one.person == "anna" for one in signs)
        else:
            assert {one.person for one in signs if one} == {None}
            assert {one.trust for one in signs if one} <= {Trust.SIGNED, Trust.AUTHORED}
        assert build(gated).learners
