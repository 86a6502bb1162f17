"""The same records give the same bytes, wherever and whenever they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_SETTINGS = """\
site_name: South School
theme: material
plugins: [search, bekwaam: {audience: %s, as_of: 2026-06-30}]
"""
_ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C.UTF-8",
    "LANG": "en_US.UTF-8",
    "HOME": "/nonexistent",
    "COLUMNS": "40",
    "PYTHONHASHSEED": "7",
    "SOURCE_DATE_EPOCH": "86400",
}
_HERE = {"TZ": "Europe/Brussels", "LC_ALL": "C", "PYTHONHASHSEED": "1"}


def copy(source: Path, target: Path, *, backwards: bool) -> None:
    """Copy files one by one, so that a folder lists them in another order."""
    files = sorted((path for path in source.rglob("*") if path.is_file()), reverse=backwards)
    for path in files:
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def build(folder: Path, records: Path, audience: str, environment: dict[str, str], umask: int) -> None:
    copy(records, folder / "portfolios", backwards=umask == 0o077)
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Welcome\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS % audience, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bekwaam", "build", "--site-dir", "out"],
        cwd=folder,
        env={**os.environ, **environment},
        umask=umask,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_clock_place_order_and_umask_change_nothing(tmp_path: Path, repository: Path) -> None:
    records = repository / "tests/cases/valid/every-field/portfolios"
    build(tmp_path / "one", records, "team", _HERE, 0o022)
    build(tmp_path / "another" / "deeper" / "folder", records, "team", _ELSEWHERE, 0o077)
    one, other = tree(tmp_path / "one/out"), tree(tmp_path / "another/deeper/folder/out")
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []
    assert any(name.endswith(".pdf") for name in one)
