"""Who is who by address and key."""

from bekwaam.model.kinds import Kind
from bekwaam.provenance.people import claimed_name, people_of, plain_name

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"
COACH = {"role": "coach", "from": "2024-09-01", "to": "2026-06-30"}


def test_addresses_have_no_capitals_and_one_owner() -> None:
    people = people_of(
        [
            (Kind.PERSON, "jan", {"emails": ["Jan@x.example", "info@x.example"]}),
            (Kind.LEARNER, "anna", {"emails": ["info@x.example", "anna@x.example"]}),
        ]
    )
    assert people.by_email("jan@X.example") == "jan"
    assert people.by_email("anna@x.example") == "learners/anna"
    assert people.by_email("info@x.example") is None


def test_a_key_of_two_people_proves_nothing() -> None:
    both = [(Kind.PERSON, one, {"signing_keys": [f"{KEY} {one}"]}) for one in ("jan", "piet")]
    assert people_of(both).own_keys("jan") == ()
    assert people_of(both[:1]).own_keys("jan") == (f"{KEY} jan",)


def test_who_may_enter_for_whom_on_which_day() -> None:
    mentor = {"role": "mentor", "from": "2020-09-01"}
    people = people_of([(Kind.PERSON, "lea", {"roles": COACH}), (Kind.PERSON, "jan", {"roles": [mentor]})])
    assert people.may_enter_for("lea", "jan", "2026-06-30")
    assert people.may_enter_for("lea", "learners/anna", "2024-09-01")
    assert not people.may_enter_for("lea", "jan", "2026-07-01")
    assert not people.may_enter_for("jan", "lea", "2026-06-30")
    assert not people.may_enter_for("nobody", "jan", "2026-06-30")


def test_records_of_no_good_shape() -> None:
    people = people_of(
        [(Kind.PERSON, "jan", {"emails": "jan@x.example", "roles": 3, "signing_keys": ["x", 4]})]
    )
    assert people.by_email("jan@x.example") is None
    assert people.own_keys("jan") == ()


def test_a_learner_is_no_person_of_the_same_name() -> None:
    assert claimed_name("self", "anna") == "learners/anna"
    assert plain_name("learners/anna") == plain_name("anna") == "anna"
