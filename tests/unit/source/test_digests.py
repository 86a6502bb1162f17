"""Two contents, or two folders, are never taken for one another."""

from __future__ import annotations

import pytest

from bekwaam.source import digest_of, digest_of_all


def test_one_content_has_one_digest() -> None:
    assert digest_of(b"name: Mila\n") == digest_of(b"name: Mila\n") != digest_of(b"name: Mila")


@pytest.mark.parametrize(
    "other",
    [
        [("a.yml", "1")],
        [("b.yml", "2"), ("a.yml", "1")],
        [("a.yml", "2"), ("b.yml", "1")],
        [("a.yml", "1"), ("c.yml", "2")],
        [("a.yml1", ""), ("b.yml", "2")],
        [],
    ],
)
def test_path_content_and_order_count(other: list[tuple[str, str]]) -> None:
    files = [("a.yml", "1"), ("b.yml", "2")]
    assert digest_of_all(files) == digest_of_all(tuple(files)) != digest_of_all(other)
