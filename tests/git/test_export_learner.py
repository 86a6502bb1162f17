"""A learner's part of the history is a repository of its own, with nothing of others in it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.git.conftest import EMAILS, School

OTHERS = "kqother"
"""Stands in everything that is of others; nothing that is taken along may hold it."""


def export(school: School, *more: str) -> Path:
    out = school.folder.parent / "out"
    code, _, err = school.run("export", "learner", "anna", "--with-history", "-o", str(out), *more)
    assert code == 0, err
    return out


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=True)
    return done.stdout.decode(errors="replace")


def told(folder: Path) -> str:
    """Every byte of the folder, and every object of the repository."""
    assert git(folder, "fsck", "--full", "--unreachable", "--dangling", "--no-reflogs") == ""
    raw = [one.read_bytes() for one in folder.rglob("*") if one.is_file()]
    names = "\n".join(one.relative_to(folder).as_posix() for one in folder.rglob("*"))
    objects = git(folder, "cat-file", "--batch", "--batch-all-objects")
    trees = git(folder, "log", "--all", "--raw", "--format=fuller")
    return objects + trees + names + b"\n".join(raw).decode(errors="replace")


def put(school: School, path: str, text: str) -> Path:
    file = school.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def add_bob(school: School) -> Path:
    """Another learner, whose every file says so."""
    bob = school.anna.parent / f"bob-{OTHERS}"
    shutil.copytree(school.anna, bob)
    for one in bob.rglob("*.yml"):
        text = one.read_text(encoding="utf-8").replace("emails: [anna@mail.example]\n", "")
        one.write_text(
            text.replace("Anna", f"Bob {OTHERS}").replace("pseudonym: ", f"pseudonym: {OTHERS} "),
            encoding="utf-8",
        )
    return bob


def test_it_stands_by_itself(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    before = school.verify()
    out = export(school)
    monkeypatch.chdir(out)
    code, printed, _ = school.run("validate", "--as-of", "2026-06-30")
    assert code == 0, printed
    assert git(out, "status", "--porcelain") == ""
    assert git(out, "for-each-ref", "--format=%(refname)") == "refs/heads/main\n"
    # Who signed off is still known, by an address that is nobody's.
    after = school.verify()
    assert after.keys() == before.keys()
    for one, seal in after.items():
        assert seal["author"]["person"] == before[one]["author"]["person"]
        assert seal["author"]["trust"] == before[one]["author"]["trust"] == "authored"
    authors = set(git(out, "log", "--format=%ae%n%ce").split())
    assert authors == {f"{who}@people.invalid" for who in ("jan", "marieke", "greet", "bekwaam")}
    subjects = git(out, "log", "--reverse", "--format=%s").splitlines()
    assert subjects[1:3] == ["evidence/2026-05-20-rye-bread.yml", "evidence/2026-06-03-dough-test.yml"]
    code, printed, err = school.run("build", "--no-pdf")
    assert code == 0, err


def test_others_in_the_same_commits(school: School) -> None:
    bob = add_bob(school)
    put(school, "portfolios/learners/anna/media/gone.txt", "my own old file")
    put(school, f"inbox/{OTHERS}.txt", OTHERS)
    put(school, ".mailmap", f"{OTHERS} <{OTHERS}@x.example> <jan@de-gist.example>\n")
    also = f"Co-authored-by: {OTHERS} <{OTHERS}@x.example>\nCo-authored-by: x <Jan@de-gist.example>"
    message = f"Anna and {OTHERS}\n\n{also}"
    school.commit(f"{OTHERS}@mail.example", message=message)
    (school.anna / "media/gone.txt").unlink()
    (bob / "learner.yml").unlink()
    school.commit(EMAILS["anna"], message=f"I talked with {OTHERS}")
    identity = ("-c", f"user.name={OTHERS}", "-c", f"user.email={OTHERS}@x.example")
    school.git(*identity, "tag", "-m", OTHERS, OTHERS)
    shared = ("-c", f"user.name={OTHERS}", "-c", f"user.email={EMAILS['anna']}")
    put(school, "portfolios/learners/anna/media/mine.txt", "on a computer that we share")
    school.git("add", "--all")
    school.git(*shared, "commit", "--quiet", "-m", OTHERS)
    school.git("branch", f"{OTHERS}-branch", "HEAD~1")
    school.git(*identity, "notes", "add", "-m", OTHERS)
    put(school, "portfolios/learners/anna/media/draft.txt", "not committed yet")
    out = export(school)
    assert OTHERS not in told(out)
    assert git(out, "log", "--format=%ae").split()[1] == EMAILS["anna"]
    squashed = git(out, "log", "--format=%an <%ae>|%(trailers:key=Co-authored-by,valueonly,separator=%x2C)")
    assert "- <unknown@people.invalid>|- <unknown@people.invalid>,Jan" in squashed
    assert "my own old file" in git(out, "log", "-p", "--all")
    assert (out / "portfolios/learners/anna/media/draft.txt").is_file()
    assert "anna@mail.example" in told(out)


def test_what_was_in_the_wrong_folder_for_a_while(school: School) -> None:
    bob = add_bob(school)
    (bob / "media").mkdir(exist_ok=True)
    put(school, "portfolios/learners/anna/media/photo.txt", f"a photo of {OTHERS}\n" * 20)
    put(school, "portfolios/learners/anna/media/both.txt", "we both have this\n")
    put(school, f"portfolios/learners/{bob.name}/media/both.txt", "we both have this\n")
    put(school, "portfolios/learners/anna/media/copied.txt", f"also of {OTHERS}\n")
    put(school, f"portfolios/learners/{bob.name}/media/copied.txt", f"also of {OTHERS}\n")
    school.commit(EMAILS["jan"])
    (school.anna / "media/photo.txt").rename(bob / "media/moved.txt")
    with (bob / "media/moved.txt").open("a", encoding="utf-8") as file:
        file.write("and then it changed\n")
    (school.anna / "media/copied.txt").unlink()
    (school.anna / "media/link.txt").symlink_to(f"../../{bob.name}/media/moved.txt")
    school.commit(EMAILS["jan"])
    (school.anna / "media/link.txt").unlink()
    school.commit(EMAILS["jan"])
    out = export(school)
    assert OTHERS not in told(out)
    assert (out / "portfolios/learners/anna/media/both.txt").is_file()


def test_a_folder_that_was_renamed_keeps_its_history(school: School) -> None:
    old = school.anna.rename(school.anna.parent / "l-001")
    school.commit(EMAILS["greet"])
    school.git("mv", "portfolios", "records")
    put(school, "mkdocs.yml", "site_name: x\nplugins: [{bekwaam: {portfolios: records}}]\n")
    school.commit(EMAILS["greet"])
    (school.folder / "records/learners" / old.name).rename(school.folder / "records/learners/anna")
    school.commit(EMAILS["greet"])
    out = export(school)
    shown = git(out, "log", "--format=%s", "--", "portfolios/learners/anna/evidence/2026-05-20-rye-bread.yml")
    assert shown.splitlines() == ["evidence/2026-05-20-rye-bread.yml"]
    assert "l-001" not in told(out)


@pytest.mark.parametrize("way", ["at once", "after a while"])
def test_an_id_that_was_somebody_elses(school: School, way: str) -> None:
    aside = school.folder.parent / "anna"
    shutil.copytree(school.anna, aside)
    shutil.rmtree(school.anna)
    school.commit(EMAILS["greet"])
    bob = add_bob_as_anna(school, aside)
    school.commit(EMAILS["jan"], message="Bob")
    if way == "after a while":
        shutil.rmtree(bob)
        school.commit(EMAILS["greet"])
    shutil.rmtree(bob, ignore_errors=True)
    shutil.copytree(aside, bob)
    school.commit(EMAILS["greet"], message="Anna comes in Bob's place")
    school.edit(bob / "learner.yml", "cohort: ", "about: Hello.\ncohort: ")
    school.commit(EMAILS["anna"])
    out = export(school)
    assert OTHERS not in told(out)
    assert git(out, "log", "--format=%ae").split()[1] == EMAILS["anna"]


def add_bob_as_anna(school: School, aside: Path) -> Path:
    shutil.copytree(aside, school.anna)
    bob = add_bob(school)
    shutil.rmtree(school.anna)
    return bob.rename(school.anna)


def test_branches_that_were_merged(school: School) -> None:
    school.git("checkout", "--quiet", "-b", f"{OTHERS}-work")
    put(school, "portfolios/learners/anna/media/one.txt", "one\n")
    school.commit(EMAILS["anna"], message=OTHERS)
    school.git("checkout", "--quiet", "main")
    put(school, "portfolios/learners/anna/media/two.txt", "two\n")
    school.commit(EMAILS["jan"], message=OTHERS)
    identity = ("-c", f"user.name={OTHERS}", "-c", f"user.email={OTHERS}@x.example")
    school.git(*identity, "merge", "--quiet", "--no-ff", "-m", f"Merge {OTHERS}", f"{OTHERS}-work")
    out = export(school)
    assert OTHERS not in told(out)
    assert {"media/one.txt", "media/two.txt"} <= set(git(out, "log", "--format=%s").splitlines())


def test_a_repository_of_their_own(school: School) -> None:
    shutil.rmtree(school.folder / ".git")
    own = School(school.anna, school.capture)
    own.git("init", "--quiet", "--initial-branch=trunk")
    own.commit(EMAILS["jan"], message=OTHERS)
    (school.anna / "media").mkdir(exist_ok=True)
    (school.anna / "media/x.txt").write_text("x", encoding="utf-8")
    own.commit(EMAILS["anna"], message=OTHERS)
    out = export(school)
    assert OTHERS not in told(out)
    assert git(out, "log", "--format=%s").splitlines()[1] == "media/x.txt"
    assert not (out / "portfolios/learners/anna/.git").exists()


def test_a_repository_that_only_says_it_is_theirs(school: School) -> None:
    """A file named .git can point at any repository of the machine."""
    elsewhere = school.folder.parent / "elsewhere"
    elsewhere.mkdir()
    other = School(elsewhere, school.capture)
    other.git("init", "--quiet")
    (elsewhere / "secret.txt").write_text(OTHERS, encoding="utf-8")
    other.commit(EMAILS["jan"])
    (school.anna / ".git").write_text(f"gitdir: {elsewhere}/.git\n", encoding="utf-8")
    out = export(school)
    assert OTHERS not in told(out)
    assert git(out, "rev-list", "--count", "HEAD") == "1\n"


def test_settings_of_the_repository_run_nothing(school: School, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    script = put(school, "run.sh", f"#!/bin/sh\ntouch {mark}\n")
    script.chmod(0o755)
    put(school, ".gitattributes", "* filter=x diff=x\n")
    school.commit(EMAILS["greet"])
    for name in ("core.fsmonitor", "core.sshCommand", "filter.x.clean", "filter.x.smudge", "diff.x.textconv"):
        school.git("config", name, str(script))
    hooks = school.folder / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    shutil.copy(script, hooks / "reference-transaction")
    export(school)
    assert not mark.exists()


@pytest.mark.parametrize("wrong", ["none", "empty", "shallow"])
def test_no_history_to_take(school: School, monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    if wrong == "shallow":
        clone = school.folder.parent / "clone"
        address = f"file://{school.folder}"
        subprocess.run(["git", "clone", "--quiet", "--depth=1", address, clone], check=True)
        monkeypatch.chdir(clone)
    else:
        shutil.rmtree(school.folder / ".git")
        if wrong == "empty":
            school.git("init", "--quiet")
    code, _, err = school.run(
        "export", "learner", "anna", "--with-history", "-o", str(school.folder.parent / "out")
    )
    assert code == 2, err
    assert ("--unshallow" if wrong == "shallow" else "no git history") in err
    assert not (school.folder.parent / "out").exists()


def test_nothing_half_made_where_git_fails(school: School) -> None:
    objects = school.folder / ".git/objects"
    blob = school.git("rev-parse", "HEAD:portfolios/learners/anna/learner.yml")
    (objects / blob[:2] / blob[2:]).unlink()
    before = sorted(school.folder.parent.iterdir())
    code, _, err = school.run(
        "export", "learner", "anna", "--with-history", "-o", str(school.folder.parent / "out")
    )
    assert code != 0
    assert "git failed" in err
    assert sorted(school.folder.parent.iterdir()) == before
