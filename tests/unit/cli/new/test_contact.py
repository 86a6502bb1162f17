"""A new contact: with those of the agreement, about a learner or of the school."""

from pathlib import Path

from tests.unit.cli.new.conftest import New


def test_with_mentor_and_coach_of_the_agreement(new: New, home: Path) -> None:
    code, out, err = new("contact", "anna", "--date", "2026-06-01")
    assert (code, err) == (0, "")
    assert out == "portfolios/learners/anna/contacts/2026-06-01-visit.yml"
    text = (home / out).read_text(encoding="utf-8")
    assert (
        "  - {role: learner}\n  - {role: mentor, person: jan}\n  - {role: coach, person: marieke}\n" in text
    )
    assert "planned" not in text


def test_what_is_to_come_is_planned(new: New, home: Path) -> None:
    far = "2090-01-01"
    code, out, err = new("contact", "anna", "--kind", "call", "--date", far)
    assert code == 0, err
    assert "planned: true" in (home / out).read_text(encoding="utf-8")


def test_of_the_school(new: New, home: Path) -> None:
    code, out, err = new("contact", "--school", "--person", "greet", "--date", "2026-06-01")
    assert (code, err) == (0, "")
    assert out == "portfolios/quality/contacts/2026-06-01-meeting.yml"
    assert "{role: school_responsible, person: greet}" in (home / out).read_text(encoding="utf-8")
