"""The pipeline for GitLab: its scripts, run for real against a hostile change."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.pipelines.conftest import EVIDENCE, SECRET, Api, Host, Hosted, git, pipeline

BRANCH = {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_DEFAULT_BRANCH": "main"}


def script(hosted: Hosted, job: str, **environment: str) -> tuple[int, str]:
    """A job's script in one shell, as a runner does it; what installs is done otherwise."""
    lines = [
        one
        for one in pipeline(hosted, ".gitlab-ci.yml")[job]["script"]
        if "pip install" not in one and "venv .venv" not in one and "apt-get" not in one
    ]
    at = next((n for n, one in enumerate(lines) if "bekwaam" in one or "mkdir" in one), len(lines))
    programs = hosted.workspace.parent / "programs"
    install = f"test -e .venv || {{ mkdir -p .venv/bin && ln -s {programs}/bekwaam .venv/bin/bekwaam; }}"
    done = hosted.shell("\n".join([*lines[:at], install, *lines[at:]]), **BRANCH, **environment)
    assert SECRET not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def found(hosted: Host) -> Hosted:
    made = hosted("gitlab")
    made.lay_down()
    program = made.workspace.parent / "programs/bekwaam"
    made.install()
    (made.workspace / ".venv/bin/bekwaam").rename(program)
    for folder in (".venv/bin", ".venv"):
        (made.workspace / folder).rmdir()
    return made


def test_a_hostile_change_of_a_branch(found: Hosted) -> None:
    """The worst case: a runner that laid down the change, against what it was told."""
    git(found.workspace, "fetch", "--quiet", "origin", "refs/merge-requests/7/head")
    git(found.workspace, "checkout", "--quiet", "--force", "--detach", "FETCH_HEAD")
    assert (found.workspace / "hook.py").exists()
    code, said = script(found, "change", CI_COMMIT_SHA=found.head)
    assert code == 1, said
    found.is_untouched()
    assert f"{EVIDENCE}:" in said

    quality = json.loads((found.workspace / "gl-code-quality-report.json").read_text())
    assert {"description", "check_name", "fingerprint", "severity", "location"} == set(quality[0])
    assert len({one["fingerprint"] for one in quality}) == len(quality)
    assert {one["severity"] for one in quality} <= {"info", "minor", "major", "critical", "blocker"}
    places = {one["location"]["path"]: one["location"]["positions"]["begin"] for one in quality}
    assert places[EVIDENCE]["line"] > 1
    assert all(path.startswith("portfolios/") for path in places)

    junit = ET.parse(found.workspace / "junit.xml").getroot()
    failed = [case.get("file") for case in junit.iter("testcase") if case.find("failure") is not None]
    assert EVIDENCE in failed
    words = (found.workspace / "what-it-does.md").read_text()
    assert words.startswith("### What this change does")
    assert "Anna" not in words


def test_a_note_on_every_open_merge_request(found: Hosted, api: Api) -> None:
    environment = {
        "CI_API_V4_URL": api.address,
        "CI_PROJECT_ID": "3",
        "BEKWAAM_TOKEN": "token-of-the-school",
    }
    listed = "/projects/3/merge_requests?state=opened&per_page=100&page=1"
    api.answers[listed] = [
        {"iid": 7, "target_branch": "main"},
        {"iid": 8, "target_branch": "main"},
        {"iid": 9, "target_branch": "other"},
    ]
    api.answers["/user"] = {"id": 99}
    assert script(found, "open", **environment)[0] == 0
    assert (found.workspace / "open.txt").read_text() == "7\n8\n"

    code, said = script(found, "look")
    assert code == 0, said
    found.is_untouched()
    assert [one.name for one in (found.workspace / "words").iterdir()] == ["7.md"]

    # What looked at the changes may have been taken over: no link, no other name, no command.
    (found.workspace / "words/8.md").symlink_to("/etc/passwd")
    (found.workspace / "words/9.md").write_text("x")
    (found.workspace / "words/7.md").write_text("fine\n/close\n  /approve\n")
    api.told.clear()
    code, said = script(found, "tell", **environment)
    assert code == 0, said
    written = [one for one in api.told if one[0] != "GET"]
    assert [one[:2] for one in written] == [("POST", "/projects/3/merge_requests/7/notes")]
    assert written[0][2]["body"] == "<!-- bekwaam diff -->\nfine\n\\/close\n  \\/approve\n"
    assert {one[3] for one in api.told} == {"token-of-the-school"}

    notes = "/projects/3/merge_requests/7/notes?per_page=100&page=1"
    theirs = {"id": 1, "author": {"id": 5}, "body": written[0][2]["body"]}
    ours = {"id": 2, "author": {"id": 99}, "body": "<!-- bekwaam diff -->\nold"}
    api.answers[notes] = [theirs, ours]
    api.told.clear()
    assert script(found, "tell", **environment)[0] == 0
    assert [one[1] for one in api.told if one[0] == "PUT"] == ["/projects/3/merge_requests/7/notes/2"]


def test_the_main_branch_is_checked_and_built(found: Hosted) -> None:
    code, said = script(found, "check")
    assert code == 0, said
    assert ".gitlab/CODEOWNERS is not up to date" in said
    jobs: dict[str, Any] = pipeline(found, ".gitlab-ci.yml")
    for job in ("team", "pages"):
        assert jobs[job]["artifacts"]["access"] == "developer"
        assert jobs[job]["rules"][1]["if"].startswith("$BEKWAAM_")
    assert "environment" not in jobs["look"]
    assert jobs["change"]["variables"]["GIT_CHECKOUT"] == "false"
