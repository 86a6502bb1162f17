"""Fonts for every script that is named."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bekwaam.pdf.fonts import faces

ASSETS = Path(__file__).parents[3] / "plugins" / "bekwaam" / "assets"


def test_latin_text_needs_no_more_fonts() -> None:
    assert "@font-face" not in faces("Noor, Łukasz, Őrsi")


@pytest.mark.parametrize(
    "text", ["Đặng", "Дмитро", "Ἑλένη", "Արամ", "נועה", "نور", "अनिता", "সুমি", "สมชาย", "ნინო", "ሰላም"]
)
def test_a_font_that_is_named_is_there_and_has_the_letters(text: str) -> None:
    files = re.findall(r"asset:fonts/([^)]+)\)", faces(text))
    assert files
    known = set[int]().union(*(TTFont(ASSETS / "fonts" / file).getBestCmap() for file in files))
    latin = TTFont(ASSETS / "fonts" / "atkinson-hyperlegible-next-latin-400-normal.woff2").getBestCmap()
    more = TTFont(ASSETS / "fonts" / "atkinson-hyperlegible-next-latin-ext-400-normal.woff2").getBestCmap()
    assert {ord(letter) for letter in text} - known - set(latin) - set(more) == set()


def test_styles_name_only_fonts_that_are_there() -> None:
    for sheet in (ASSETS / "css" / "print").glob("*.css"):
        for file in re.findall(r"asset:fonts/([^)]+)\)", sheet.read_text(encoding="utf-8")):
            assert (ASSETS / "fonts" / file).is_file()
