"""A path says the kind of a record."""

import pytest

from bekwaam.model.kinds import Kind
from bekwaam.source.layout import ROWS, Place, classify, is_id, is_yaml, nearest_row


@pytest.mark.parametrize(("row", "kind"), ROWS)
@pytest.mark.parametrize("suffix", [".yml", ".yaml"])
def test_every_row_is_found(row: str, kind: Kind, suffix: str) -> None:
    path = row.replace("<learner>", "anna").replace("<id>", "2026-01-02-x.y").removesuffix(".yml") + suffix
    place = classify(path)
    assert place is not None
    assert place.kind is kind
    assert place.learner == ("anna" if "<learner>" in row else None)
    if "<id>" in row:
        assert place.id == "2026-01-02-x.y"


def test_every_kind_has_a_row() -> None:
    assert {kind for _, kind in ROWS} == set(Kind)


def test_single_records_have_an_id_too() -> None:
    assert classify("school.yml") == Place(kind=Kind.SCHOOL, id="school")
    assert classify("learners/anna/learner.yml") == Place(kind=Kind.LEARNER, id="anna", learner="anna")
    assert classify("learners/anna/next-step.yml") == Place(
        kind=Kind.NEXT_STEP, id="next-step", learner="anna"
    )


@pytest.mark.parametrize(
    "path",
    [
        "x.yml",
        "school.yml/x.yml",
        "School.yml",
        "school.json",
        "school.YML",
        "people/a/b.yml",
        "learners/a.yml",
        "learners/learner.yml",
        "learners/a/b.yml",
        "learners/a/evidence.yml",
        "learners/a/evidence/b/c.yml",
        "quality/a.yml",
        "quality/evidence/a.yml",
        "evidence/a.yml",
        "/school.yml",
        "people//a.yml",
        "",
        ".yml",
    ],
)
def test_other_places_are_no_places(path: str) -> None:
    assert classify(path) is None


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("schol.yml", "school.yml"),
        ("School.yaml", "school.yml"),
        ("framework/bakery.yml", "frameworks/<id>.yml"),
        ("person/jan.yml", "people/<id>.yml"),
        ("learners/anna/evidences/x.yml", "learners/<learner>/evidence/<id>.yml"),
        ("learners/anna/evidence/2026/x.yml", "learners/<learner>/evidence/<id>.yml"),
        ("evidence/x.yml", "learners/<learner>/evidence/<id>.yml"),
        ("learners/anna/next_step.yml", "learners/<learner>/next-step.yml"),
        ("learners/anna/leerling.yml", "learners/<learner>/learner.yml"),
        ("learner/anna/learner.yml", "learners/<learner>/learner.yml"),
        ("quality/action/x.yml", "quality/actions/<id>.yml"),
        ("actions/x.yml", "quality/actions/<id>.yml"),
    ],
)
def test_the_nearest_row_is_named(path: str, row: str) -> None:
    assert nearest_row(path) == row


@pytest.mark.parametrize("word", ["a", "A-1", "_x", "2026-03-05-deeg_1.b", "09"])
def test_good_ids(word: str) -> None:
    assert is_id(word)


@pytest.mark.parametrize("word", ["", ".", "..", "-x", "a b", "café", "a/b", "a\n", "a:b", "--output=x", "१"])
def test_bad_ids(word: str) -> None:
    assert not is_id(word)


def test_the_suffix_is_seen_in_capitals_too() -> None:
    assert [name for name in ["a.yml", "a.YAML", "a.Yml", "yml", "a.yml.bak", "a.yml~"] if is_yaml(name)] == [
        "a.yml",
        "a.YAML",
        "a.Yml",
    ]
