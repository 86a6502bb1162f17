"""Tags beyond what the printer writes itself."""

import io
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from bekwaam.pdf.assets import AssetFetcher
from bekwaam.pdf.press import Theme, press

PAGE = """<html lang="en"><head><title>T</title></head><body data-foot="a foot">
<p><span></span></p>
<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>
<tbody><tr><th scope="row">c</th><td>d</td></tr></tbody></table>
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 2 1"><title>words</title>
<rect width="2" height="1"/></svg> <a href="https://example.org/">e <em>f</em></a></body></html>"""


def printed() -> PdfReader:
    pdf, _, _ = press(
        PAGE, sheets=("print.css",), themes=(Theme(css="", at_most=None),), fetcher=AssetFetcher()
    )
    return PdfReader(io.BytesIO(pdf))


def elements(reader: PdfReader) -> list[Any]:
    found: list[Any] = []

    def walk(element: Any) -> None:
        for kid in element["/K"]:
            child = kid.get_object()
            if isinstance(child, DictionaryObject) and "/S" in child:
                found.append(child)
                walk(child)

    tree: Any = reader.root_object["/StructTreeRoot"].get_object()
    walk(tree["/K"][0].get_object())
    return found


def test_header_cells_say_what_they_head() -> None:
    scopes = [one["/A"]["/Scope"] for one in elements(printed()) if one["/S"] == "/TH"]
    assert scopes == ["/Column", "/Column", "/Row"]


def test_identifiers_can_be_looked_up() -> None:
    reader = printed()
    root: Any = reader.root_object["/StructTreeRoot"]
    names = root["/IDTree"]["/Names"]
    assert sorted(names[::2]) == names[::2]
    assert {names[at + 1].get_object()["/S"] for at in range(0, len(names), 2)} == {"/TH"}


def test_empty_elements_are_gone() -> None:
    assert [one["/S"] for one in elements(printed()) if one["/S"] == "/Span" and not one["/K"]] == []


def test_figures_stand_where_they_are_drawn() -> None:
    box = next(one["/A"]["/BBox"] for one in elements(printed()) if one["/S"] == "/Figure")
    left, low, right, high = (float(edge) for edge in box)
    assert right - left == 15
    assert high - low == 7.5
    assert high > 600


def test_margins_are_artifacts_and_links_print() -> None:
    page: Any = printed().pages[0]
    content = page["/Contents"].get_object()
    assert isinstance(content, StreamObject)
    assert content.get_data().count(b"/Artifact\n<</Type /Pagination>>\nBDC") == 2
    assert [one.get_object()["/F"] for one in page["/Annots"]] == [4, 4]


def test_a_link_holds_all_that_can_be_clicked() -> None:
    reader = printed()
    clickable = [one for one in elements(reader) if any("/Obj" in kid for kid in _objects(one))]
    assert [one["/S"] for one in clickable] == ["/Link"]
    assert sum("/Obj" in kid for kid in _objects(clickable[0])) == 2


def _objects(element: Any) -> list[DictionaryObject]:
    kids = (kid.get_object() for kid in element["/K"])
    return [kid for kid in kids if isinstance(kid, DictionaryObject)]
