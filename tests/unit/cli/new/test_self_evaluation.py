"""A new self-evaluation: the questions that a form and a role call for, in a file that is valid."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli.new.conftest import New

CYCLE = "title: The year\nstart: 2026-01-01\nend: 2026-12-31\n"
ASKED = ("--form", "group_practice", "--respondent", "learner")


def test_the_questions_stand_there_as_comments(new: New, home: Path) -> None:
    cycle = home / "portfolios/quality/cycles/2026.yml"
    cycle.parent.mkdir(parents=True)
    cycle.write_text(CYCLE, encoding="utf-8")
    code, out, err = new("self-evaluation", "de-gist", *ASKED)
    assert (code, err) == (0, "")
    text = (home / out).read_text(encoding="utf-8")
    assert 'cycle: "2026"\n' in text
    assert "# Could you say yourself what you want to learn, and does it stand in your plan?\n" in text
    assert '# "31": {answer: yes, note: ...}\n' in text
    assert '"43"' not in text, "the teacher is always there in group practice"


def test_without_a_cycle_there_is_nothing_to_look_at(new: New) -> None:
    code, _, err = new("self-evaluation", "de-gist", *ASKED)
    assert code == 2
    assert "There is no cycle yet" in err


def test_what_is_missing_is_told_at_once(new: New) -> None:
    code, _, err = new("self-evaluation")
    assert code == 2
    assert all(one in err for one in ("ORGANISATION", "--form", "--respondent"))
