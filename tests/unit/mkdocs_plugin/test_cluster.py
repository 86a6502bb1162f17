"""Documents printed by a real scheduler with two workers, one of which is killed meanwhile."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

CONFIG = """\
site_name: South School
theme: material
plugins: [search, bekwaam: {audience: team, as_of: 2026-06-30}]
"""
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "BEKWAAM_LANGUAGE": "en"}


class Process:
    """A program in the background, and what it wrote so far."""

    def __init__(self, folder: Path, name: str, *command: str) -> None:
        self.log = folder / f"{name}.log"
        with self.log.open("wb") as sink:
            # The cluster stands elsewhere: it may not find anything by its own folder.
            elsewhere = folder / f"{name}-home"
            elsewhere.mkdir()
            self.process = subprocess.Popen(
                [sys.executable, "-m", *command],
                cwd=elsewhere, stdout=sink, stderr=subprocess.STDOUT, env=ENVIRONMENT,
            )  # fmt: skip

    def said(self, pattern: str) -> str:
        limit = time.monotonic() + 60
        while (found := re.search(pattern, self.log.read_text(errors="replace"))) is None:
            assert self.process.poll() is None, self.log.read_text(errors="replace")
            assert time.monotonic() < limit, self.log.read_text(errors="replace")
            time.sleep(0.05)
        return found[1]

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    folder = tmp_path_factory.mktemp("school")
    shutil.copytree(repository / "tests/cases/valid/minimal/portfolios", folder / "portfolios")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Welcome\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[Process]]]:
    folder = tmp_path_factory.mktemp("cluster")
    with ExitStack() as running:
        scheduler = running.enter_context(
            Process(
                folder, "scheduler", "distributed.cli.dask_scheduler",
                "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
            )
        )  # fmt: skip
        address = scheduler.said(r"Scheduler at:\s+(tcp://\S+)")
        workers = [
            running.enter_context(
                Process(
                    folder, f"worker-{number}", "distributed.cli.dask_worker", address,
                    "--host", "127.0.0.1", "--no-nanny", "--nthreads", "1", "--no-dashboard",
                )
            )
            for number in range(2)
        ]  # fmt: skip
        for one in workers:
            one.said(r"(Registered to)")
        yield address, workers


def start(school: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "bekwaam", "--quiet", "build", *options],
        cwd=school, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def tree(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_a_cluster_makes_the_same_site_also_when_a_worker_is_killed(
    school: Path, cluster: tuple[str, list[Process]]
) -> None:
    address, workers = cluster
    alone = start(school)
    alone.communicate(timeout=120)
    assert alone.returncode == 0
    expected = tree(school / "site")
    assert sum(name.endswith(".pdf") for name in expected) >= 4

    shutil.rmtree(school / ".cache" / "bekwaam" / "pdf")
    together = start(school, "--scheduler", address)
    limit = time.monotonic() + 90
    while not list((school / ".cache" / "bekwaam").glob("pdf/team/*.pdf")):
        assert together.poll() is None, together.communicate()
        assert time.monotonic() < limit
        time.sleep(0.05)
    workers[0].process.kill()
    _, complaints = together.communicate(timeout=120)
    assert together.returncode == 0, complaints
    assert tree(school / "site") == expected


def test_nobody_answers(school: Path) -> None:
    asked = start(school, "--scheduler", "tcp://127.0.0.1:9")
    shutil.rmtree(school / ".cache" / "bekwaam" / "pdf", ignore_errors=True)
    _, complaints = asked.communicate(timeout=120)
    assert asked.returncode == 2
    assert "The scheduler at tcp://127.0.0.1:9 does not answer." in complaints
    assert "Traceback" not in complaints
