"""The school's colour is readable, whatever it chose."""

import re

import pytest

from bekwaam.site.accent import contrast, parse, style_sheet

PAPERS = {"light": ((255, 255, 255), (251, 250, 247)), "dark": ((0x1A, 0x18, 0x16), (0x23, 0x20, 0x1D))}


@pytest.mark.parametrize("accent", ["#9a4a1f", "#ffff00", "#000", "#fff", "#0b6e4f", "#808080", "#00f"])
def test_the_accent_can_be_read_in_both_schemes(accent: str) -> None:
    light, dark = (parse(found) for found in re.findall(r"#[0-9a-f]{6}", style_sheet(accent)))
    assert light and dark
    assert all(contrast(light, paper) >= 4.5 for paper in PAPERS["light"])
    assert all(contrast(dark, paper) >= 4.5 for paper in PAPERS["dark"])


@pytest.mark.parametrize("accent", [None, "", "red", "#12", "#12345g", "#fff; } body { display: none"])
def test_what_is_no_colour_changes_nothing(accent: str | None) -> None:
    assert style_sheet(accent) == ""


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x77, 0x77, 0x77), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
