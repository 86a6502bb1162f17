"""Reads the points from the file beside it, once, and puts a school's own after them."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

from bekwaam.model.guide import Guide, Phase, Point, Question, Rubric
from bekwaam.model.roles import Role
from bekwaam.model.school import OwnPoint, School
from bekwaam.model.text import Text
from bekwaam.records.building import from_data

FILE = Path(__file__).with_name("points.json")

OWN = "own"
"""The code of the phase that a school's own points stand in."""

_TITLE = Text((("en", "Our own points"), ("nl", "Onze eigen punten")))


@cache
def guide() -> Guide:
    """The guide as it is shipped."""
    return from_data(Guide, json.loads(FILE.read_text(encoding="utf-8")))


def guide_of(school: School) -> Guide:
    """The guide as a school uses it: with its own points, in a part of their own."""
    if not school.points:
        return guide()
    points = tuple(map(_point, school.points))
    questions = (Question(code=OWN, title=_TITLE, points=points),)
    own = Phase(code=OWN, title=_TITLE, rubrics=(Rubric(code=OWN, title=_TITLE, questions=questions),))
    return replace(guide(), phases=(*guide().phases, own))


def _point(own: OwnPoint) -> Point:
    """Asked of everybody where the school does not say of whom."""
    return Point(
        code=own.code,
        title=own.title or own.question,
        ask=own.question,
        core=False,
        respondents=own.respondents or tuple(Role),
        forms=own.forms,
    )
