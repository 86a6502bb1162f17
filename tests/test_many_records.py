"""A big school with fifty errors: all fifty, once each, in order, in one run."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

from tests.property.mutation import VALID, Files, write

AS_OF = dt.date(2026, 6, 30)
ERRORS = 50
EVIDENCE_EACH = 14
BREAD = "evidence/2026-05-20-rye-bread.yml"
JAN = "assessments/2026-06-10-jan.yml"

# What is changed in which of a learner's files, and what is then found: code, line, column.
MISTAKES = (
    (BREAD, b"[bakery/dough]", b"[bakery/dooh]", ("E301", 4, 15)),
    (BREAD, b"type: work_product", b"type: workproduct", ("E204", 3, 7)),
    (BREAD, b"title: Forty", b"titel: Forty", ("E201", 1, 1)),
    (BREAD, b"date: 2026-05-20", b"date: 20/05/2026", ("E205", 2, 7)),
    (BREAD, b"de-gist/bakery}", b"de-gist/bakkery}", ("E304", 5, 40)),
    (BREAD, b"by: jan", b"by: jam", ("E303", 11, 10)),
    (BREAD, b"title: Forty", b"title: &a Forty", ("E107", 1, 8)),
    (JAN, b"[2026-05-20-rye-bread]", b"[2026-05-20-rye-bred]", ("E307", 10, 16)),
    (JAN, b"level: independent", b"level: indepedent", ("E311", 8, 12)),
    (JAN, b"moment: summative", b"moment: summative\nmoment: interim", ("E106", 4, 1)),
)
Expected = list[tuple[str, str, int, int]]


def big_school(learners: int) -> tuple[Files, Expected]:
    """A school of about twenty records a learner, with one mistake in each of fifty learners."""
    own = {path: text for path, text in VALID.items() if path.startswith("learners/anna/")}
    files = {path: text for path, text in VALID.items() if path not in own}
    # A workplace with room for everyone.
    gist = "organisations/de-gist.yml"
    files[gist] = files[gist].replace(b"capacity: 2", b"capacity: 10000")
    expected: Expected = []
    for number in range(learners):
        home = f"learners/learner-{number:05}"
        folder = {path.replace("learners/anna", home): text for path, text in own.items()}
        for extra in range(EVIDENCE_EACH - 2):
            folder[f"{home}/evidence/2026-06-{extra + 1:02}-more.yml"] = own[
                f"learners/anna/{BREAD}"
            ].replace(b"title: Forty", f"title: {extra} and forty".encode())
        if number % (learners // ERRORS) == 0 and len(expected) < ERRORS:
            name, before, after, (code, line, column) = MISTAKES[len(expected) % len(MISTAKES)]
            path = f"{home}/{name}"
            assert before in folder[path]
            folder[path] = folder[path].replace(before, after, 1)
            expected.append((f"portfolios/{path}", code, line, column))
        files |= folder
    return files, sorted(expected)


def found(home: Path) -> Expected:
    done = subprocess.run(
        [sys.executable, "-m", "bekwaam", "validate", "--format", "json", "--as-of", AS_OF.isoformat()],
        cwd=home,
        env={**os.environ, "BEKWAAM_LANGUAGE": "en"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    report = json.loads(done.stdout)
    assert report["summary"]["errors"] == ERRORS
    return [
        (one["path"], one["code"], one["line"], one["column"])
        for one in report["diagnostics"]
        if one["severity"] == "error"
    ]


def test_all_errors_are_found_once_each_and_sorted(tmp_path: Path) -> None:
    files, expected = big_school(100)
    assert len(expected) == ERRORS
    assert sum(path.endswith(".yml") for path in files) > 2000
    write(files, tmp_path / "portfolios")
    assert found(tmp_path) == expected
