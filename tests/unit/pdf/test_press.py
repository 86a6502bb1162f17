"""From HTML to PDF: themes, missing characters, metadata and links."""

import io
import re

from pypdf import PdfReader

from bekwaam.pdf.assets import AssetFetcher
from bekwaam.pdf.press import Theme, engine, press

PAGE = '<html lang="en"><head><title>T</title></head><body>{}</body></html>'


def made(body: str, *themes: Theme) -> tuple[bytes, list[str], int]:
    pdf, messages, pages = press(
        PAGE.format(body),
        sheets=("print.css",),
        themes=themes or (Theme(css="", at_most=None),),
        fetcher=AssetFetcher(),
    )
    return pdf, [message.render() for message in messages], pages


def test_first_theme_that_fits_is_used() -> None:
    tall, low = Theme(css="p { height: 300mm }", at_most=1), Theme(css="p { height: 10mm }", at_most=1)
    assert made("<p>a</p><p>b</p>", tall, low)[2] == 1
    assert made("<p>a</p><p>b</p>", low, tall)[2] == 1


def test_last_theme_is_used_where_none_fits() -> None:
    tall = Theme(css="p { height: 200mm }", at_most=1)
    assert made("<p>a</p><p>b</p>", tall)[2] == 2


def test_each_missing_character_is_told_once() -> None:
    _, messages, _ = made("<p>\U000f0000 and \U000f0000</p>")
    assert messages == ["No font has the character \U000f0000 (U+F0000), so it prints as an empty box."]


def test_nothing_but_the_title_gets_into_the_metadata() -> None:
    pdf, _, _ = made('<meta name="author" content="A Secret"><meta name="keywords" content="b"><p>a</p>')
    found = {key: str(value) for key, value in (PdfReader(io.BytesIO(pdf)).metadata or {}).items()}
    assert found == {"/Producer": "WeasyPrint 70.0", "/Title": "T"}


def test_links_lead_only_to_the_web() -> None:
    pdf, _, _ = made(
        '<a href="javascript:alert(1)">x</a> <a href="file:///etc/passwd">y</a> <a href="https://example.org/">z</a>'
    )
    annotations = PdfReader(io.BytesIO(pdf)).pages[0]["/Annots"]
    assert [one.get_object()["/A"]["/URI"] for one in annotations] == ["https://example.org/"]  # type: ignore[attr-defined]


def test_the_engine_has_a_version() -> None:
    assert re.fullmatch(r"WeasyPrint [0-9.]+, Pango [0-9]{5}", engine())
