"""The style sheet, and whether its colours can be read."""

import re

import pytest

from bekwaam.site.accent import contrast, parse
from bekwaam.site.files import SCRIPTS, STYLE_SHEETS, static_files

CSS = static_files()[STYLE_SHEETS[0]].decode()

TEXT = (
    "ink", "soft", "accent", "achieved", "proposed", "ready", "to-discuss", "in-progress", "not-started",
    "not-achieved", "exempt",
)  # fmt: skip


def tokens(selector: str) -> dict[str, str]:
    block = CSS[CSS.index(f"{selector} {{") :].partition("}")[0]
    return dict(re.findall(r"--bk-([a-z0-9-]+): (#[0-9a-f]{6})", block))


LIGHT = tokens("[data-md-color-scheme]")
DARK = LIGHT | tokens('[data-md-color-scheme="slate"]')


def ratio(scheme: dict[str, str], one: str, other: str) -> float:
    front, back = parse(scheme[one]), parse(scheme[other])
    assert front and back
    return contrast(front, back)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out_from_every_ground(scheme: dict[str, str]) -> None:
    low = [
        (front, back)
        for front in TEXT
        for back in ("paper", "card", "sunk")
        if ratio(scheme, front, back) < 4.5
    ]
    assert low == []
    assert ratio(scheme, "on-accent", "accent") >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_controls_and_rungs_stand_out(scheme: dict[str, str]) -> None:
    assert all(ratio(scheme, "edge", ground) >= 3 for ground in ("paper", "card", "sunk"))


@pytest.mark.parametrize("hue", range(8))
def test_initials_stand_out_on_every_portrait(hue: int) -> None:
    tones = tokens(f".bk-hue-{hue}")
    assert len(tones) == 3
    assert all(ratio({**tones, "white": "#ffffff"}, "white", tone) >= 4.5 for tone in tones)


def test_everything_that_a_page_needs_is_there() -> None:
    found = static_files("#00f")
    assert {*STYLE_SHEETS, *SCRIPTS} <= found.keys()
    fonts = re.findall(r"url\(\.\./(fonts/[^)]+)\)", CSS)
    assert fonts and all(f"assets/bekwaam/{one}" in found for one in fonts)
    assert "http" not in CSS, "nothing is loaded from elsewhere"
    assert "--bk-accent" in found[STYLE_SHEETS[1]].decode()
