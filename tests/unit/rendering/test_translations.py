"""Languages that there are, and those that there are not."""

import pytest

from bekwaam.rendering import translations


def test_english_is_what_the_program_itself_speaks() -> None:
    assert translations.load("en").gettext("achieved") == "achieved"
    assert translations.available()[0] == "en"


def test_a_region_falls_back_to_its_language() -> None:
    assert translations.load("nl-BE").gettext("achieved") == "verworven"


@pytest.mark.parametrize("language", ["xx", "", "../../../etc", "nl/../nl", "a\0b"])
def test_what_is_no_language_is_english(language: str) -> None:
    assert translations.load(language).gettext("achieved") == "achieved"
