"""A narrower build into the folder of a wider one leaves nothing of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def files(folder: Path) -> dict[str, bytes]:
    return {
        one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }


def build(audience: str, repository: Path, site: Path) -> dict[str, bytes]:
    bekwaam = Path(sys.executable).with_name("bekwaam")
    done = subprocess.run(
        [bekwaam, "--quiet", "build", "--audience", audience, "--no-pdf", "--site-dir", site],
        cwd=repository,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return files(site)


def test_a_public_build_after_a_team_build_is_as_if_that_had_never_been(
    repository: Path, tmp_path: Path
) -> None:
    fresh = build("public", repository, tmp_path / "fresh")
    team = build("team", repository, tmp_path / "site")
    after = build("public", repository, tmp_path / "site")
    assert after == fresh
    gone = team.keys() - after.keys()
    assert any(name.startswith("learners/") for name in gone)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
