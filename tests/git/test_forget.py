"""Somebody is found everywhere, goes from the tree, and can be taken out of the history."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.git.conftest import EMAILS, School

ACTION = """\
title: Sooner visits, as Anna Peeters asked
origin: anna/contacts/2026-05-28-visit  # her idea
owner: greet
due: 2026-12-01
status: open
"""
OWNERS = """\
# Written by `bekwaam codeowners`

/portfolios/people/ greet@south.example

/portfolios/learners/anna/assessments/ jan@de-gist.example

/portfolios/learners/joanna/assessments/ jan@de-gist.example
"""


def put(school: School, path: str, text: str) -> Path:
    file = school.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def full(school: School) -> School:
    """Anna is everywhere: in an action, in owners, in pages, as somebody's child, in a note of a visit."""
    put(school, "mkdocs.yml", "site_name: South\ntheme: material\nplugins: [bekwaam]\n")
    put(school, "docs/index.md", "# South\n\nANNA\u00a0Peeters won a prize. Mail anna@mail.example.\n")
    put(school, "portfolios/quality/actions/2026-sooner.yml", ACTION)
    put(school, ".github/CODEOWNERS", OWNERS)
    put(school, ".gitmodules", '[submodule "x"]\n\tpath = portfolios/learners/anna\n')
    put(school, "notes/anna-peeters.txt", "Joanna Peetersen is somebody else.\n")
    put(
        school,
        "portfolios/people/rita.yml",
        "name: Rita\nroles: [{role: guardian, organisation: south, from: 2020-01-01}]\n",
    )
    school.edit(school.anna / "learner.yml", "cohort: ", "guardians: [rita]\ncohort: ")
    put(
        school,
        "portfolios/quality/contacts/2026-03-01-meeting.yml",
        "date: 2026-03-01\nkind: meeting\nparticipants: [{role: coach, person: marieke}]\n"
        "notes: Anna came late.\n",
    )
    put(school, "portfolios/quality/cycles/2025.yml", CYCLE)
    school.commit(EMAILS["anna"], message="Anna Peeters says hello")
    identity = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    school.git(*identity, "tag", "-m", "The work of Anna Peeters", "v1")
    put(school, ".cache/bekwaam/pictures/0.webp", "x")
    put(school, "site/404.html", "x")
    put(school, "site/learners/anna/index.html", "Anna Peeters")
    return school


CYCLE = "title: 2025-2026\nstart: 2025-09-01\nend: 2026-08-31\ncounts: {learners: 12}\n"


def errors(school: School) -> set[str]:
    _, out, _ = school.run("validate", "--as-of", "2026-06-30")
    return {row for row in out.splitlines() if " error " in row}


def test_everything_is_listed_and_nothing_is_touched(full: School) -> None:
    code, out, err = full.run("forget", "anna")
    assert code == 0, err
    assert full.git("status", "--porcelain", "--untracked-files=no") == ""
    for told in (
        "portfolios/learners/anna/learner.yml",
        "portfolios/learners/anna/media/rye-bread.png",
        "portfolios/people/rita.yml",
        "portfolios/quality/actions/2026-sooner.yml:1: title",
        "portfolios/quality/actions/2026-sooner.yml:2: origin",
        ".github/CODEOWNERS:5:",
        ".gitmodules:2: path",
        "docs/index.md:3: ",
        "portfolios/quality/contacts/2026-03-01-meeting.yml:4: notes: Anna came late.",
        "notes/anna-peeters.txt",
        ".cache/bekwaam",
        "site/learners",
        "changes their files, names them in its message, was made by them",
        "refs/tags/v1",
        "git filter-repo ",
        "Forks keep it",
    ):
        assert told in out, told
    assert "joanna" not in out.casefold().replace("notes/anna", "")
    assert "--write" in err


def test_it_goes_from_the_tree(full: School) -> None:
    before = errors(full)
    code, _, err = full.run("forget", "anna", "--write")
    assert code == 0, err
    assert errors(full) <= before
    assert not full.anna.exists()
    assert not full.person("rita").exists()
    assert not (full.folder / ".cache/bekwaam").exists()
    assert not list((full.folder / "site").iterdir())
    action = (full.folder / "portfolios/quality/actions/2026-sooner.yml").read_text(encoding="utf-8")
    changed = ACTION.replace("Anna Peeters", "[...]").replace("anna/contacts/2026-05-28-visit", '"43"')
    assert action == changed
    owners = (full.folder / ".github/CODEOWNERS").read_text(encoding="utf-8")
    assert "/anna/" not in owners
    assert "joanna" in owners
    page = (full.folder / "docs/index.md").read_text(encoding="utf-8")
    assert page == "# South\n\n[...] won a prize. Mail [...].\n"
    # Totals stay, and so does what may be about somebody else.
    assert (full.folder / "portfolios/quality/cycles/2025.yml").read_text(encoding="utf-8") == CYCLE
    assert "Anna came late" in (full.folder / "portfolios/quality/contacts/2026-03-01-meeting.yml").read_text(
        encoding="utf-8"
    )
    # Nothing is committed, and git still knows them.
    assert full.git("diff", "--cached", "--name-only") == ""
    code, again, _ = full.run("forget", "anna")
    assert code == 0
    assert "Commits: " in again
    assert "Their own files" not in again


def test_the_history_is_rewritten_as_it_says(full: School, tmp_path: Path) -> None:
    full.edit(full.anna / "learner.yml", "name: Anna Peeters", 'name: "Anna O\'Peeters; touch $HOME/ran"')
    full.commit(EMAILS["greet"])
    _, out, _ = full.run("forget", "anna", "--write")
    full.commit(EMAILS["greet"], message="Somebody left")
    mirror = tmp_path / "mirror"
    subprocess.run(["git", "clone", "--quiet", "--no-local", "--mirror", full.folder, mirror], check=True)
    lines = [
        one.strip() for one in out.splitlines() if one.strip().startswith(("printf ", "git filter-repo "))
    ]
    assert lines[-1].startswith("git filter-repo ")
    tool = Path(__file__).parents[2] / ".venv/bin/git-filter-repo"
    tool = Path(shutil.which("git-filter-repo") or tool)
    script = "\n".join(["set -e", *lines]).replace("git filter-repo", shlex.quote(str(tool)))
    done = subprocess.run(
        ["sh", "-c", script],
        cwd=mirror,
        check=False,
        capture_output=True,
        text=True,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "ran").exists()
    left = subprocess.run(
        ["git", "cat-file", "--batch", "--batch-all-objects"], cwd=mirror, check=True, capture_output=True
    ).stdout.decode(errors="replace")
    for told in ("Anna Peeters", "O'Peeters", "anna@mail.example", "anna/contacts", "learners/anna/"):
        assert told not in left, told
    names = subprocess.run(
        ["git", "log", "--all", "--name-only", "--format=%an %ae %s"],
        cwd=mirror,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "learners/anna" not in names
    assert "rita" not in names
    assert "says hello" in names


def test_sealed_records_of_others_stay(full: School) -> None:
    bob = full.anna.parent / "bob"
    shutil.copytree(full.anna, bob)
    full.edit(bob / "learner.yml", "name: Anna Peeters", "name: Bob Claes")
    full.edit(bob / "learner.yml", "emails: [anna@mail.example]", "emails: [bob@mail.example]")
    file = bob / "assessments/2026-06-10-jan.yml"
    file.write_text(file.read_text(encoding="utf-8") + "next_action: Help Anna Peeters.\n", encoding="utf-8")
    assert full.run("seal", str(file))[0] == 0
    code, out, err = full.run("forget", "anna", "--write")
    assert code == 0, err
    assert "Help Anna Peeters." in file.read_text(encoding="utf-8")
    assert "(sealed, so it stays as it is)" in out
    assert "Left for you to change: 2" in out  # the submodule too
    assert full.person("rita").exists()  # somebody else's guardian too


def test_links_are_removed_and_not_followed(full: School, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file.txt").write_text("x", encoding="utf-8")
    (full.anna / "media/link").symlink_to(kept)
    (full.folder / "docs/link.md").symlink_to(kept / "file.txt")
    shutil.rmtree(full.folder / "site")
    (full.folder / "site").symlink_to(kept)
    assert full.run("forget", "anna", "--write")[0] == 0
    assert (kept / "file.txt").read_text(encoding="utf-8") == "x"


def test_a_site_that_is_none_stays(full: School) -> None:
    put(full, "mkdocs.yml", "site_name: South\nsite_dir: portfolios\nplugins: [bekwaam]\n")
    assert full.run("forget", "anna", "--write")[0] == 0
    assert full.person("jan").exists()
    assert (full.folder / "site/404.html").exists()


def test_an_id_that_was_somebody_elses_before(full: School) -> None:
    full.edit(full.anna / "learner.yml", "name: Anna Peeters", "name: Someone New")
    text = (full.anna / "learner.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    rows = [row for row in text if not row.startswith(("pseudonym", "emails"))]
    (full.anna / "learner.yml").write_text("".join(rows) + "pseudonym: Red kite\n", encoding="utf-8")
    full.commit(EMAILS["greet"])
    _, out, _ = full.run("forget", "anna")
    sure = out.partition("Mentions in other files")[2].partition("Lines that may")[0]
    assert "docs/index.md" not in sure
    assert "Anna Peeters==>" not in out


def test_without_git(bare_school: School) -> None:
    code, out, err = bare_school.run("forget", "anna", "--write")
    assert code == 0, err
    assert not bare_school.anna.exists()
    assert "filter-repo" not in out
    assert "handed over" in out


@pytest.mark.parametrize("unknown", ["ana", "../people", ".", "x/y"])
def test_somebody_unknown(full: School, unknown: str) -> None:
    code, _, err = full.run("forget", unknown, "--write")
    assert code == 2
    assert "no learner" in err
    assert full.git("status", "--porcelain", "--untracked-files=no") == ""
