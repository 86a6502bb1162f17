"""Diagnostics in SARIF 2.1.0, the format that code hosts and editors exchange."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from urllib.parse import quote

from bekwaam.diagnostics.codes import CODES, explain
from bekwaam.diagnostics.diagnostic import TOP, Diagnostic
from bekwaam.diagnostics.message import Translate

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write_sarif(
    diagnostics: Iterable[Diagnostic],
    translate: Translate,
    shown_path: Callable[[str], str],
    version: str,
) -> str:
    """One run; its rules are the codes that occur, with what `bekwaam explain` says of them."""
    found = list(diagnostics)
    codes = sorted({one.code for one in found})
    run = {
        "tool": {
            "driver": {
                "name": "bekwaam",
                "version": version,
                "rules": [_rule(code, translate) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code), translate, shown_path) for one in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str, translate: Translate) -> dict[str, object]:
    known = CODES.get(code)
    if known is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": translate(known.title)},
        "fullDescription": {"text": translate(known.meaning)},
        "help": {"text": explain(code, translate)},
    }


def _result(
    one: Diagnostic, rule: int, translate: Translate, shown_path: Callable[[str], str]
) -> dict[str, object]:
    place = one.location or TOP
    return {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": one.severity.value,
        "message": {"text": one.told(translate)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(shown_path(one.path))},
                    "region": {
                        "startLine": place.line,
                        "startColumn": place.column,
                        "endLine": place.end_line,
                        "endColumn": place.end_column,
                    },
                }
            }
        ],
    }
