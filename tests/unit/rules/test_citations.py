"""What is cited is about the competence for which it is cited."""

from tests.unit.rules.conftest import Find, codes, swap

EVIDENCE = "learners/anna/evidence/2026-05-20-rye-bread.yml"
TEST = "learners/anna/evidence/2026-06-03-dough-test.yml"
JAN = "learners/anna/assessments/2026-06-10-jan.yml"


def test_evidence_for_more_competences_will_do(find: Find) -> None:
    assert find({TEST: swap(("[bakery/dough]", "[bakery/oven, bakery/dough]"))}) == []


def test_an_unknown_competence_is_told_where_it_stands_only(find: Find) -> None:
    assert codes(find({TEST: swap(("[bakery/dough]", "[bakery/dogh]"))})) == ["E301"]


def test_unknown_evidence_is_told_once(find: Find) -> None:
    assert codes(find({JAN: swap(("[2026-05-20-rye-bread]", "[2026-05-20-x]"))})) == ["E307"]


def test_an_unknown_competence_in_a_decision_is_told_once(find: Find) -> None:
    decision = "learners/anna/decisions/2026-06-20-dough.yml"
    assert codes(find({decision: swap(("bakery/dough", "bakery/dogh"))})) == ["E301"]
