"""One key is written, and every other byte stays."""

from __future__ import annotations

import pytest

from bekwaam.source.rewriting import with_key, without_key

LINES = ["counts:", "  learners: 12"]
VALUE = {"learners": 12}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\n", "title: A\ncounts:\n  learners: 12\n"),
        ("title: A", "title: A\ncounts:\n  learners: 12\n"),
        ("title: A\r\nend: b\r\n", "title: A\r\nend: b\r\ncounts:\r\n  learners: 12\r\n"),
        ("title: A\n# last\n", "title: A\n# last\ncounts:\n  learners: 12\n"),
        (
            "title: A\ncounts:\n  learners: 9\n  x: {a: 1}\n\n# why\nend: b\n",
            "title: A\ncounts:\n  learners: 12\n\n# why\nend: b\n",
        ),
        ("counts: {a: 1}   # old\ntitle: A\n", "counts:\n  learners: 12\ntitle: A\n"),
        ("title: A\ncounts:\n", "title: A\ncounts:\n  learners: 12\n"),
    ],
)
def test_written(before: str, after: str) -> None:
    assert with_key(before, "counts", LINES, VALUE) == after


@pytest.mark.parametrize(
    "before", ["{title: A}\n", "title: |+\n  A\n\n", "counts: {a: 1,\n}\ntitle: A\n", "title: [\n", "- a\n"]
)
def test_refused_where_it_would_change_more(before: str) -> None:
    changed = with_key(before, "counts", LINES, VALUE)
    assert changed is None or changed.startswith(before)


def test_taken_out() -> None:
    assert without_key("a: 1\nseal:\n  x: 1\n\n  # c\n\nb: 2\n", "seal") == "a: 1\nb: 2\n"
    assert without_key("a: 1\n", "seal") == "a: 1\n"
