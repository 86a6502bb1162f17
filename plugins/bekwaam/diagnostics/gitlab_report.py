"""Diagnostics as GitLab's code quality report."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable

from bekwaam.diagnostics.diagnostic import TOP, Diagnostic, Severity
from bekwaam.diagnostics.message import Translate

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def write_gitlab(
    diagnostics: Iterable[Diagnostic], translate: Translate, shown_path: Callable[[str], str]
) -> str:
    """A JSON list with an entry per finding.

    A fingerprint stays the same when lines move, so that GitLab can tell an old finding from a
    new one; the second of two that are alike gets a number.
    """
    seen: Counter[str] = Counter()
    entries = []
    for one in diagnostics:
        place, path, told = one.location or TOP, shown_path(one.path), one.told(translate)
        alike = "\0".join((one.code, path, *map(str, one.pointer), one.message.render()))
        seen[alike] += 1
        fingerprint = hashlib.sha256(f"{alike}\0{seen[alike]}".encode()).hexdigest()
        entries.append(
            {
                "description": told,
                "check_name": one.code,
                "fingerprint": fingerprint,
                "severity": _SEVERITY[one.severity],
                "location": {
                    "path": path,
                    "positions": {
                        "begin": {"line": place.line, "column": place.column},
                        "end": {"line": place.end_line, "column": place.end_column},
                    },
                },
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=2)
