"""A new assessment: what was rated, and the rest as comments."""

from pathlib import Path

from tests.unit.cli.new.conftest import New

GIVEN = ("assessment", "anna", "--date", "2026-06-01", "--assessor", "jan")


def test_is_valid_and_offers_the_rest(new: New, home: Path) -> None:
    code, out, err = new(*GIVEN, "--result", "bakery/dough=independent")
    assert (code, err) == (0, "")
    assert out == "portfolios/learners/anna/assessments/2026-06-01-jan.yml"
    text = (home / out).read_text(encoding="utf-8")
    assert "plan_version: 1\n" in text
    assert "phase: during" in text
    assert "    #   - 2026-05-20-rye-bread\n" in text
    assert "  # - competence: bakery/oven  # work the oven\n" in text
    assert "  #   level: not_yet | with_help | independent\n" in text


def test_by_the_learner(new: New) -> None:
    code, out, err = new("assessment", "anna", "--assessor", "self", "--result", "bakery/oven=not_yet")
    assert code == 0, err
    assert out.endswith("-self.yml")


def test_only_known_levels_and_people(new: New) -> None:
    code, _, err = new(*GIVEN, "--result", "bakery/dough=indepedent")
    assert code == 2
    assert "Did you mean “independent”" in err
    code, _, err = new("assessment", "anna", "--assessor", "jon", "--result", "bakery/dough=with_help")
    assert code == 2
    assert "Did you mean “jan”" in err
