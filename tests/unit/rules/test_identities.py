"""One address in git for one person, and roles that people hold."""

from tests.unit.rules.conftest import Find, codes, swap

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"


def test_an_address_in_other_capitals_is_the_same(find: Find) -> None:
    found = find({"people/marieke.yml": swap(("marieke@south", "GREET@South"))})
    assert [(one.code, one.path, one.pointer) for one in found] == [
        ("W511", "people/marieke.yml", ("emails", 0))
    ]


def test_a_key_with_another_comment_is_the_same(find: Find) -> None:
    keys = {
        f"people/{who}.yml": (lambda text, who=who: f"{text}signing_keys: ['{KEY} {who}']\n")
        for who in ("jan", "greet")
    }
    assert codes(find(keys)) == ["W511"]


def test_a_person_may_name_one_address_twice(find: Find) -> None:
    again = swap(("[greet@south.example]", "[greet@south.example, greet@south.example]"))
    assert find({"people/greet.yml": again}) == []


def test_guardians_may_share_an_address(find: Find) -> None:
    parent = (
        "name: P\nroles: {role: guardian, organisation: south, from: 2025-09-01}\nemails: [f@home.example]\n"
    )
    assert find({"people/mum.yml": parent, "people/dad.yml": parent}) == []


def test_a_guardian_has_that_role(find: Find) -> None:
    found = find({"learners/anna/learner.yml": lambda text: f"{text}guardians: [greet]\n"})
    assert [(one.code, one.pointer) for one in found] == [("W407", ("guardians", 0))]


def test_a_role_held_at_another_time_will_do(find: Find) -> None:
    visit = "learners/anna/contacts/2026-05-28-visit.yml"
    teacher = "name: T\nroles: {role: teacher, organisation: south, from: 2020-01-01, to: 2021-01-01}\n"
    taking_part = swap(("{role: learner}", "{role: teacher, person: t}"))
    assert find({"people/t.yml": teacher, visit: taking_part}) == []
    coach = swap(("{role: learner}", "{role: coach, person: t}"))
    assert codes(find({"people/t.yml": teacher, visit: coach})) == ["W407"]
