"""Caps on texts."""

from bekwaam.rendering.tame import MAX_LENGTH, tame


def test_an_ordinary_text_stays_as_it_is() -> None:
    text = "Zoë schrijft: déjà vu, Việt, हिन्दी, ภาษาไทย."
    assert tame(text) is text or tame(text) == text


def test_a_text_that_is_too_long_ends_in_an_ellipsis_after_a_whole_word() -> None:
    text = tame("brood " * MAX_LENGTH)
    assert text.endswith("brood …")
    assert len(text) <= MAX_LENGTH + 2


def test_a_text_without_spaces_is_cut_too() -> None:
    assert len(tame("x" * (2 * MAX_LENGTH))) <= MAX_LENGTH + 2
    assert len(tame("x" * (2 * MAX_LENGTH))) >= MAX_LENGTH


def test_a_stack_of_marks_is_thinned_out() -> None:
    assert tame("a" + "\u0301" * 1000 + "b") == "a" + "\u0301" * 6 + "b"
