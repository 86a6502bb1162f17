"""Numbers as each language writes them."""

import pytest

from bekwaam.rendering.numbers import plain, share


@pytest.mark.parametrize(
    ("value", "language", "written"),
    [(12, "nl", "12"), (4.25, "nl", "4,2"), (4.25, "en", "4.2"), (12345, "nl", "12.345"), (0, "en", "0")],
)
def test_plain(value: float, language: str, written: str) -> None:
    assert plain(value, language) == written


def test_share() -> None:
    assert share(0.814, "nl") == "81%"
    assert share(1, "en") == "100%"
