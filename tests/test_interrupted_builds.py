"""A build that ends before its time leaves the site as it was."""

from __future__ import annotations

import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

_SETTINGS = """\
site_name: South School
theme: material
plugins: [search, bekwaam: {audience: team, as_of: 2026-06-30, pdf: false}]
"""


@dataclass(frozen=True)
class Built:
    """A school with its site: what that is, and how many seconds it takes to go on from it."""

    folder: Path
    site: str
    whole: float


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Built:
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(repository / "tests/cases/valid/every-field/portfolios", folder / "portfolios")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Welcome\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    site = build(folder)
    began = time.monotonic()
    assert build(folder) == site
    return Built(folder=folder, site=site, whole=time.monotonic() - began)


@pytest.fixture
def school(tmp_path: Path, built: Built) -> Path:
    """A copy of that school, site and cache too: each test starts from a build that went well."""
    return shutil.copytree(built.folder, tmp_path / "school")


def start(
    school: Path, command: tuple[str, ...] = ("bekwaam", "build"), before: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=school,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "BEKWAAM_LANGUAGE": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=before,
    )


def build(school: Path) -> str:
    process = start(school)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0, output
    return digest(school / "site")


def digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        found.update(str(path.relative_to(folder)).encode())
        found.update(path.read_bytes() if path.is_file() else b"/")
    return found.hexdigest()


def change(school: Path) -> None:
    school_file = next((school / "portfolios").glob("school.y*ml"))
    text = school_file.read_text(encoding="utf-8")
    assert "name:" in text
    school_file.write_text(text.replace("name:", "name: Changed #", 1), encoding="utf-8")


def leftovers(school: Path) -> list[str]:
    known = {"portfolios", "docs", "mkdocs.yml", "site", ".cache"}
    return [path.name for path in school.iterdir() if path.name not in known]


@pytest.mark.parametrize(("command", "times"), [(("bekwaam", "build"), 5), (("mkdocs", "build"), 2)])
def test_killed_at_any_moment(school: Path, built: Built, command: tuple[str, ...], times: int) -> None:
    change(school)
    moments = random.Random(7)
    seen = set()
    for _ in range(times):
        process = start(school, command)
        time.sleep(moments.uniform(0.3, 1.05) * built.whole)
        process.send_signal(moments.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGINT, signal.SIGTERM]))
        process.communicate(timeout=60)
        assert (school / "site").is_dir()
        seen.add(digest(school / "site"))
    new = build(school)
    assert new != built.site
    assert seen <= {built.site, new}
    assert leftovers(school) == []


def test_a_full_disk(school: Path, built: Built) -> None:
    change(school)

    def only_small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    process = start(school, before=only_small_files)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "Traceback" not in output
    assert "File too large" in output
    assert digest(school / "site") == built.site
    assert build(school) != built.site
    assert leftovers(school) == []


def test_two_builds_at_once_do_not_mix(school: Path, built: Built) -> None:
    change(school)
    processes = [start(school) for _ in range(3)]
    outputs = [process.communicate(timeout=60)[0] for process in processes]
    codes = [process.returncode for process in processes]
    assert 0 in codes
    for code, output in zip(codes, outputs, strict=True):
        assert code == 0 or "Another build" in output
    assert digest(school / "site") == build(school) != built.site
    assert leftovers(school) == []
