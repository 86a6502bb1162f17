"""Findings as whoever builds reads them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from bekwaam import project
from bekwaam.mkdocs_plugin import findings


def test_a_report_shows_paths_from_where_somebody_stands(school: Path) -> None:
    (school / "portfolios" / "people" / "jan.yml").write_text("nmae: Jan\n", encoding="utf-8")
    loaded = project.load(school / "portfolios", dt.date(2026, 6, 30))
    report = findings.report(loaded, "en", colour=False, standing_in=school / "docs")
    assert "../portfolios/people/jan.yml:1:1" in report
    assert "nmae: Jan" in report
    *lines, count = findings.in_short(loaded, "en", school, most=1)
    assert len(lines) == 1
    assert "validate" in count


def test_no_line_of_a_file_elsewhere_is_shown(school: Path) -> None:
    secret = school / "secret.txt"
    secret.write_text("CANARY\n", encoding="utf-8")
    link = school / "portfolios" / "link.yml"
    link.symlink_to(secret)
    root = (school / "portfolios").resolve()
    assert findings.lines_of(root, "link.yml") is None
    assert findings.lines_of(root, "../secret.txt") is None
    assert findings.lines_of(root, "missing.yml") is None
    assert findings.lines_of(root, "school.yml") is not None
