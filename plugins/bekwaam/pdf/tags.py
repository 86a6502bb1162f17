"""Completes the tags that WeasyPrint writes, so that a screen reader finds its way."""

from __future__ import annotations

from collections.abc import Iterator

import pydyf

_POINTS_PER_PIXEL = 0.75
_PRINT = 4
"""The annotation flag (ISO 32000-1, table 165) that makes paper and screen show the same."""

_MAY_BE_EMPTY = frozenset({"/TD", "/TH", "/Figure", "/Link", "/Form"})


def finish(_document: object, pdf: pydyf.PDF) -> None:
    """Add what PDF/UA wants beyond WeasyPrint 70, just before the file is written.

    Header cells get their scope and their identifiers an index, links the print flag, and the
    boxes of figures become points counted from the foot of the page. What can be clicked belongs to
    its link as a whole, and every glyph has a text. Elements that only draw a line or a box leave
    the tree, and running heads and page numbers become artifacts.
    """
    root = next(_dictionaries(pdf, "/StructTreeRoot"))
    document = _object(pdf, root["K"][0])
    parents = _object(pdf, root["ParentTree"])["Nums"]
    _gather_links(pdf, document, parents, None)
    _prune(pdf, document)
    identified: list[tuple[str, bytes]] = []
    spoken: set[tuple[bytes, int]] = set()
    for element in _descendants(pdf, document):
        spoken.update((element["Pg"], kid) for kid in element["K"] if isinstance(kid, int))
        if element["S"] == "/TH":
            section = _object(pdf, _object(pdf, element["P"])["P"])
            element["A"]["Scope"] = "/Column" if section["S"] == "/THead" else "/Row"
        if "ID" in element:
            identified.append((element["ID"].string, element.reference))
        if element["S"] == "/Figure":
            element["A"]["BBox"] = _from_foot(element["A"]["BBox"], _object(pdf, element["Pg"]))
    for annotation in _dictionaries(pdf, "/Annot"):
        annotation["F"] = _PRINT
    if identified:
        root["IDTree"] = pydyf.Dictionary({"Names": _names(identified)})
    _make_artifacts(pdf, parents, spoken)
    _name_glyphs(pdf)


def _gather_links(
    pdf: pydyf.PDF, element: pydyf.Dictionary, parents: pydyf.Array, link: pydyf.Dictionary | None
) -> None:
    """Give the annotations of emphasis inside a link to the link itself."""
    if element["S"] == "/Link":
        link = element
    for kid in list(element["K"]):
        if _is_element(pdf, kid):
            _gather_links(pdf, _object(pdf, kid), parents, link)
        elif isinstance(kid, bytes) and link is not None and link is not element:
            element["K"].remove(kid)
            link["K"].append(kid)
            annotation = _object(pdf, _object(pdf, kid)["Obj"])
            parents[2 * annotation["StructParent"] + 1] = link.reference


def _prune(pdf: pydyf.PDF, element: pydyf.Dictionary) -> bool:
    """Take elements without content out of the tree; say whether this one has any."""
    element["K"][:] = [
        kid for kid in element["K"] if not _is_element(pdf, kid) or _prune(pdf, _object(pdf, kid))
    ]
    return bool(element["K"]) or element["S"] in _MAY_BE_EMPTY


def _descendants(pdf: pydyf.PDF, element: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
    for kid in element["K"]:
        if _is_element(pdf, kid):
            child = _object(pdf, kid)
            yield child
            yield from _descendants(pdf, child)


def _make_artifacts(pdf: pydyf.PDF, parents: pydyf.Array, spoken: set[tuple[bytes, int]]) -> None:
    """Mark what stands in the margins as decoration; its tags belong to no tree."""
    for number, page_reference in enumerate(pdf.page_references):
        page_parents = parents[2 * number + 1]
        operators = _object(pdf, _object(pdf, page_reference)["Contents"]).stream
        for at, properties in enumerate(operators):
            marked = isinstance(properties, pydyf.Dictionary) and "MCID" in properties
            if marked and (page_reference, properties["MCID"]) not in spoken:
                page_parents[properties["MCID"]] = b"null"
                operators[at - 1 : at + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]


def _name_glyphs(pdf: pydyf.PDF) -> None:
    """Give each glyph a text: an accent drawn apart has none, its letter already stands for both."""
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream) and b"begincmap" in thing.stream:
            thing.stream[:] = [
                line.replace(b"> <>", b"> <200b>") if isinstance(line, bytes) else line
                for line in thing.stream
            ]


def _names(identified: list[tuple[str, bytes]]) -> pydyf.Array:
    names = pydyf.Array()
    for name, reference in sorted(identified):
        names.extend((pydyf.String(name), reference))
    return names


def _dictionaries(pdf: pydyf.PDF, kind: str) -> Iterator[pydyf.Dictionary]:
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Dictionary) and thing.get("Type") == kind:
            yield thing


def _is_element(pdf: pydyf.PDF, kid: int | bytes) -> bool:
    return isinstance(kid, bytes) and _object(pdf, kid).get("Type") == "/StructElem"


def _object(pdf: pydyf.PDF, reference: bytes) -> pydyf.Dictionary:
    return pdf.objects[int(reference.split()[0])]


def _from_foot(box: pydyf.Array, page: pydyf.Dictionary) -> pydyf.Array:
    left, top, right, bottom = (_POINTS_PER_PIXEL * edge for edge in box)
    height = page["MediaBox"][3]
    return pydyf.Array((left, height - bottom, right, height - top))
