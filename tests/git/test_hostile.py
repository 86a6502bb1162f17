"""Repositories of other shapes, and repositories that want to deceive."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.git.conftest import EMAILS, School

JAN = "portfolios/learners/anna/assessments/2026-06-10-jan.yml"
DAY = ("--as-of", "2026-06-30")

# Settings that change what git prints, or how much of it; none may reach what we read.
SETTINGS = {
    "diff.relative": "true",
    "diff.renames": "false",
    "diff.noprefix": "true",
    "diff.external": "false",
    "color.ui": "always",
    "core.quotePath": "true",
    "core.abbrev": "4",
    "core.ignoreCase": "true",
    "format.pretty": "oneline",
    "i18n.logOutputEncoding": "UTF-16",
    "log.abbrevCommit": "true",
    "log.date": "relative",
    "log.decorate": "full",
    "log.diffMerges": "off",
    "log.follow": "true",
    "log.mailmap": "true",
    "log.showSignature": "true",
    "mailmap.file": ".mailmap",
}


def seals(school: School) -> list[dict[str, Any]]:
    _, out, err = school.run("verify", "--format", "json")
    assert out, err
    return list(json.loads(out)["seals"])


def test_settings_of_the_repository_change_nothing(school: School) -> None:
    before = seals(school)
    for name, value in SETTINGS.items():
        school.git("config", name, value)
    assert seals(school) == before


def test_a_mailmap_makes_nobody_somebody_else(school: School) -> None:
    school.edit(school.folder / JAN, "independent", "with_help")
    (school.folder / ".mailmap").write_text(f"Jan <{EMAILS['jan']}> <{EMAILS['anna']}>\n", encoding="utf-8")
    school.commit(EMAILS["anna"])
    assert school.jan()["person"] == "anna"
    assert school.jan()["trust"] == "contradicted"


def test_sha256_repositories(bare_school: School) -> None:
    bare_school.git("init", "--quiet", "--initial-branch=main", "--object-format=sha256")
    bare_school.commit(EMAILS["jan"])
    found = bare_school.jan()
    assert (found["trust"], len(found["commit"])) == ("authored", 64)


def test_in_a_linked_worktree(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    place = school.folder.parent / "linked"
    school.git("worktree", "add", "--quiet", str(place), "-b", "change")
    linked = School(place, school.capture)
    monkeypatch.chdir(place)
    linked.edit(place / JAN, "independent", "with_help")
    linked.commit(EMAILS["anna"])
    assert linked.jan()["trust"] == "contradicted"
    _, out, _ = linked.run("diff", *DAY, "main")
    assert "from “independently” to “with help”" in out


def test_a_learners_folder_as_a_submodule(school: School) -> None:
    theirs = school.folder.parent / "theirs"
    school.git("clone", "--quiet", "--bare", str(school.folder), str(theirs))
    own = School(school.folder.parent / "own", school.capture)
    school.anna.rename(own.folder)
    own.git("init", "--quiet", "--initial-branch=main")
    own.commit(EMAILS["jan"])
    school.commit(EMAILS["greet"])
    allow = ("-c", "protocol.file.allow=always")
    school.git(*allow, "submodule", "add", "--quiet", str(own.folder), "portfolios/learners/anna")
    school.commit(EMAILS["greet"])
    assert (school.anna / ".git").is_file()
    assert school.jan()["trust"] == "authored"
    code, _, err = school.run("diff", *DAY, "HEAD~1")
    assert code == 0
    assert "portfolios/learners/anna" in err


def test_a_key_that_was_taken_out_speaks_for_nobody(school: School) -> None:
    key = school.key("jan")
    record = school.person("jan").read_text(encoding="utf-8")
    school.give_key("jan", key)
    school.commit(EMAILS["greet"])
    school.edit(school.folder / JAN, "independent", "with_help")
    school.commit(EMAILS["jan"], key=key)
    assert school.jan()["trust"] == "signed"
    school.person("jan").write_text(record, encoding="utf-8")
    school.commit(EMAILS["greet"])
    found = school.jan()
    assert (found["signature"], found["trust"]) == ("unknown_key", "contradicted")


def test_dates_of_commits_give_nobody_a_role(school: School) -> None:
    """Roles count on the record's date; when a commit says that it was made matters for nothing."""
    school.edit(school.person("marieke"), "from: ", "to: 2026-06-01\n    from: ")
    school.commit(EMAILS["greet"])
    school.edit(school.folder / JAN, "independent", "with_help")
    school.git("add", "--all")
    back = {"GIT_AUTHOR_DATE": "2026-05-01T10:00:00Z", "GIT_COMMITTER_DATE": "2026-05-01T10:00:00Z"}
    identity = ("-c", "user.name=m", "-c", f"user.email={EMAILS['marieke']}")
    school.git(*identity, "commit", "--quiet", "-m", "back", **back)
    assert school.jan()["trust"] == "contradicted"


@pytest.mark.parametrize(
    "author",
    [
        "Jan <jan@de-gist.example> 99999999999999999999999 +0000",
        "Jan <jan@de-gist.example> -1 +9999",
        "Jan\x1b[31m <jan@de-gist.example> 1 +0000",
        "Jan <jan@de-gist.example <anna@mail.example> 1 +0000",
        " <> 1 +0000",
    ],
)
def test_commits_made_by_hand(school: School, author: str) -> None:
    school.edit(school.folder / JAN, "independent", "with_help")
    school.git("add", "--all")
    tree, head = school.git("write-tree"), school.git("rev-parse", "HEAD")
    text = f"tree {tree}\nparent {head}\nauthor {author}\ncommitter {author}\n\nby hand\n"
    file = school.folder.parent / "commit"
    file.write_text(text, encoding="utf-8")
    made = school.git("hash-object", "--literally", "-t", "commit", "-w", str(file))
    school.git("update-ref", "HEAD", made)
    code, out, err = school.run("verify")
    assert code in (0, 1), err
    assert "\x1b" not in out
    assert school.run("diff", *DAY, "HEAD~1")[0] == 0
