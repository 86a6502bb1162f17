"""GitLab's code quality report, against its documented form."""

import json
from dataclasses import replace
from typing import Any

from jsonschema import Draft202012Validator

from bekwaam.diagnostics import Diagnostic, Location
from bekwaam.diagnostics.gitlab_report import write_gitlab
from tests.conftest import ROOT
from tests.unit.diagnostics.findings import ALL, WRONG, in_portfolios

SCHEMA = json.loads((ROOT / "tests/schemas/gitlab-code-quality.json").read_text(encoding="utf-8"))


def entries(*findings: Diagnostic) -> list[dict[str, Any]]:
    report: list[dict[str, Any]] = json.loads(write_gitlab(findings, str, in_portfolios))
    Draft202012Validator(SCHEMA).validate(report)
    return report


def test_is_what_gitlab_asks_for() -> None:
    severities = [one["severity"] for one in entries(*ALL)]
    assert severities == ["minor", "major", "major"]
    assert entries() == []


def test_a_fingerprint_stays_when_lines_move_and_is_unique() -> None:
    moved = replace(WRONG, location=Location(line=40, column=1, end_line=40, end_column=12))
    (before,), (after,) = entries(WRONG), entries(moved)
    assert before["fingerprint"] == after["fingerprint"]
    assert len({one["fingerprint"] for one in entries(WRONG, moved, WRONG)}) == 3
