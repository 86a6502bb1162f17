"""Real repositories, made with the git of this machine, and keys made with its ssh-keygen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bekwaam.cli.main import main
from tests.conftest import ROOT

BASE = ROOT / "tests/cases/valid/minimal/portfolios"
EMAILS = {
    "jan": "jan@de-gist.example",
    "marieke": "marieke@south.example",
    "greet": "greet@south.example",
    "anna": "anna@mail.example",
}


@dataclass(frozen=True, slots=True)
class School:
    """A small school in a repository: `folder` holds `portfolios/`."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    @property
    def anna(self) -> Path:
        return self.folder / "portfolios/learners/anna"

    def git(self, *arguments: str, **environment: str) -> str:
        given = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **environment}
        done = subprocess.run(
            ["git", "-C", self.folder, *arguments], env=given, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, email: str, *, key: Path | None = None, message: str = "work") -> str:
        self.git("add", "--all")
        identity = [f"user.name={email.partition('@')[0]}", f"user.email={email}"]
        signing = ["gpg.format=ssh", "gpg.ssh.program=ssh-keygen", f"user.signingkey={key}"] if key else []
        settings = [word for one in (*identity, *signing) for word in ("-c", one)]
        self.git(*settings, "commit", "--quiet", "--allow-empty", "-m", message, *(["-S"] if key else []))
        return self.git("rev-parse", "HEAD")

    def key(self, name: str) -> Path:
        file = self.folder.parent / f"key-{name}"
        if not file.exists():
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", file], check=True
            )
        return file

    def give_key(self, person: str, key: Path) -> None:
        public = key.with_name(f"{key.name}.pub").read_text(encoding="utf-8").strip()
        record = self.anna / "learner.yml" if person == "anna" else self.person(person)
        record.write_text(
            record.read_text(encoding="utf-8") + f'signing_keys: ["{public}"]\n', encoding="utf-8"
        )

    def person(self, name: str) -> Path:
        return self.folder / f"portfolios/people/{name}.yml"

    def edit(self, file: Path, old: str, new: str) -> None:
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, *arguments: str) -> tuple[int, str, str]:
        self.capture.readouterr()
        code = main(list(arguments))
        captured = self.capture.readouterr()
        return code, captured.out, captured.err

    def verify(self, *arguments: str) -> dict[str, dict[str, Any]]:
        """The answer by record."""
        _, out, err = self.run("verify", "--format", "json", *arguments)
        assert out, err
        return {one["assessment"]: one for one in json.loads(out)["seals"]}

    def jan(self, *arguments: str) -> dict[str, Any]:
        """What is said of the mentor's assessment."""
        author: dict[str, Any] = self.verify(*arguments)["anna/2026-06-10-jan"]["author"]
        return author


@pytest.fixture
def bare_school(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> School:
    """Without a repository."""
    folder = tmp_path / "school"
    shutil.copytree(BASE, folder / "portfolios")
    learner = folder / "portfolios/learners/anna/learner.yml"
    learner.write_text(
        learner.read_text(encoding="utf-8") + "emails: [anna@mail.example]\n", encoding="utf-8"
    )
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")
    return School(folder, capsys)


@pytest.fixture
def school(bare_school: School) -> School:
    """A repository in which everyone committed their own."""
    school = bare_school
    school.git("init", "--quiet", "--initial-branch=main")
    aside = school.folder.parent / "aside"
    shutil.copytree(school.anna, aside)
    for part in ("assessments", "decisions", "evidence"):
        shutil.rmtree(school.anna / part)
    school.commit(EMAILS["greet"], message="school")
    for path, who in (
        ("evidence/2026-05-20-rye-bread.yml", "jan"),
        ("evidence/2026-06-03-dough-test.yml", "marieke"),
        ("assessments/2026-06-10-jan.yml", "jan"),
        ("assessments/2026-06-12-marieke.yml", "marieke"),
        ("decisions/2026-06-20-dough.yml", "greet"),
    ):
        (school.anna / path).parent.mkdir(exist_ok=True)
        shutil.copy(aside / path, school.anna / path)
        school.commit(EMAILS[who], message=path)
    return school
