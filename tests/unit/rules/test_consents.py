"""Consents, and what they cover on a day."""

import pytest

from tests.unit.rules.conftest import Find, codes, swap

LEARNER = "learners/anna/learner.yml"
EVIDENCE = "learners/anna/evidence/2026-05-20-rye-bread.yml"


def consent(
    scope: str = "portfolio", audience: str = "public", given_by: str = "learner", more: str = ""
) -> str:
    held = f"scope: {scope}, audience: {audience}, given_by: {given_by}, date: 2026-06-01{more}"
    return f"consents: {{{held}}}\n"


def shown_for(visibility: str) -> dict[str, object]:
    return {EVIDENCE: lambda text: f"{text}visibility: {visibility}\n"}


@pytest.mark.parametrize(
    ("held", "visibility", "expected"),
    [
        (consent(), "public", []),
        (consent(), "handover", []),
        (consent(audience="handover"), "handover", []),
        (consent(audience="handover"), "public", ["W401"]),
        (consent(scope="name"), "public", ["W401"]),
        (consent(more=", withdrawn: 2026-06-15"), "public", ["W401"]),
        (consent(more=", withdrawn: 2026-07-15"), "public", []),
        ("", "handover", ["W401"]),
        ("", "team", []),
    ],
)
def test_what_a_consent_covers(find: Find, held: str, visibility: str, expected: list[str]) -> None:
    changes = {LEARNER: lambda text: text + held, **shown_for(visibility)}
    assert codes(find(changes)) == expected


def test_until_the_day_a_guardian_consents_too(find: Find) -> None:
    rita = "name: Rita\nroles: {role: guardian, organisation: south, from: 2025-09-01}\n"

    def minor(until: str) -> dict[str, object]:
        more = f"co_consent_until: {until}\nguardians: [rita]\n{consent()}"
        return {
            LEARNER: lambda text: text.replace("minor: false", "minor: true") + more,
            "people/rita.yml": rita,
            **shown_for("public"),
        }

    assert sorted(codes(find(minor("2026-06-30")))) == ["W401", "W408"]
    assert codes(find(minor("2026-06-29"))) == []


@pytest.mark.parametrize(
    ("consents", "expected"),
    [
        ("{scope: name, audience: public, given_by: both, date: 2026-06-01}", []),
        ("{scope: name, audience: public, given_by: learner, date: 2026-06-01}", [0]),
        ("{scope: name, audience: public, given_by: guardian, date: 2026-06-01}", [0]),
        (
            "[{scope: name, audience: handover, given_by: learner, date: 2026-06-01},"
            " {scope: name, audience: public, given_by: guardian, date: 2026-06-02}]",
            [1],
        ),
        (
            "[{scope: name, audience: public, given_by: learner, date: 2026-06-01},"
            " {scope: name, audience: public, given_by: guardian, date: 2026-06-02}]",
            [],
        ),
        ("{scope: name, audience: public, given_by: learner, date: 2026-07-01}", []),
        (
            "{scope: name, audience: public, given_by: learner, date: 2026-06-01, withdrawn: 2026-06-02}",
            [],
        ),
    ],
)
def test_a_minor_and_a_guardian_consent_together(find: Find, consents: str, expected: list[int]) -> None:
    minor = f"minor: true\nco_consent_until: 2027-01-01\nguardians: [rita]\nconsents: {consents}\n"
    rita = "name: Rita\nroles: {role: guardian, organisation: south, from: 2025-09-01}\n"
    found = find({LEARNER: swap(("minor: false\n", minor)), "people/rita.yml": rita})
    assert [(one.code, one.pointer) for one in found] == [
        ("W408", ("consents", position, "given_by")) for position in expected
    ]


@pytest.mark.parametrize(
    ("pseudonym", "expected"),
    [
        ("Blue heron", []),
        ("Anna P.", ["W403"]),
        ("annapeeters", ["W403"]),
        ("PEETERS-7", ["W403"]),
        ("Savanna", []),
        ("Susanna and the peer", []),
    ],
)
def test_a_pseudonym_tells_nothing_of_the_name(find: Find, pseudonym: str, expected: list[str]) -> None:
    assert codes(find({LEARNER: swap(("Blue heron", pseudonym))})) == expected


def test_a_reflection_is_never_wider_than_its_evidence(find: Find) -> None:
    wide = "reflection: {result: Good., visibility: public}\n"
    assert codes(find({EVIDENCE: lambda text: text + wide})) == ["W405"]


def test_a_private_piece_may_leave_out_how_its_reflection_is_seen(find: Find) -> None:
    private = "visibility: private\nreflection: {result: Good.}\n"
    other = "learners/anna/evidence/2026-06-20-own.yml"
    text = (
        "title: Mine\ndate: 2026-06-20\ntype: log\ncompetences: [bakery/oven]\ncontext: {place: elsewhere}\n"
    )
    assert find({other: text + private}) == []


def test_a_guardian_who_consents_is_named(find: Find) -> None:
    assert codes(find({LEARNER: lambda text: text + consent(given_by="guardian")})) == ["W406"]
