"""The pipelines of a new school, held against the hosts' own schemas and an auditor of pipelines."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bekwaam.cli.main import main
from tests.pipelines.conftest import BIN, start_school

SCHEMAS = {
    "github": [
        ("vendor.github-workflows", ".github/workflows"),
        ("vendor.dependabot", ".github/dependabot.yml"),
    ],
    "gitlab": [("vendor.gitlab-ci", ".gitlab-ci.yml")],
    "forgejo": [("vendor.github-workflows", ".forgejo/workflows")],
}


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("host", SCHEMAS)
def test_is_what_the_host_reads(host: str, language: str, tmp_path: Path) -> None:
    start_school(tmp_path, host, "--language", language, "--technical", "@school/it")
    for schema, place in SCHEMAS[host]:
        path = tmp_path / place
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        done = run(BIN / "check-jsonschema", "--builtin-schema", schema, *files)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("host", ["github", "forgejo"])
def test_an_auditor_finds_nothing(host: str, tmp_path: Path) -> None:
    start_school(tmp_path, host)
    if host == "forgejo":
        for file in (tmp_path / ".forgejo/workflows").iterdir():
            copy = tmp_path / ".github/workflows" / file.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(file.read_text().replace("https://data.forgejo.org/", ""))
    done = run(BIN / "zizmor", "--offline", "--persona", "auditor", "--quiet", tmp_path)
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout


@pytest.mark.parametrize("host", SCHEMAS)
def test_all_is_well_from_the_first_day(host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ("--name", "De Proef", "--responsible", "Els Maes", "--framework", "Baker", "--host", host)
    monkeypatch.chdir(tmp_path)
    assert main(["new", "school", *answers, "--technical", "els-maes", "--account", "elsm"]) == 0
    assert main(["validate", "--strict"]) == 0
    assert main(["codeowners", "--host", host, "--technical", "els-maes", "--check"]) == 0
    if host == "gitlab":
        done = run(BIN / "bekwaam", "build", "--site-dir", tmp_path / "site")
        assert done.returncode == 0, done.stderr
