"""SARIF, against its own schema."""

import json
from typing import Any

from jsonschema import Draft4Validator

from bekwaam.diagnostics import Diagnostic
from bekwaam.diagnostics.codes import CODES
from bekwaam.diagnostics.sarif_report import write_sarif
from tests.conftest import ROOT
from tests.unit.diagnostics.findings import ALL, WRONG, in_portfolios

SCHEMA = json.loads((ROOT / "tests/schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))


def run(*findings: Diagnostic) -> dict[str, Any]:
    log = json.loads(write_sarif(findings, str, in_portfolios, "1.2.3"))
    Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER).validate(log)
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def test_is_sarif() -> None:
    assert [one["level"] for one in run(*ALL)["results"]] == ["warning", "error", "error"]
    assert run()["results"] == []


def test_rules_are_the_codes_that_occur() -> None:
    made = run(*ALL, WRONG)
    rules = made["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["E301", "E333", "W643"]
    assert rules[0]["shortDescription"] == {"text": CODES["E301"].title}
    assert [rules[one["ruleIndex"]]["id"] for one in made["results"]] == ["W643", "E301", "E333", "E301"]


def test_an_address_is_a_uri_and_columns_are_characters() -> None:
    made = run(WRONG)
    place = made["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "portfolios/learners/anna/evidence/br%C3%B6d%2C%20100%25.yml"
    assert place["region"] == {"startLine": 4, "startColumn": 15, "endLine": 4, "endColumn": 26}
    assert made["columnKind"] == "unicodeCodePoints"
