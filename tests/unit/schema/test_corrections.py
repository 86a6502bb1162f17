"""Guesses at what was meant."""

import pytest

from bekwaam.schema import corrections


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-3-5", "2026-03-05"),
        ("2026/03/05", "2026-03-05"),
        ("20260305", "2026-03-05"),
        ("2026-03-05T10:30:00+01:00", "2026-03-05"),
        ("5/3/2026", "2026-03-05"),
        ("05.03.2026", "2026-03-05"),
        ("31-12-2026", "2026-12-31"),
        ("12/31/2026", None),
        ("5 maart 2026", None),
        ("maart", None),
        ("", None),
        ("0000-00-00", None),
    ],
)
def test_dates(written: str, meant: str | None) -> None:
    assert corrections.date(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Jan De Smet", "jan-de-smet"),
        ("people/jan.yml", "jan"),
        ("../evidence/2026-03-05-Brood.yaml", "2026-03-05-Brood"),
        ("José Müller", "jose-muller"),
        (".verborgen", "verborgen"),
        ("", ""),
        ("日本", ""),
    ],
)
def test_identifiers(written: str, meant: str) -> None:
    assert corrections.identifier(written) == meant


def test_references() -> None:
    assert corrections.two_parts("bakery/dough/temperature") == "bakery/dough"
    assert corrections.two_parts("Bakery / Dough") == "Bakery/Dough"
    assert corrections.two_parts("dough") == "dough"


def test_addresses() -> None:
    assert corrections.web_address("school.example/a b") == "https://school.example/a b"
    assert corrections.web_address("javascript:alert(1)") == "javascript:alert(1)"
    assert corrections.email("mailto:jan@x.example") == "jan@x.example"


def test_short_forms() -> None:
    assert corrections.colour("#abc") == "#aabbcc"
    assert corrections.colour("red") == "#rreedd"
    assert corrections.file("..\\media\\a.webp") == "../media/a.webp"
    assert corrections.point("5") == "05"
    assert corrections.point("x") == "x"
