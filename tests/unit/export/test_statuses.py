"""Statuses as JSON and as text, in the forms that programs and people hold on to."""

from __future__ import annotations

import datetime as dt

from bekwaam.export.statuses import as_data, as_text
from tests.unit.status.builders import Case


def decided() -> Case:
    case = Case().enough().met()
    case.assessment("m", "jan", "independent").assessment("c", "sara", "independent")
    return case.decision("d", "achieved")


def test_json_has_the_fields_that_programs_hold_on_to() -> None:
    data = as_data({"anna": {"bakery/dough": decided().status()}}, dt.date(2026, 6, 30), str)
    assert data == {
        "as_of": "2026-06-30",
        "learners": {
            "anna": {
                "bakery/dough": {
                    "status": "achieved",
                    "level": "independent",
                    "target": "independent",
                    "flags": [],
                    "why": "The school decided: achieved.",
                    "records": ["decisions/d"],
                }
            }
        },
    }


def test_text_says_who_what_and_why() -> None:
    case = decided()
    text = as_text(
        {"anna": {"bakery/dough": case.status()}},
        {"anna": "Anna"},
        case.project.school.data,
        "nl",
        str,
    )
    assert text.splitlines() == [
        "Anna (anna)",
        "  bakery/dough  achieved · independent · target: independent",
        "                The school decided: achieved.",
        "                decisions/d",
    ]
