"""A school with its pipelines in a real repository, and a change from a fork that tries everything it can."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from bekwaam.cli.main import main
from tests.conftest import ROOT

BIN = Path(sys.executable).parent
EVIDENCE = "portfolios/learners/anna/evidence/2026-05-20-rye-bread.yml"
SECRET = "canary-of-the-pipeline"
TRACE = "ran-by-itself"
LEAVE_TRACE = f"open({TRACE!r}, 'w').close()\n"


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    done = subprocess.run(
        ["git", "-C", folder, *identity, *arguments],
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def start_school(folder: Path, host: str, *extra: str) -> None:
    """What `bekwaam new school` writes, with a small school's records in it."""
    answers = ("--name", "De Proef", "--language", "en", "--responsible", "Els Maes", "--framework", "Baker")
    assert main(["new", "school", str(folder), *answers, "--host", host, *extra]) == 0
    shutil.rmtree(folder / "portfolios")
    shutil.copytree(ROOT / "tests/cases/valid/minimal/portfolios", folder / "portfolios")
    config = (folder / "mkdocs.yml").read_text().replace("audience: public", "as_of: 2026-06-30")
    (folder / "mkdocs.yml").write_text(config)


def attack(folder: Path) -> None:
    """Everything that a fork can bring: settings, code, templates, links, names, texts."""
    files = {
        "mkdocs.yml": "INHERIT: other.yml\nsite_name: !ENV CI_SECRET\nhooks: [hook.py]\n"
        "theme: {name: material, custom_dir: own}\nplugins: [bekwaam: {portfolios: elsewhere}]\n",
        "other.yml": "site_name: !ENV CI_SECRET\n",
        "own/main.html": f"{{{{ cycler.__init__.__globals__.os.popen('touch {TRACE}').read() }}}}",
        "docs/index.md": "# Everything here is mine now\n",
        "requirements.txt": "evil==1.0\n",
        "CODEOWNERS": "* @evil\n",
        ".gitlab/notes.py": LEAVE_TRACE,
        ".gitlab-ci.yml": f"evil: {{script: [touch {TRACE}]}}\n",
        ".github/workflows/review.yml": f"on: push\njobs: {{x: {{steps: [{{run: touch {TRACE}}}]}}}}\n",
        ".forgejo/workflows/review.yml": f"on: push\njobs: {{x: {{steps: [{{run: touch {TRACE}}}]}}}}\n",
        ".venv/bin/bekwaam": f"#!/bin/sh\ntouch {TRACE}\n",
        ".gitattributes": "* filter=evil diff=evil merge=evil\n",
        **dict.fromkeys(("hook.py", "click.py", "jinja2.py", "sitecustomize.py", "json.py"), LEAVE_TRACE),
        "schemas/evidence.schema.json": "{}",
        "portfolios/learners/anna/evidence/2026-05-21-x\n::error::injected by name.yml": "title: x\n",
        "portfolios/learners/anna/evidence/2026-05-22-big.yml": "#" * 3_000_000,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (folder / ".venv/bin/bekwaam").chmod(0o755)
    (folder / "portfolios/learners/anna/media/passwd.png").symlink_to("/etc/passwd")
    (folder / "portfolios/learners/anna/learner.yaml").symlink_to("/proc/self/environ")
    evidence = folder / EVIDENCE
    text = evidence.read_text().replace("bakery/dough", "bakery/dooh")
    title = '"@school/everyone ::set-output name=x::y ##[add-mask]bread </details> #1"'
    evidence.write_text(text.replace("title: Forty rye breads", f"title: {title}\ndescription: '::error::x'"))
    learner = folder / "portfolios/learners/anna/learner.yml"
    lines = learner.read_text().splitlines()
    pseudonym = next(line for line in lines if line.startswith("pseudonym:"))
    learner.write_text(learner.read_text().replace(pseudonym, 'pseudonym: "@school/everyone"'))


@dataclass
class Hosted:
    """A repository on a host, a runner's empty workspace, and what the host's programs were told."""

    origin: Path
    workspace: Path
    base: str
    head: str
    told: list[tuple[str, str, Any]] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)

    def lay_down(self) -> None:
        """As `actions/checkout` does without any options but the depth: the default branch."""
        git(self.workspace, "clone", "--quiet", f"file://{self.origin}", ".")

    def install(self) -> None:
        """Instead of pip: the bekwaam that is tested, where the pipeline puts it."""
        bin_ = self.workspace / ".venv/bin"
        assert not bin_.exists()
        bin_.mkdir(parents=True)
        (bin_ / "bekwaam").write_text(f'#!/bin/sh\nexec {BIN}/bekwaam "$@"\n')
        (bin_ / "bekwaam").chmod(0o755)
        assert "evil" not in (self.workspace / "requirements.txt").read_text()

    def shell(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """A step, as a runner starts it."""
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "PYTHONPATH") if name in os.environ}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
            cwd=self.workspace,
            env={
                **kept,
                "PATH": f"{self.workspace.parent}/programs:{BIN}:{os.environ['PATH']}",
                "RUNNER_TEMP": str(self.workspace.parent),
                "BEKWAAM_LANGUAGE": "en",
                "CI_SECRET": SECRET,
                **self.environment,
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    def is_untouched(self) -> None:
        """Nothing of the change lies in the workspace, nothing ran, and no tracked file was changed."""
        assert not list(self.workspace.parent.rglob(TRACE))
        assert git(self.workspace, "rev-parse", "HEAD") == self.base
        assert git(self.workspace, "diff", "--stat", "HEAD") == ""
        for name in ("hook.py", "own", "other.yml", "click.py", ".gitattributes"):
            assert not (self.workspace / name).exists()


Host = Callable[..., Hosted]


@pytest.fixture
def hosted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Host:
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")

    def make(host: str, change: Callable[[Path], None] = attack) -> Hosted:
        work, origin = tmp_path / "work", tmp_path / "origin.git"
        start_school(work, host)
        git(work, "init", "--quiet", "--initial-branch=main")
        git(work, "add", "--all")
        git(work, "commit", "--quiet", "-m", "The school")
        base = git(work, "rev-parse", "HEAD")
        change(work)
        git(work, "add", "--all", "--force")
        git(work, "commit", "--quiet", "-m", "The change")
        head = git(work, "rev-parse", "HEAD")
        git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(origin))
        pushed = (f"{base}:refs/heads/main", f"{head}:refs/pull/7/head", f"{head}:refs/merge-requests/7/head")
        git(work, "push", "--quiet", str(origin), *pushed)
        git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")
        for folder in ("runner/workspace", "runner/programs"):
            (tmp_path / folder).mkdir(parents=True)
        return Hosted(origin, tmp_path / "runner/workspace", base, head)

    return make


def pipeline(hosted: Hosted, path: str) -> dict[str, Any]:
    """A pipeline as it is on the main branch, which is where a host takes it from."""
    found: dict[str, Any] = yaml.safe_load(git(hosted.origin, "show", f"main:{path}"))
    return found


@dataclass
class Api:
    """A code host's programs' side: what it answers, and what it was told."""

    address: str
    answers: dict[str, Any]
    told: list[tuple[str, str, Any, str]]


@pytest.fixture
def api() -> Iterator[Api]:
    answers: dict[str, Any] = {}
    told: list[tuple[str, str, Any, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(size)) if size else None
            token = self.headers.get("PRIVATE-TOKEN") or self.headers.get("Authorization") or ""
            told.append((self.command, self.path, body, token))
            text = json.dumps(answers.get(self.path, [] if self.command == "GET" else {}))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    for way in ("GET", "POST", "PUT", "PATCH"):
        setattr(Handler, f"do_{way}", Handler.answer)

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Api(f"http://127.0.0.1:{server.server_port}", answers, told)
    server.shutdown()
    server.server_close()
    thread.join()
