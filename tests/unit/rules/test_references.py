"""References that lead nowhere, what was meant, and what a broken record does not do."""

from collections.abc import Callable

import pytest

from tests.unit.rules.conftest import Change, Find, codes, hint, swap

EVIDENCE = "learners/anna/evidence/2026-05-20-rye-bread.yml"
AGREEMENT = "learners/anna/agreements/bakery.yml"
PLAN = "learners/anna/plans/1.yml"
JAN = "learners/anna/assessments/2026-06-10-jan.yml"
DECISION = "learners/anna/decisions/2026-06-20-dough.yml"
BROKEN = "title: [\n"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("bakery/dooh", "Did you mean `bakery/dough`? These exist: `bakery/dough`, `bakery/oven`."),
        ("bakery/Oven", "Did you mean `bakery/oven`? These exist: `bakery/dough`, `bakery/oven`."),
        ("bakkery/dough", "Did you mean `bakery/dough`? These exist: `bakery/dough`, `bakery/oven`."),
        ("bakery/welding", "These exist: `bakery/dough`, `bakery/oven`."),
        ("care/lift", "These exist: `bakery/dough`, `bakery/oven`."),
    ],
)
def test_the_nearest_competence_is_named_with_those_there_are(find: Find, written: str, meant: str) -> None:
    found = find({EVIDENCE: swap(("[bakery/dough]", f"[{written}]"))})
    assert codes(found) == ["E301"]
    assert hint(found[0]) == meant


def test_only_what_follows_the_right_part_is_compared(find: Find) -> None:
    found = find({EVIDENCE: swap(("competences:", "criteria: [bakery/dough/warmth]\ncompetences:"))})
    assert codes(found) == ["E302"]
    assert hint(found[0]) == "These exist: `bakery/dough/temperature`, `bakery/dough/tidy`."


def test_a_level_that_stands_there_twice_is_told_once(find: Find) -> None:
    assert codes(find({"school.yml": swap(("code: with_help", "code: not_yet"))})) == ["E331"]


def test_ids_that_differ_in_capitals_are_told_once(find: Find) -> None:
    twin = EVIDENCE.replace("rye", "Rye")
    text = "title: T\ndate: 2026-05-20\ntype: log\ncompetences: [bakery/dough]\ncontext: {place: school}\n"
    assert codes(find({twin: text})) == ["E115"]


def test_levels_are_named_in_the_order_of_the_scale(find: Find) -> None:
    found = find({JAN: swap(("level: independent", "level: expert"))})
    assert codes(found) == ["E311"]
    assert hint(found[0]) == "These exist: `not_yet`, `with_help`, `independent`."


def test_many_names_are_not_listed(find: Find) -> None:
    people = {
        f"people/p{number}.yml": "name: P\nroles: {role: teacher, organisation: south, from: 2020-01-01}\n"
        for number in range(20)
    }
    found = find({**people, AGREEMENT: swap(("mentor: jan", "mentor: xxxxxxxx"))})
    assert codes(found) == ["E303"]
    assert hint(found[0]).startswith("Every person has a file in `people/`")


@pytest.mark.parametrize(
    "name",
    [
        "people/jan.yml",
        "people/greet.yml",
        "organisations/de-gist.yml",
        "frameworks/bakery.yml",
        "school.yml",
        "learners/anna/learner.yml",
        AGREEMENT,
        PLAN,
        EVIDENCE,
        JAN,
        DECISION,
        "learners/anna/contacts/2026-05-28-visit.yml",
    ],
)
def test_a_broken_record_is_one_finding_and_leaves_nothing_dangling(find: Find, name: str) -> None:
    found = find({name: BROKEN})
    assert [(one.code, one.path) for one in found] == [("E101", name)]


@pytest.mark.parametrize("written", ["1", "1.0", "1e0"])
def test_a_version_is_a_number(find: Find, written: str) -> None:
    assert find({JAN: swap(("plan_version: 1", f"plan_version: {written}"))}) == []


def test_a_missing_version_is_named(find: Find) -> None:
    found = find({JAN: swap(("plan_version: 1", "plan_version: 1.5"))})
    assert codes(found) == ["E310"]
    assert found[0].message.render() == "This learner has no plan with version 1.5."


def test_a_reference_does_not_reach_into_another_learners_folder(find: Find) -> None:
    learner = "pseudonym: Fox\nminor: false\nprogramme: bakery\ncohort: 2025-2026\n"
    other = "date: 2026-06-10\nassessor: self\nmoment: formative\nphase: during\nresults:\n"
    other += "  - {competence: bakery/dough, level: with_help, evidence: [2026-05-20-rye-bread]}\n"
    found = find({"learners/ben/learner.yml": learner, "learners/ben/assessments/own.yml": other})
    assert codes(found) == ["E307"]


def test_every_wrong_reference_is_found_once(find: Find) -> None:
    found = find(
        {
            AGREEMENT: swap(("mentor: jan\n", "mentor: jann\n"), ("school: south", "school: sout")),
            EVIDENCE: swap(("[bakery/dough]", "[bakery/dough, bakery/x, bakery/x]")),
        }
    )
    assert codes(found) == ["E305", "E303", "E301", "E301"]


EVALUATION = """
    organisation: south
    cycle: "2026"
    form: dual
    respondent: learner
    answers:
      "43": {answer: yes}
      "58": {answer: yes}
"""
CYCLE = """
    title: The year 2026
    start: 2026-01-01
    end: 2026-12-31
"""


def with_points(codes: str) -> Callable[[str], str]:
    return lambda school: f"{school}\n{codes}\n"


def test_an_answer_names_a_point_of_the_guide_or_of_the_school(find: Find) -> None:
    records: dict[str, Change] = {
        "quality/self-evaluations/2026.yml": EVALUATION,
        "quality/cycles/2026.yml": CYCLE,
    }
    (wrong,) = find(records)
    assert (wrong.code, wrong.pointer) == ("E315", ("answers", "58"))
    assert wrong.location and wrong.location.column == 3, "it points at the number itself"
    own = '{code: "58", question: Do we eat together?}'
    assert find(records | {"school.yml": with_points(f"points: [{own}]")}) == []


def test_own_points_and_priorities(find: Find) -> None:
    own = '{code: "58", question: Do we eat together?}'
    assert codes(find({"school.yml": with_points(f'points: [{own}, {own}]\npriorities: ["43", "59"]')})) == [
        "E331",
        "E315",
    ]
