"""Who has to look at which change."""

from __future__ import annotations

from tests.git.conftest import School


def test_assessments_ask_for_mentor_and_coach_and_decisions_for_the_school(school: School) -> None:
    code, out, err = school.run("codeowners", "--as-of", "2026-06-30")
    assert code == 0, err
    rows = out.splitlines()
    assert "/portfolios/learners/anna/assessments/ jan@de-gist.example marieke@south.example" in rows
    assert "/portfolios/learners/anna/decisions/ greet@south.example" in rows
    assert "/portfolios/people/ greet@south.example" in rows
    assert "/mkdocs.yml greet@south.example" in rows


def test_into_a_file(school: School) -> None:
    assert school.run("codeowners", "-o", ".github/CODEOWNERS")[0] == 0
    text = (school.folder / ".github/CODEOWNERS").read_text(encoding="utf-8")
    assert text.startswith("# Written by `bekwaam codeowners`")


def test_somebody_without_an_address(school: School) -> None:
    for name in ("jan", "marieke"):
        file = school.person(name)
        rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(row for row in rows if not row.startswith("emails")), encoding="utf-8")
    _, out, _ = school.run("codeowners", "--as-of", "2026-06-30")
    assert "# /portfolios/learners/anna/assessments/: nobody with an address" in out
