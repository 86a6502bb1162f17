"""The points: all 57, in the guide's order, in both languages, and a school's own after them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from bekwaam.guide import guide, guide_of
from bekwaam.guide.points import FILE
from bekwaam.model.agreement import LearningForm
from bekwaam.model.guide import GUIDE_CODES, Point
from bekwaam.model.roles import Role
from bekwaam.model.school import Level, OwnPoint, School
from bekwaam.model.text import UNMARKED, Text
from bekwaam.schema.registry import COMMON, read

POINTS = {one.code: one for one in guide().points}
CORE = "09 10 11 12 15 23 26 28 29 30 31 32 34 36 39 40 43 45 46 47 48 49 50 51 52 53 55 57"  # the guide's C


def texts(point: Point) -> list[Text]:
    return [one for one in (point.title, point.ask, point.ask_learner) if one is not None]


def test_the_file_is_as_its_schema_says() -> None:
    registry: Registry[Any] = Registry().with_resource(COMMON, Resource.from_contents(dict(read(COMMON))))
    validator = Draft202012Validator(read("points.schema.json"), registry=registry)
    assert list(validator.iter_errors(json.loads(FILE.read_text(encoding="utf-8")))) == []


def test_there_are_three_phases_eight_rubrics_eighteen_questions_and_fifty_seven_points() -> None:
    rubrics = [rubric for phase in guide().phases for rubric in phase.rubrics]
    questions = [question for rubric in rubrics for question in rubric.questions]
    assert (len(guide().phases), len(rubrics), len(questions)) == (3, 8, 18)
    assert tuple(POINTS) == GUIDE_CODES


def test_core_and_priority_are_those_of_the_guide() -> None:
    assert [one.code for one in guide().points if one.core] == CORE.split()
    assert [one.code for one in guide().points if one.important_for_all] == ["04", "21", "28"]


@pytest.mark.parametrize("code", POINTS)
def test_a_point_is_a_question_in_both_languages(code: str) -> None:
    point = POINTS[code]
    for text in texts(point):
        assert [language for language, _ in text.by_language] == ["en", "nl"]
    for asked in (point.ask, point.ask_learner or point.ask):
        assert all(re.fullmatch(r"[A-Z][^?.]+\?", one) for one in asked.everything)
    assert (point.ask_learner is not None) == (Role.LEARNER in point.respondents)


def test_learners_are_asked_in_their_own_words() -> None:
    visits = POINTS["43"]
    assert visits.asked_of(Role.LEARNER) == visits.ask_learner
    assert visits.asked_of(Role.COACH) == visits.ask


def test_what_is_asked_depends_on_form_and_role() -> None:
    visits = POINTS["43"]
    assert visits.is_asked(LearningForm.DUAL, Role.LEARNER)
    assert not visits.is_asked(LearningForm.GROUP_PRACTICE, Role.LEARNER)
    assert not visits.is_asked(LearningForm.DUAL, Role.COLLEAGUE)
    assert visits.is_asked(None, None)


@pytest.mark.parametrize("role", Role)
def test_every_role_can_answer_something(role: Role) -> None:
    assert any(one.is_asked(None, role) for one in guide().points)


def test_a_school_adds_its_own() -> None:
    def text(words: str) -> Text:
        return Text(((UNMARKED, words),))

    school = School(
        name=text("South"),
        languages=("en",),
        responsible="greet",
        levels=(Level(code="a", label=text("a")),),
        points=(OwnPoint(code="58", question=text("Do we eat together?")),),
    )
    points = list(guide_of(school).points)
    assert [one.code for one in points] == [*GUIDE_CODES, "58"]
    assert points[-1].title == points[-1].ask
    assert points[-1].is_asked(LearningForm.OTHER, Role.GUARDIAN)
