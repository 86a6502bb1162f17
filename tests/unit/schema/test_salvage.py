"""Records put right with examples, so that what is right in them can be checked too."""

from __future__ import annotations

from typing import Any

import pytest

from bekwaam.model.kinds import Kind
from bekwaam.schema import salvage, validate

RIGHT: dict[str, Any] = {
    "title": "Brood",
    "date": "2026-05-20",
    "type": "photo",
    "competences": ["bakery/dough", "bakery/oven"],
    "context": {"place": "workplace", "workplace": "de-gist/bakery"},
}


def mended(**changes: Any) -> tuple[dict[str, Any], set[tuple[str | int, ...]]]:
    found = salvage(Kind.EVIDENCE, {**RIGHT, **changes})
    assert found is not None
    data, touched = found
    assert validate(Kind.EVIDENCE, data, "x.yml") == []
    return dict(data), set(touched)


def test_what_is_right_stays_as_it_is() -> None:
    assert mended() == (RIGHT, set())


@pytest.mark.parametrize(
    ("changes", "touched"),
    [
        ({"type": "foto"}, {("type",)}),
        ({"context": {"place": "werk"}}, {("context", "place")}),
        ({"context": {}}, {("context", "place")}),
        ({"competences": ["bakery/dough", 7]}, {("competences", 1)}),
        ({"titel": "x", "hours": []}, {("titel",), ("hours",)}),
        ({"verified": {"by": 1}}, {("verified", "by"), ("verified", "date")}),
    ],
)
def test_only_what_is_wrong_is_replaced(changes: dict[str, Any], touched: set[Any]) -> None:
    data, found = mended(**changes)
    assert found == touched
    assert data["title"] == "Brood"


def test_the_record_itself_is_not_changed() -> None:
    wrong = {**RIGHT, "context": {"place": "werk"}}
    salvage(Kind.EVIDENCE, wrong)
    assert wrong["context"] == {"place": "werk"}


@pytest.mark.parametrize("data", [{f"key{number}": 1 for number in range(500)}, {"title": 1}])
def test_anything_gives_a_record_or_nothing(data: dict[str, Any]) -> None:
    found = salvage(Kind.EVIDENCE, data)
    assert found is None or validate(Kind.EVIDENCE, found[0], "x.yml") == []
