"""Plans: that there is one, what it starts from, and who agreed."""

from tests.unit.rules.conftest import Find, codes, swap

AGREEMENT = "learners/anna/agreements/bakery.yml"
PLAN = "learners/anna/plans/1.yml"
LEARNER = "learners/anna/learner.yml"
ASSESSMENTS = {
    "learners/anna/assessments/2026-06-10-jan.yml": None,
    "learners/anna/assessments/2026-06-12-marieke.yml": None,
    "learners/anna/decisions/2026-06-20-dough.yml": None,
}


def test_a_placement_without_a_plan_is_told_at_the_agreement(find: Find) -> None:
    found = find({**ASSESSMENTS, PLAN: None})
    assert [(one.code, one.path, one.pointer) for one in found] == [("W629", AGREEMENT, ("start",))]


def test_a_broken_plan_is_a_plan(find: Find) -> None:
    assert codes(find({**ASSESSMENTS, PLAN: "version: [\n"})) == ["E101"]


def test_a_plan_for_an_unknown_agreement_is_told_once(find: Find) -> None:
    assert codes(find({PLAN: swap(("agreement: bakery", "agreement: x"))})) == ["E308"]


def test_a_starting_level_for_an_unknown_competence_is_told_once(find: Find) -> None:
    wrong = swap(("{competence: bakery/dough, level", "{competence: bakery/dooh, level"))
    assert codes(find({PLAN: wrong})) == ["E301"]


def test_who_has_stopped_needs_no_plan(find: Find) -> None:
    stopped = {LEARNER: lambda text: text + "status: stopped\n"}
    assert find({**ASSESSMENTS, **stopped, PLAN: None}) == []


def test_only_the_plan_that_counts_is_looked_at(find: Find) -> None:
    draft = """\
        version: 2
        agreement: bakery
        baseline: []
        goals: {competence: bakery/dough, target: independent, learned_at: [school], due: 2026-08-28}
        """
    assert find({"learners/anna/plans/2.yml": draft}) == []


def test_all_who_did_not_agree_are_named(find: Find) -> None:
    found = find({PLAN: lambda text: text.partition("agreed:")[0]})
    assert codes(found) == ["W610"]
    assert found[0].message.render() == (
        "Not everyone agreed to this plan; missing: learner, workplace mentor, learning coach (point 10)"
    )
