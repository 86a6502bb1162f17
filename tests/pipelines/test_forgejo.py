"""The pipelines for Forgejo: what differs from GitHub's, run for real against a hostile change."""

from __future__ import annotations

import base64
import re
from typing import Any

from tests.pipelines.conftest import EVIDENCE, SECRET, Api, Host, Hosted, pipeline

REVIEW = ".forgejo/workflows/review.yml"


def run_step(hosted: Hosted, step: dict[str, Any], **context: str) -> tuple[int, str]:
    known = {
        "github.server_url": f"file://{hosted.origin.parent}",
        "github.repository": hosted.origin.stem,
        "github.event.repository.default_branch": "main",
        "github.event.pull_request.number": "7",
        "github.token": "token-of-the-run",
        **context,
    }
    given = {
        name: re.sub(r"\$\{\{ *(.+?) *\}\}", lambda found: known[found[1]], value)
        for name, value in step.get("env", {}).items()
    }
    assert "${{" not in step["run"]
    done = hosted.shell(step["run"], GITHUB_OUTPUT=str(hosted.workspace.parent / "output"), **given)
    assert SECRET not in done.stdout + done.stderr
    assert "token-of-the-run" not in done.stdout + done.stderr
    return done.returncode, done.stdout


def test_a_hostile_change_is_looked_at_and_told_once(hosted: Host, api: Api) -> None:
    found = hosted("forgejo")
    jobs = pipeline(found, REVIEW)["jobs"]
    lay_down, install, words, wrong = jobs["look"]["steps"]
    assert run_step(found, lay_down)[0] == 0
    assert "apt-get" in install["run"]
    found.install()
    assert run_step(found, words)[0] == 0
    code, said = run_step(found, wrong)
    assert code == 1
    assert f"file={EVIDENCE}" in said
    found.is_untouched()

    output = (found.workspace.parent / "output").read_text().strip().removeprefix("words=")
    context = {"needs.look.outputs.words": output, "github.api_url": api.address}
    (tell,) = jobs["tell"]["steps"]
    place = f"/repos/{found.origin.stem}/issues"
    for login, way in (("somebody", "POST"), ("forgejo-actions", "PATCH")):
        comment = {"id": 5, "user": {"login": login}, "body": "<!-- bekwaam diff -->\nold"}
        api.answers[f"{place}/7/comments"] = [comment]
        code, said = run_step(found, tell, **context)
        assert code == 0, said
        told = api.told[-1]
        assert told[:2] == (way, f"{place}/7/comments" if way == "POST" else f"{place}/comments/5")
        assert told[2]["body"] == "<!-- bekwaam diff -->\n" + base64.b64decode(output).decode()
        assert told[3] == "token token-of-the-run"


def test_only_steps_that_need_the_token_have_it(hosted: Host) -> None:
    found = hosted("forgejo")
    for job in pipeline(found, REVIEW)["jobs"].values():
        assert job["timeout-minutes"] <= 20
        assert re.search(r"@sha256:[0-9a-f]{64}$", job["container"]["image"])
        for step in job["steps"]:
            assert "uses" not in step
            assert ("TOKEN" in step.get("env", {})) == ("fetch" in step["run"] or "urllib" in step["run"])
    publish = pipeline(found, ".forgejo/workflows/publish.yml")["jobs"]
    for job in publish.values():
        for step in job["steps"]:
            assert re.fullmatch(r"https://data\.forgejo\.org/[\w/-]+@[0-9a-f]{40}", step.get("uses", "")) or (
                "run" in step
            )
    assert publish["team"]["if"].endswith("github.event.repository.private")
