"""The four documents: what they say, what a screen reader finds, and that nothing else gets in."""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import outloud
import pytest

from bekwaam.model.audience import Audience
from bekwaam.model.status import Status
from bekwaam.pdf.documents import render
from bekwaam.views.learner import DocumentKind
from bekwaam.views.words import Words
from tests import samples

if TYPE_CHECKING:
    from tests.unit.pdf.conftest import Print, Printed

    Read = Callable[[bytes], Printed]

_BY_CHANCE = {
    "PAG-001",  # the same words at the top of three pages: pieces of work may share a title
    "TAG-002",  # a foot of many words: it repeats what the page says
    "TBL-012",  # a form is empty until somebody fills it in
    "TBL-010",  # more headers than data: so it is in any table of one row
}


@pytest.fixture(params=list(DocumentKind), ids=lambda kind: kind.value)
def kind(request: pytest.FixtureRequest) -> DocumentKind:
    return request.param  # type: ignore[no-any-return]


def test_document_says_what_it_said(
    kind: DocumentKind, printed: Print, read: Read, golden: Callable[[str, str], None]
) -> None:
    pdf, messages = printed(kind)
    found = read(pdf)
    assert messages == []
    lines = [f"{len(found.pages)} pages"]
    lines += [f"{key} {value}" for key, value in sorted(found.metadata.items())]
    lines += ["", "# bookmarks", *found.bookmarks]
    for number, page in enumerate(found.pages, start=1):
        lines += ["", f"# page {number}", *(line.rstrip() for line in page.splitlines())]
    lines += ["", "# tags", *found.tags]
    golden(f"pdf/{kind.value}.txt", "\n".join(lines) + "\n")


def test_document_is_accessible(kind: DocumentKind, printed: Print, tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(printed(kind)[0])
    result = outloud.check(str(path))
    assert result.error is None
    assert [one for one in result.findings if one.severity != "info" and one.rule not in _BY_CHANCE] == []


def test_styles_and_templates_hold_nothing_unknown(
    kind: DocumentKind, printed: Print, caplog: pytest.LogCaptureFixture
) -> None:
    stamp = replace(samples.stamp(), number="1")
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        printed(kind, stamp=stamp)
    assert caplog.messages == []


def test_empty_learner_gets_every_document(kind: DocumentKind, printed: Print, read: Read) -> None:
    pdf, messages = printed(kind, learner=samples.new_learner(), evidence=())
    assert messages == []
    assert "Yusuf Demir" in read(pdf).text


def test_rendering_travels_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(render)) is render


def test_same_input_gives_same_bytes_elsewhere(printed: Print, tmp_path: Path) -> None:
    script = """
import sys
from dataclasses import replace
from pathlib import Path
from bekwaam.pdf.documents import render
from bekwaam.rendering.pictures import Pictures
from bekwaam.views.learner import DocumentKind
from tests import samples
from tests.unit.pdf.conftest import FOR
folder = Path(sys.argv[1])
samples.write_media(folder)
for kind in reversed(DocumentKind):
    audience = FOR[kind]
    school = replace(samples.school_view(audience), language="en")
    pdf, _ = render(kind, school, samples.learner_view(audience), samples.evidence_views(audience),
                    Pictures(folder, folder / "cache"), samples.stamp())
    (folder / kind.value).write_bytes(pdf)
"""
    subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        env={**os.environ, "TZ": "Asia/Tokyo", "USER": "somebody-else"},
        cwd=Path(__file__).parents[3],
        check=True,
    )
    for kind in DocumentKind:
        assert (tmp_path / kind.value).read_bytes() == printed(kind)[0]


def test_description_is_one_page_and_no_certificate(printed: Print, read: Read) -> None:
    found = read(printed(DocumentKind.DESCRIPTION)[0])
    assert len(found.pages) == 1
    assert found.text.count("Not an official certificate") == 1
    assert "not an official certificate" in found.text
    assert "AZ-2026-0147" in found.text
    assert "7f3a 91c2 0be4 55d8" in found.text


def test_description_keeps_to_what_was_decided(printed: Print, read: Read) -> None:
    learner = samples.learner_view(Audience.HANDOVER)
    undecided = [
        one.title for one in learner.competences if one.status not in (Status.ACHIEVED, Status.EXEMPT)
    ]
    assert undecided
    closed = read(printed(DocumentKind.DESCRIPTION, learner=learner)[0]).text
    assert not [title for title in undecided if f" {title} " in closed]


def test_description_with_many_competences_takes_two_pages(printed: Print, read: Read) -> None:
    learner = samples.learner_view(Audience.HANDOVER)
    done = next(one for one in learner.competences if one.status is Status.ACHIEVED)
    many = tuple(replace(done, title=Words(f"nummer {number} doen", "nl")) for number in range(22))
    pdf, messages = printed(DocumentKind.DESCRIPTION, learner=replace(learner, competences=many))
    assert len(read(pdf).pages) == 2
    assert messages == []


def test_description_without_address_has_no_code(printed: Print, read: Read) -> None:
    found = read(printed(DocumentKind.DESCRIPTION, stamp=replace(samples.stamp(), address=None))[0])
    assert not [tag for tag in found.tags if "QR" in tag]
    assert "no public address" in found.text


def test_pseudonym_is_said_to_be_one(printed: Print, read: Read) -> None:
    found = read(
        printed(DocumentKind.DESCRIPTION, learner=samples.pseudonymous_learner(Audience.HANDOVER))[0]
    )
    assert "not the learner’s real name" in found.text


def test_name_that_no_font_can_draw_is_told(printed: Print) -> None:
    learner = replace(samples.learner_view(Audience.HANDOVER), name="Noor \U000f0000")
    _, messages = printed(DocumentKind.DESCRIPTION, learner=learner)
    assert [message.render() for message in messages] == [
        "No font has the character \U000f0000 (U+F0000), so it prints as an empty box."
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Łukasz Őrsi Ćapek",
        "Samuel Ọkáfọ\u0300",
        "Đặng Thị Ngọc",
        "Дмитро Їжак",
        "Ελένη",
        "نور الهدى",
        "נועה",
        "अनिता",
        "সুমি",
        "ሰላም",
        "สมชาย",
    ],
)
def test_every_name_prints(name: str, printed: Print) -> None:
    learner = replace(samples.learner_view(Audience.HANDOVER), name=name)
    assert printed(DocumentKind.DESCRIPTION, learner=learner)[1] == []


def test_text_of_others_stays_text(printed: Print, read: Read) -> None:
    attack = '<img src="file:///etc/passwd"><style>h1{display:none}</style>'
    learner = replace(samples.learner_view(Audience.HANDOVER), name=attack, about=Words(attack, "nl"))
    found = read(printed(DocumentKind.PORTFOLIO, learner=learner)[0])
    assert "<style>h1{display:none}</style>" in found.text.replace(" ", "")


def test_endless_text_is_cut_in_time(printed: Print) -> None:
    learner = replace(samples.learner_view(Audience.HANDOVER), name="naam " * 50_000)
    printed(DocumentKind.DESCRIPTION, learner=learner)


def test_portfolio_shows_work_by_date_with_bookmarks(printed: Print, read: Read) -> None:
    found = read(printed(DocumentKind.PORTFOLIO)[0])
    titles = [str(one.card.title) for one in samples.evidence_views(Audience.HANDOVER)]
    assert [title for title in found.bookmarks if title in titles] == titles[::-1]


def test_missing_picture_is_told(printed: Print, read: Read) -> None:
    views = samples.evidence_views(Audience.HANDOVER)
    lost = replace(views[0].photos[0], source="media/gone.webp")
    pdf, messages = printed(DocumentKind.PORTFOLIO, evidence=(replace(views[0], photos=(lost,)),))
    assert [message.template for message in messages] == [
        "The picture {file} could not be read, so it is not printed."
    ]
    assert "could not be read" in read(pdf).text


def test_plan_has_the_four_parts_and_lines_to_sign(printed: Print, read: Read) -> None:
    text = read(printed(DocumentKind.PLAN)[0]).text
    for words in ("Organisation", "Content", "Guidance", "Evaluation", "Date and signature"):
        assert words in text


def test_form_can_be_blank(printed: Print, read: Read) -> None:
    learner = replace(samples.new_learner(), competences=())
    found = read(printed(DocumentKind.ASSESSMENT_FORM, learner=learner, evidence=())[0])
    assert found.text.count("Competence:") == 3
