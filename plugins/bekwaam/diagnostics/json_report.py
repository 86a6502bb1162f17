"""Diagnostics for programs, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from bekwaam.diagnostics.diagnostic import TOP, Diagnostic, Severity
from bekwaam.diagnostics.message import Translate


def write_json(
    diagnostics: Iterable[Diagnostic],
    records: int,
    translate: Translate,
    shown_path: Callable[[str], str],
) -> str:
    """One object with ``summary`` and ``diagnostics``, in the order given."""
    found = list(diagnostics)
    errors = sum(one.severity is Severity.ERROR for one in found)
    report = {
        "summary": {"records": records, "errors": errors, "warnings": len(found) - errors},
        "diagnostics": [_entry(one, translate, shown_path) for one in found],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _entry(one: Diagnostic, translate: Translate, shown_path: Callable[[str], str]) -> dict[str, object]:
    place = one.location or TOP
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message.render(translate),
        "hint": one.hint.render(translate) if one.hint else None,
        "path": shown_path(one.path),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
