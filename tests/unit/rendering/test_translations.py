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


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "nl"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "nl"),
        ({"LANG": "en_US.UTF-8", "BEKWAAM_LANGUAGE": "nl"}, "nl"),
        ({"LC_ALL": "xx_XX"}, "nl"),
    ],
)
def test_output_is_in_the_language_of_the_user_else_of_the_school(
    environment: dict[str, str], expected: str
) -> None:
    assert translations.spoken_language(environment, "nl") == expected


def test_a_school_in_another_language_is_spoken_to_in_english() -> None:
    assert translations.spoken_language({}, "xx") == "en"
