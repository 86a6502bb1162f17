"""Workflow commands: escapes, columns, order."""

from bekwaam.diagnostics.github_report import write_github
from tests.unit.diagnostics.findings import ALL, LATE, WRONG, in_portfolios


def write(*findings: object) -> str:
    return write_github(findings, str, in_portfolios)  # type: ignore[arg-type]  # all of them are


def test_escapes_what_would_end_a_property_or_a_line() -> None:
    assert write(WRONG) == (
        "::error file=portfolios/learners/anna/evidence/bröd%2C 100%25.yml,"
        "line=4,endLine=4,col=15,endColumn=26,title=E301::"
        "competence `bakery/dooh` does not exist%0Adid you mean `bakery/dough`: 50%25 is right, isn't it?"
    )


def test_a_finding_over_several_lines_has_no_columns() -> None:
    assert write(LATE) == (
        "::warning file=portfolios/learners/anna/agreements/one.yml,line=2,endLine=9,title=W643::"
        "0 visits%0D%0Awere done <&>"
    )


def test_errors_come_first_and_each_has_one_line() -> None:
    lines = write(*ALL).split("\n")
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::error", "::warning"]
    assert write() == ""
