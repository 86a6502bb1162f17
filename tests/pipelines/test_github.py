"""The pipelines for GitHub: every step of every job, run for real against a hostile change."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

from tests.pipelines.conftest import EVIDENCE, SECRET, Host, Hosted, pipeline

CONTEXT = {
    "github.event.pull_request.number": "7",
    "github.token": "token-of-the-run",
    "github.repository": "school/records",
}

ANNOTATION = re.compile(
    r"::(error|warning) file=portfolios/[^,:]+,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,"
    r"title=[EW]\d{3}::.+"
)


def filled(value: str, context: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ *(.+?) *\}\}", lambda found: context[found[1]], value)


class Run:
    """One job of a workflow, as a runner does it."""

    def __init__(self, hosted: Hosted, path: str, job: str, **context: str) -> None:
        self.hosted = hosted
        self.context = {**CONTEXT, "github.event.pull_request.head.sha": hosted.head, **context}
        self.job: dict[str, Any] = pipeline(hosted, path)["jobs"][job]
        self.said: dict[str, str] = {}
        self.codes: dict[str, int] = {}
        for name in ("output", "summary"):
            (hosted.workspace.parent / name).write_text("")
        hosted.environment = {
            "GITHUB_OUTPUT": str(hosted.workspace.parent / "output"),
            "GITHUB_STEP_SUMMARY": str(hosted.workspace.parent / "summary"),
            "GITHUB_REPOSITORY": "school/records",
            "GITHUB_ACTIONS": "true",
        }

    def go(self) -> None:
        for step in self.job["steps"]:
            uses = step.get("uses", "").partition("@")[0]
            if uses == "actions/checkout":
                assert "ref" not in step["with"] and "repository" not in step["with"]
                assert step["with"]["persist-credentials"] is False
                self.hosted.lay_down()
            elif step["name"].startswith("Install"):
                self.hosted.install()
            elif "run" in step:
                given = {**self.job.get("env", {}), **step.get("env", {})}
                assert "${{" not in step["run"], "what others write comes as a variable, never as code"
                done = self.hosted.shell(
                    step["run"], **{name: filled(value, self.context) for name, value in given.items()}
                )
                self.said[step["name"]] = done.stdout
                self.codes[step["name"]] = done.returncode
                assert SECRET not in done.stdout + done.stderr
                assert "token-of-the-run" not in done.stdout + done.stderr
                assert not re.search(r"^\s*::(?!error file=|warning file=)", done.stdout + done.stderr, re.M)
                assert "injected by name\n" not in done.stdout

    @property
    def words(self) -> str:
        output = (self.hosted.workspace.parent / "output").read_text()
        assert output.count("\n") == 1
        return output.strip().removeprefix("words=")


def test_a_hostile_change_is_looked_at_and_does_nothing(hosted: Host) -> None:
    run = Run(found := hosted("github"), ".github/workflows/review.yml", "look")
    run.go()
    found.is_untouched()
    assert run.codes == {
        "Fetch the change as objects": 0,
        "What it does, in words": 0,
        "What is wrong with it": 1,
    }
    annotations = run.said["What is wrong with it"].splitlines()
    assert all(ANNOTATION.fullmatch(line) for line in annotations), annotations
    told = {(re.findall(r"file=([^,]+)", one)[0], re.findall(r"title=(\w+)", one)[0]) for one in annotations}
    assert (EVIDENCE, "E301") in told
    assert ("portfolios/learners/anna/media/passwd.png", "E116") in told
    assert ("portfolios/learners/anna/learner.yaml", "E116") in told
    assert {"E103", "E114"} <= {code for _, code in told}
    words = base64.b64decode(run.words).decode()
    assert words.startswith("### What this change does")
    assert "@\u200bschool/everyone" in words
    assert "Anna" not in words
    assert (found.workspace.parent / "summary").read_text() == words


def test_the_words_are_said_once(hosted: Host) -> None:
    found = hosted("github")
    words = base64.b64encode(f"### What it does\n{'é' * 29_000}\n".encode()).decode()
    gh = found.workspace.parent / "programs/gh"
    log = found.workspace.parent / "gh.log"
    mine = found.workspace.parent / "mine"
    gh.write_text(
        f'#!/bin/sh\nprintf \'%s\\n\' "$*" >> {log}\ncase "$*" in *--paginate*) cat {mine};; '
        f'*) cp "${{7#body=@}}" {found.workspace.parent}/posted.md;; esac\n'
    )
    gh.chmod(0o755)
    for comment, way in (("", "POST repos/school/records/issues/7/comments"), ("42\n43\n", "PATCH")):
        mine.write_text(comment)
        log.write_text("")
        tell = Run(found, ".github/workflows/review.yml", "tell", **{"needs.look.outputs.words": words})
        assert tell.job["permissions"] == {"pull-requests": "write"}
        tell.go()
        assert set(tell.codes.values()) == {0}
        assert f"--method {way}" in log.read_text()
    assert "issues/comments/42" in log.read_text()
    posted = (found.workspace.parent / "posted.md").read_text()
    assert posted == "<!-- bekwaam diff -->\n" + base64.b64decode(words).decode()
    assert len(posted) < 65536


def test_a_preview_has_the_settings_of_the_main_branch(hosted: Host) -> None:
    def harmless(folder: Any) -> None:
        (folder / "mkdocs.yml").write_text("site_name: EVIL\nhooks: [hook.py]\n")
        (folder / "hook.py").write_text("open('ran-by-itself', 'w').close()\n")
        (folder / "docs/index.md").write_text("# EVIL\n")
        file = folder / EVIDENCE
        file.write_text(file.read_text().replace("Forty", "Fifty"))

    found = hosted("github", harmless)
    run = Run(found, ".github/workflows/review.yml", "preview")
    assert run.job["if"].endswith("github.event.repository.private")
    run.go()
    assert set(run.codes.values()) == {0}, run.said
    found.is_untouched()
    page = (found.workspace / "site/index.html").read_text()
    assert "De Proef" in page
    assert "EVIL" not in page


def test_the_main_branch_is_checked_and_built(hosted: Host) -> None:
    found = hosted("github")
    found.lay_down()
    found.install()
    for job in ("check", "public"):
        run = Run(found, ".github/workflows/publish.yml", job)
        found.lay_down = lambda: None  # type: ignore[method-assign]
        found.install = lambda: None  # type: ignore[method-assign]
        for step in run.job["steps"]:
            if "run" in step:
                step["run"] = step["run"].replace("build", "build --no-pdf")
        run.go()
        assert set(run.codes.values()) == {0}, run.said
        if job == "check":
            assert "::warning file=.github/CODEOWNERS" in run.said["Who has to look at what"]
        else:
            site = (found.workspace / "site/index.html").read_text()
            assert "De Proef" in site


def test_rights_are_the_least(hosted: Host) -> None:
    found = hosted("github")
    rights: dict[str, dict[str, str]] = {}
    for name in ("review", "publish"):
        workflow = pipeline(found, f".github/workflows/{name}.yml")
        assert workflow["permissions"] == {}
        rights |= {job: value["permissions"] for job, value in workflow["jobs"].items()}
        text = json.dumps(workflow)
        assert "secrets." not in text
        assert "cache" not in text
        assert all("timeout-minutes" in job for job in workflow["jobs"].values())
        assert re.findall(r'"uses": "(?![\w/-]+@[0-9a-f]{40}")[^"]*"', text) == []
    reading = {"contents": "read"}
    assert rights == {
        "look": reading,
        "tell": {"pull-requests": "write"},
        "preview": reading,
        "check": reading,
        "public": reading,
        "pages": {"pages": "write", "id-token": "write"},
        "team": reading,
    }
