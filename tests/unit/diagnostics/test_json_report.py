"""The JSON that other programs read."""

import json

from bekwaam.diagnostics.json_report import write_json
from tests.unit.diagnostics.findings import ALL, in_portfolios


def test_says_what_the_interface_promises() -> None:
    report = json.loads(write_json(ALL, 12, str, in_portfolios))
    assert report["summary"] == {"records": 12, "errors": 2, "warnings": 1}
    assert report["diagnostics"][1] == {
        "code": "E301",
        "severity": "error",
        "message": "competence `bakery/dooh` does not exist",
        "hint": "did you mean `bakery/dough`: 50% is right, isn't it?",
        "path": "portfolios/learners/anna/evidence/bröd, 100%.yml",
        "line": 4,
        "column": 15,
        "end_line": 4,
        "end_column": 26,
    }
    assert (report["diagnostics"][2]["hint"], report["diagnostics"][2]["line"]) == (None, 1)
