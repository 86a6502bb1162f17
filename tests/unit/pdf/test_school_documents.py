"""Documents of the school on paper: what they say, what a screen reader finds, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import outloud
import pytest

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.audience.reasons import Withheld
from bekwaam.diagnostics import say
from bekwaam.model.agreement import LearningForm
from bekwaam.model.audience import Audience
from bekwaam.model.roles import Role
from bekwaam.pdf.school_documents import render_of_school
from bekwaam.rendering.pictures import Pictures
from bekwaam.views.checklist import AskedGroup, AskedPart, AskedPoint, ChecklistView
from bekwaam.views.context import Context
from bekwaam.views.handover import PackFile, handover_view
from bekwaam.views.report import latest_report
from bekwaam.views.school_documents import SchoolDocument, SchoolDocumentKind
from bekwaam.views.words import Words
from tests import samples

if TYPE_CHECKING:
    from tests.unit.pdf.conftest import Printed

    Read = Callable[[bytes], Printed]

_BY_CHANCE = {"TBL-012", "TBL-010", "TAG-002"}  # a form is empty until somebody fills it in


def asked(code: str, ask: str, forms: tuple[LearningForm, ...] = ()) -> AskedPoint:
    return AskedPoint(
        code=code, ask=Words(ask, "en"), important=code == "28", priority=code == "43", forms=forms
    )


def document(respondent: Role | None) -> SchoolDocument:
    groups = (
        AskedGroup(
            title=Words("How do we help?", "en"),
            points=(
                asked("28", "Do we look at ourselves?"),
                asked("43", "Does the coach come by?", (LearningForm.DUAL,)),
            ),
        ),
    )
    part = AskedPart(phase=Words("Along the way", "en"), title=Words("Guidance", "en"), groups=groups)
    page = ChecklistView(
        form=None,
        respondent=respondent,
        forms=(LearningForm.DUAL, LearningForm.INTERNSHIP),
        roles=(Role.MENTOR, Role.COACH),
        parts=(part,),
    )
    return SchoolDocument(
        kind=SchoolDocumentKind.CHECKLIST, language="en", uri="quality/checklist.en.pdf", page=page
    )


@pytest.fixture(scope="module")
def make(pictures: Pictures) -> Callable[[Role | None, str], bytes]:
    def print_(respondent: Role | None, language: str = "en") -> bytes:
        school = replace(samples.school_view(Audience.TEAM), language=language)
        pdf, messages = render_of_school(document(respondent), school, pictures)
        assert messages == []
        return pdf

    return print_


def test_it_says_what_it_said(
    make: Callable[..., bytes], read: Read, golden: Callable[[str, str], None]
) -> None:
    found = read(make(None))
    lines = [f"{len(found.pages)} pages"]
    lines += [f"{key} {value}" for key, value in sorted(found.metadata.items())]
    for number, page in enumerate(found.pages, start=1):
        lines += ["", f"# page {number}", *(line.rstrip() for line in page.splitlines())]
    lines += ["", "# tags", *found.tags]
    golden("pdf/checklist.txt", "\n".join(lines) + "\n")


def test_learners_are_asked_what_they_would_change(make: Callable[..., bytes], read: Read) -> None:
    text = read(make(Role.LEARNER)).text
    assert "What would you change first?" in text
    assert "What will we improve?" not in text
    assert "I am" not in text


def test_it_speaks_dutch(make: Callable[..., bytes], read: Read) -> None:
    found = read(make(Role.MENTOR, "nl"))
    assert "Hoe goed is ons werkplekleren?" in found.text
    assert found.metadata["/Lang"] == "nl"


def test_it_is_accessible(make: Callable[..., bytes], tmp_path: Path) -> None:
    path = tmp_path / "checklist.pdf"
    path.write_bytes(make(None))
    result = outloud.check(str(path))
    assert result.error is None
    assert [one for one in result.findings if one.severity != "info" and one.rule not in _BY_CHANCE] == []


def test_same_bytes_and_nothing_unknown(make: Callable[..., bytes], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        assert make(Role.MENTOR) == make(Role.MENTOR)
    assert caplog.messages == []


@pytest.fixture(scope="module")
def others(example: Path, pictures: Pictures) -> dict[SchoolDocumentKind, bytes]:
    """The report of a year and the cover of a pack, in English, from the example school."""
    day = dt.date(2026, 6, 30)
    loaded = project.load(example, as_of=day)
    team = Context(restrict(loaded.project, loaded.statuses, Audience.TEAM, day), "en")
    pack = restrict(
        loaded.project, loaded.statuses, Audience.HANDOVER, day, ("anna-peeters",), moving_on=True
    )
    report = latest_report(team)
    assert report is not None
    cover = handover_view(
        Context(pack, "en"),
        "anna-peeters",
        (PackFile(path="cover.en.pdf", title=say("pack")),),
        (Withheld(what=say("the name"), why=say("there is no consent for it")),),
    )
    school = replace(samples.school_view(Audience.TEAM), language="en")
    made = {}
    for kind, page in ((SchoolDocumentKind.REPORT, report), (SchoolDocumentKind.HANDOVER, cover)):
        whole = SchoolDocument(kind=kind, language="en", uri=f"{kind.value}.pdf", page=page)
        made[kind], messages = render_of_school(whole, school, pictures)
        assert messages == []
        assert render_of_school(whole, school, pictures)[0] == made[kind]
    return made


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (SchoolDocumentKind.REPORT, ("Workplace learning in figures", "19", "82%", "achieved 67")),
        (
            SchoolDocumentKind.HANDOVER,
            (
                "Anna Peeters",
                "Our advice",
                "Goals that remain",
                "Index of the evidence",
                "The name: there is",
            ),
        ),
    ],
)
def test_other_documents_say_what_they_should_and_are_accessible(
    others: dict[SchoolDocumentKind, bytes],
    read: Read,
    tmp_path: Path,
    kind: SchoolDocumentKind,
    said: tuple[str, ...],
) -> None:
    found = read(others[kind])
    assert [one for one in said if one not in found.text] == []
    path = tmp_path / "document.pdf"
    path.write_bytes(others[kind])
    result = outloud.check(str(path))
    assert result.error is None
    assert [one for one in result.findings if one.severity != "info"] == []
