"""Diagnostics as workflow commands, which GitHub shows as annotations beside the lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bekwaam.diagnostics.diagnostic import TOP, Diagnostic, Severity
from bekwaam.diagnostics.message import Translate


def write_github(
    diagnostics: Iterable[Diagnostic], translate: Translate, shown_path: Callable[[str], str]
) -> str:
    """One command a line: errors first, because GitHub shows only the first few of a step."""
    ordered = sorted(diagnostics, key=lambda one: one.severity is not Severity.ERROR)
    return "\n".join(_command(one, translate, shown_path) for one in ordered)


def _command(one: Diagnostic, translate: Translate, shown_path: Callable[[str], str]) -> str:
    place = one.location or TOP
    properties = {
        "file": shown_path(one.path),
        "line": place.line,
        "endLine": place.end_line,
        "col": place.column,
        "endColumn": place.end_column,
        "title": one.code,
    }
    if place.line != place.end_line:
        # GitHub refuses columns over several lines.
        del properties["col"], properties["endColumn"]
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{one.severity.value} {listed}::{_data(one.told(translate))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
