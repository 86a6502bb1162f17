"""Folders made to lead a reader away or to keep it waiting."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SECONDS = 8

READ = """
import json, sys
from pathlib import Path
from bekwaam.source import discover, read

root = Path(sys.argv[1])
tree, found = discover(root)
print(json.dumps({
    "codes": sorted(finding.code for finding in found),
    "records": {file.path: read(root, file).data for file in tree.records},
    "media": sorted(tree.media),
}))
"""


def test_nothing_outside_is_read_and_nothing_waits(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yml").write_text("name: CANARY\n")
    root = tmp_path / "portfolios"
    learner = root / "learners" / "anna"
    (learner / "evidence").mkdir(parents=True)
    (learner / "learner.yml").write_text("pseudonym: A\n")
    (learner / "sw.js").write_text("alert(1)")
    (learner / ".git").write_text("gitdir: /nonexistent\n")
    links = {
        "file.yml": outside / "secret.yml",
        "folder": outside,
        "environ.yml": Path("/proc/self/environ"),
        "endless.yml": Path("/dev/zero"),
        "nowhere.yml": Path("/nonexistent"),
        "here": Path(),
        "here-too": Path(),
    }
    for name, target in links.items():
        (learner / "evidence" / name).symlink_to(target)
    os.mkfifo(learner / "evidence" / "pipe.yml")
    os.mkfifo(learner / "pipe.pdf")
    (root / "school.yml").symlink_to(outside / "secret.yml")
    (root / "people").symlink_to(outside)

    done = subprocess.run(
        [sys.executable, "-c", READ, str(root)], capture_output=True, timeout=SECONDS, check=True
    )
    assert b"CANARY" not in done.stdout + done.stderr
    assert json.loads(done.stdout) == {
        "codes": ["E116"] * (len(links) + 4),
        "records": {"learners/anna/learner.yml": {"pseudonym": "A"}},
        "media": ["learners/anna/sw.js"],
    }
