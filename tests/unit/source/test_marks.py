"""A file that somebody wrote to, or put another in the place of, has other marks."""

from __future__ import annotations

import os
from pathlib import Path

from bekwaam.source import marks_of


def test_every_change_shows(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    seen = [marks_of(tmp_path, ["a.yml"])]
    assert seen[0][1] == 0
    file.write_bytes(b"name: Mila\n")
    seen.append(marks_of(tmp_path, ["a.yml"]))
    assert seen[-1][1] == file.lstat().st_mtime_ns
    os.utime(file, ns=(1, 1))
    seen.append(marks_of(tmp_path, ["a.yml"]))
    assert seen[-1][1] == file.lstat().st_ctime_ns > 1
    other = tmp_path / "other"
    other.write_bytes(b"name: Noor\n")
    os.utime(other, ns=(1, 1))
    other.replace(file)
    seen.append(marks_of(tmp_path, ["a.yml"]))
    seen.append(marks_of(tmp_path, ["a.yml", "b.yml"]))
    assert len({marks for marks, _ in seen}) == len(seen)
    assert marks_of(tmp_path, ["a.yml"]) == seen[-2]
