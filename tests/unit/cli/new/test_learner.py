"""A new learner: an id and a pseudonym that tell nothing, and a valid file."""

from pathlib import Path

import pytest

from tests.unit.cli.new.conftest import New


def test_proposes_a_neutral_id_and_pseudonym(new: New, home: Path) -> None:
    code, out, err = new("learner", "--name", "Jef Maes", "--minor")
    assert code == 0, err
    text = (home / out).read_text(encoding="utf-8")
    assert "name: Jef Maes\n" in text
    assert "minor: true\n" in text
    animal = Path(out).parent.name.partition("-")[0]
    pseudonym = next(line for line in text.splitlines() if line.startswith("pseudonym:"))
    assert animal not in pseudonym.casefold()
    assert "jef" not in out
    assert "jef" not in pseudonym.casefold()


@pytest.mark.parametrize("taken", ["anna", "ANNA"])
def test_an_id_is_given_once(new: New, home: Path, taken: str) -> None:
    before = (home / "portfolios/learners/anna/learner.yml").read_bytes()
    code, _, err = new("learner", taken)
    assert code == 2
    assert "already" in err
    assert (home / "portfolios/learners/anna/learner.yml").read_bytes() == before


@pytest.mark.parametrize("name", ["../x", "a b", "-x", ".git", "é"])
def test_an_id_never_leads_elsewhere(new: New, home: Path, name: str) -> None:
    code, _, err = new("learner", "--", name)
    assert code == 2
    assert "cannot be an id" in err
    assert len(list((home / "portfolios/learners").iterdir())) == 1


@pytest.mark.parametrize("name", ["no", "12", "# x", "a: b", "{x}", 'a "b" c', "- x", "🥖 Jo", "x" * 200])
def test_any_name_can_be_written(new: New, name: str) -> None:
    code, _, err = new("learner", "--name", name, "--pseudonym", name, "--cohort", name)
    assert code == 0, err


def test_what_no_record_can_hold_is_refused_before_anything_is_written(new: New, home: Path) -> None:
    code, _, err = new("learner", "heron-12", "--name", "x" * 201)
    assert code == 2
    assert "201" in err
    assert not (home / "portfolios/learners/heron-12").exists()
