"""What the tests of printed documents share: a printer with the sample school, and a reader of PDFs."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from bekwaam.diagnostics import Message
from bekwaam.model.audience import Audience
from bekwaam.pdf.documents import render
from bekwaam.rendering.pictures import Pictures
from bekwaam.views.learner import DocumentKind, EvidenceView, LearnerView
from bekwaam.views.school import SchoolView
from bekwaam.views.stamp import Stamp
from tests import samples

FOR = {
    DocumentKind.DESCRIPTION: Audience.HANDOVER,
    DocumentKind.PORTFOLIO: Audience.HANDOVER,
    DocumentKind.PLAN: Audience.TEAM,
    DocumentKind.ASSESSMENT_FORM: Audience.TEAM,
}

Print = Callable[..., tuple[bytes, list[Message]]]


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Pictures:
    """The sample school's pictures."""
    folder = tmp_path_factory.mktemp("records")
    samples.write_media(folder)
    return Pictures(folder, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def printed(pictures: Pictures) -> Print:
    """Prints a document of the sample school, in English: `printed(kind, learner=..., evidence=...)`.

    What is asked for twice without changes is made once.
    """
    plain: dict[DocumentKind, tuple[bytes, list[Message]]] = {}

    def make(
        kind: DocumentKind,
        *,
        school: SchoolView | None = None,
        learner: LearnerView | None = None,
        evidence: tuple[EvidenceView, ...] | None = None,
        stamp: Stamp | None = None,
        language: str = "en",
    ) -> tuple[bytes, list[Message]]:
        audience = FOR[kind]
        unchanged = (school, learner, evidence, stamp) == (None,) * 4 and language == "en"
        if unchanged and kind in plain:
            return plain[kind]
        result = render(
            kind,
            replace(school or samples.school_view(audience), language=language),
            learner or samples.learner_view(audience),
            samples.evidence_views(audience) if evidence is None else evidence,
            pictures,
            stamp or samples.stamp(),
        )
        if unchanged:
            plain[kind] = result
        return result

    return make


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What a person, a screen reader and a machine find in a PDF."""

    pages: tuple[str, ...]
    metadata: dict[str, str]
    tags: tuple[str, ...]
    bookmarks: tuple[str, ...]

    @property
    def text(self) -> str:
        """All pages in one line of words."""
        return " ".join(" ".join(self.pages).split())


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], Printed]:
    """Opens a PDF."""

    def open_(pdf: bytes) -> Printed:
        reader = PdfReader(io.BytesIO(pdf))
        catalog = reader.root_object
        info = {str(key): str(value) for key, value in (reader.metadata or {}).items()}
        tree = catalog["/StructTreeRoot"].get_object()
        return Printed(
            pages=tuple(page.extract_text() for page in reader.pages),
            metadata={**info, "/Lang": str(catalog["/Lang"])},
            tags=tuple(_tags(tree["/K"][0].get_object())),  # type: ignore[index]
            bookmarks=tuple(_titles(reader.outline)),
        )

    return open_


def _tags(element: DictionaryObject, depth: int = 0) -> list[str]:
    words = str(element.get("/Alt", ""))
    lines = ["  " * depth + str(element["/S"]) + (f" {words}" if words else "")]
    kids = element.get("/K", ArrayObject())
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        child = kid.get_object()
        if isinstance(child, DictionaryObject) and "/S" in child:
            lines += _tags(child, depth + 1)
    return lines


def _titles(outline: object) -> list[str]:
    if not isinstance(outline, list):
        return [str(getattr(outline, "title", ""))]
    return [title for one in outline for title in _titles(one)]


@pytest.fixture(scope="session")
def sample_picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small JPEG."""
    from PIL import Image

    path = tmp_path_factory.mktemp("pictures") / "one.jpg"
    Image.new("RGB", (40, 20), "#804020").save(path)
    return path
