"""Who may assess, decide, guide and confirm, and on which day."""

import pytest

from tests.unit.rules.conftest import Find, codes, swap

EVIDENCE = "learners/anna/evidence/2026-05-20-rye-bread.yml"
DECISION = "learners/anna/decisions/2026-06-20-dough.yml"


@pytest.mark.parametrize("who", ["anna", "self", "learner"])
def test_the_learner_does_not_confirm_and_is_told_so_once(find: Find, who: str) -> None:
    assert codes(find({EVIDENCE: swap(("by: jan", f"by: {who}"))})) == ["E404"]


def test_a_role_counts_on_its_last_day_and_not_after(find: Find) -> None:
    assert find({"people/greet.yml": swap(("from: 2020-09-01", "from: 2020-09-01, to: 2026-06-20"))}) == []
    found = find({"people/greet.yml": swap(("from: 2020-09-01", "from: 2020-09-01, to: 2026-06-19"))})
    assert [(one.code, one.path) for one in found] == [("E403", DECISION)]


def test_a_mentor_for_a_part_of_the_agreement_will_do(find: Find) -> None:
    assert find({"people/jan.yml": swap(("from: 2020-09-01", "from: 2026-06-01"))}) == []
    found = find({"people/jan.yml": swap(("from: 2020-09-01", "from: 2026-09-01"))})
    assert codes(found) == ["E401", "E402"]


def test_a_backup_needs_the_role_too(find: Find) -> None:
    backup = {"learners/anna/agreements/bakery.yml": lambda text: text + "backup: {mentor: marieke}\n"}
    found = find(backup)
    assert [(one.code, one.pointer) for one in found] == [("E401", ("backup", "mentor"))]
