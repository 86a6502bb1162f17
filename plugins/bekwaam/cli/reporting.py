"""Findings in the format that was asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import bekwaam
from bekwaam.diagnostics.github_report import write_github
from bekwaam.diagnostics.gitlab_report import write_gitlab
from bekwaam.diagnostics.json_report import write_json
from bekwaam.diagnostics.junit_report import write_junit
from bekwaam.diagnostics.sarif_report import write_sarif
from bekwaam.diagnostics.text_report import TextReport
from bekwaam.mkdocs_plugin import findings
from bekwaam.project import Loaded
from bekwaam.rendering import translations

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")


def written(
    loaded: Loaded,
    form: str,
    *,
    language: str,
    standing_in: Path,
    shown_root: Path | None = None,
    colour: bool = False,
    strict: bool = False,
    excerpts: bool = True,
) -> str:
    """The report; paths as they are from the folder somebody stands in, with ``/``.

    With ``shown_root`` the records lie elsewhere than where they are said to be, as those of a commit do.
    Without ``excerpts`` the text shows no lines of the records themselves.
    """
    root = loaded.root.resolve()
    shown_below = (shown_root or root).resolve()
    found, records = loaded.diagnostics, loaded.files
    translate = translations.load(language).gettext

    def shown_path(path: str) -> str:
        return Path(os.path.relpath(shown_below / path, standing_in)).as_posix()

    def lines(path: str) -> Sequence[str] | None:
        return findings.lines_of(root, path) if excerpts else None

    match form:
        case "json":
            return write_json(found, records, translate, shown_path)
        case "github":
            return write_github(found, translate, shown_path)
        case "gitlab":
            return write_gitlab(found, translate, shown_path)
        case "sarif":
            return write_sarif(found, translate, shown_path, bekwaam.__version__)
        case "junit":
            return write_junit(found, records, translate, shown_path, strict=strict)
    report = TextReport(translate=translate, colour=colour, shown_path=shown_path, lines=lines)
    return report.write(found, records)
