"""A few findings with everything in them that a format could stumble over."""

from __future__ import annotations

from bekwaam.diagnostics import Diagnostic, Location, say

WRONG = Diagnostic(
    code="E301",
    path="learners/anna/evidence/bröd, 100%.yml",
    message=say("competence `{one}` does not exist", one="bakery/dooh"),
    hint=say("did you mean `{one}`: 50% is right, isn't it?", one="bakery/dough"),
    pointer=("competences", 0),
    location=Location(line=4, column=15, end_line=4, end_column=26),
)
LATE = Diagnostic(
    code="W643",
    path="learners/anna/agreements/one.yml",
    message=say("0 visits\r\nwere done <&>"),
    pointer=(),
    location=Location(line=2, column=1, end_line=9, end_column=3),
)
NO_PLACE = Diagnostic(code="E333", path="school.yml", message=say("there is no school.yml"))
ALL = (LATE, WRONG, NO_PLACE)


def in_portfolios(path: str) -> str:
    return f"portfolios/{path}"
