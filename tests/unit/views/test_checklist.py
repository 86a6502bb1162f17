"""The blank checklist asks what a form and a role call for, under the guide's headings."""

from __future__ import annotations

import datetime as dt

import pytest

from bekwaam import project
from bekwaam.audience.gate import restrict
from bekwaam.model.agreement import LearningForm
from bekwaam.model.audience import Audience
from bekwaam.model.guide import GUIDE_CODES
from bekwaam.model.roles import Role
from bekwaam.views.checklist import ChecklistView, checklist
from bekwaam.views.context import Context
from bekwaam.views.school_documents import blank_checklist, school_documents
from tests.conftest import ROOT

AS_OF = dt.date(2026, 6, 30)


def context(audience: Audience = Audience.TEAM, language: str = "nl") -> Context:
    loaded = project.load(ROOT / "tests" / "cases" / "valid" / "every-field" / "portfolios", AS_OF)
    return Context(restrict(loaded.project, loaded.statuses, audience, AS_OF), language)


def codes(view: ChecklistView) -> list[str]:
    return [point.code for part in view.parts for group in part.groups for point in group.points]


def test_everything_is_asked_of_anybody() -> None:
    view = checklist(context(), None, None)
    assert codes(view) == [*GUIDE_CODES, "58", "59"]
    assert [str(part.phase) for part in view.parts if part.phase] == [
        "Vooraf",
        "Onderweg",
        "Nadien",
        "Onze eigen punten",
    ]


@pytest.mark.parametrize(
    ("form", "role", "asked", "left_out"),
    [
        (None, Role.LEARNER, {"31", "43", "58"}, {"03", "09", "53"}),
        (LearningForm.GROUP_PRACTICE, Role.LEARNER, {"31"}, {"43", "58"}),
        (LearningForm.DUAL, Role.COACH, {"03", "43", "58"}, {"22"}),
        (None, Role.GUARDIAN, {"07", "59"}, {"58", "43"}),
    ],
)
def test_form_and_role_choose(
    form: LearningForm | None, role: Role, asked: set[str], left_out: set[str]
) -> None:
    found = set(codes(checklist(context(), form, role)))
    assert asked <= found
    assert not left_out & found


def test_priorities_and_what_is_only_for_some_forms_are_marked() -> None:
    points = {
        point.code: point
        for part in checklist(context(), None, None).parts
        for group in part.groups
        for point in group.points
    }
    assert [code for code, point in points.items() if point.priority] == ["43", "58"]
    assert LearningForm.GROUP_PRACTICE not in points["43"].forms
    assert points["43"].forms and not points["01"].forms
    assert [code for code, point in points.items() if point.important] == ["04", "21", "28"]


def test_the_forms_to_choose_are_those_in_use() -> None:
    assert checklist(context(), None, None).forms == (LearningForm.DUAL,)


def test_only_the_team_has_documents_of_the_school() -> None:
    assert [one.uri for one in school_documents(context()) if "checklist" in one.uri] == [
        "quality/checklist.nl.pdf",
        "quality/checklist.learner.nl.pdf",
        "quality/checklist.mentor.nl.pdf",
    ]
    assert list(school_documents(context(Audience.PUBLIC))) == []


def test_an_address_says_for_whom_it_is() -> None:
    made = blank_checklist(context(language="en"), LearningForm.GROUP_PRACTICE, Role.SCHOOL_RESPONSIBLE)
    assert made.uri == "quality/checklist.group-practice.school-responsible.en.pdf"
