"""Generated portraits."""

from bekwaam.site.portraits import HUES, PATTERNS, pattern


def test_a_key_always_gives_the_same_portrait() -> None:
    assert pattern("anna") == pattern("anna")


def test_portraits_differ() -> None:
    found = {pattern(f"learner-{number}") for number in range(200)}
    assert len(found) > 100
    assert all(0 <= one.number < PATTERNS and 0 <= one.hue < HUES for one in found)
