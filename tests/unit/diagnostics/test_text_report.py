"""The report that people read: order, marks, and nothing that steers a terminal."""

import datetime as dt
from dataclasses import replace

import pytest

from bekwaam.diagnostics import Diagnostic, Location, say
from bekwaam.diagnostics.text_report import TextReport
from tests.unit.diagnostics.findings import ALL, in_portfolios


def report(*findings: Diagnostic, line: str = "", colour: bool = False) -> str:
    writer = TextReport(translate=str, colour=colour, shown_path=in_portfolios, lines=lambda _path: [line])
    return writer.write(findings, 12)


def at(column: int, end: int) -> Diagnostic:
    place = Location(line=1, column=column, end_line=1, end_column=end)
    return Diagnostic(code="E204", path="x.yml", message=say("no"), location=place)


def excerpt(line: str, column: int, end: int) -> list[str]:
    return [row.partition("| ")[2] for row in report(at(column, end), line=line).split("\n")[2:4]]


def test_errors_come_first_and_a_summary_last() -> None:
    rows = report(*ALL).split("\n")
    heads = [row for row in rows if row.startswith("portfolios/")]
    assert [row.split()[-1] for row in heads] == ["E301", "E333", "W643"]
    assert rows[-1] == "Records checked: 12. Errors: 2. Warnings: 1."


def test_a_finding_about_a_whole_file_has_no_line() -> None:
    assert "portfolios/school.yml  error E333\n" in report(*ALL)


@pytest.mark.parametrize(
    ("line", "column", "end", "mark"),
    [
        ("type: foto", 7, 11, "      ^^^^"),
        ("t: 🥖 foto", 6, 10, "      ^^^^"),  # the bread is one character and two cells
        ("t: cafe\u0301 foto", 10, 14, "        ^^^^"),  # the accent is a character without a cell
        ("t:\tfoto", 4, 8, "   ^^^^"),
    ],
)
def test_the_mark_stands_below_the_place(line: str, column: int, end: int, mark: str) -> None:
    assert excerpt(line, column, end)[1] == mark


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "a" * 500 + "WRONG" + "b" * 5000
    shown, mark = excerpt(line, 501, 506)
    assert len(shown) <= 90
    assert (shown[0], shown[-1]) == ("…", "…")
    assert shown[mark.index("^") : mark.rindex("^") + 1] == "WRONG"


def test_what_would_steer_a_terminal_is_shown_as_a_sign() -> None:
    assert excerpt("a\x1b[31m\u202eb\x9b\r", 1, 2)[0] == "a\ufffd[31m\ufffdb\ufffd"
    assert excerpt("👩\u200d🍳", 1, 2)[0] == "👩\u200d🍳"


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b[" not in report(*ALL, line="x")
    assert "\x1b[1;31m" in report(at(1, 2), line="x", colour=True)


def test_who_can_act_and_by_when_stands_last() -> None:
    late = replace(ALL[0], who=("jan-de-smet", "learner"), due=dt.date(2026, 5, 4))
    assert "  → Who can act: `jan-de-smet`, the learner. Due: 2026-05-04.\n" in report(late)
    assert "  → Who can act: `jan-de-smet`.\n" in report(replace(late, who=("jan-de-smet",), due=None))
    assert "  → Due: 2026-05-04.\n" in report(replace(late, who=()))
    assert "Who can act" not in report(*ALL)
