"""The page of the guide's points: how each is asked, counted and checked."""

from __future__ import annotations

import datetime as dt

from bekwaam.diagnostics.codes import CODES
from bekwaam.guide import guide
from bekwaam.indicators import INDICATORS, Seen, period_on
from bekwaam.model.agreement import LearningForm
from bekwaam.model.guide import Point
from bekwaam.model.kinds import Kind
from bekwaam.model.project import Project, Record
from bekwaam.model.roles import Role
from bekwaam.model.school import School
from bekwaam.model.text import UNMARKED, Text
from bekwaam.rendering.labels import label

_INTRODUCTION = """\
---
lang: en
description: The guide's 57 points, and how each is asked, shown, counted and checked.
---

# The guide, point by point

The Flemish guide for good workplace learning (*leidraad kwaliteitsvol werkplekleren*, 2008) has 57 points.
Each stands here as a question in our own words, with what the program does for it:

- **Asked**: of whom, in the checklist on paper (`bekwaam checklist`) and in self-evaluations. Learners are
  asked in words of their own.
- **Counted**: what the records say, on the team's page about quality, beside what people answer. From nine in
  ten on they say yes, from half on partly. They only know what is written down.
- **Checked**: the findings of `bekwaam validate` that end with this point.

**Core** points are recorded, shown, checked and reported; the others support them. The guide's scan still
shows one mark, for what is important to everybody: on 04, 21 and 28. A school adds points and sets priorities
of its own: see [Look at yourselves](../how-to/self-evaluation.md).
"""


def page() -> str:
    """The page, from the points, the indicators of a school without records, and the findings."""
    lines = [_INTRODUCTION]
    for phase in guide().phases:
        for rubric in phase.rubrics:
            lines += [f"## {_en(phase.title)}: {_en(rubric.title).lower()}", ""]
            for question in rubric.questions:
                lines += [f"### {_en(question.title)}", ""]
                lines += ["| | point | asked of | counted | checked |", "| --- | --- | --- | --- | --- |"]
                lines += [_row(point) for point in question.points]
                lines.append("")
    return "\n".join(lines)


def _row(point: Point) -> str:
    marks = ["core"] if point.core else []
    if point.important_for_all:
        marks.append("important for everybody")
    marked = f" ({', '.join(marks)})" if marks else ""
    name = f"**{_en(point.title)}**{marked}<br>{_en(point.ask)}"
    checked = ", ".join(
        f"[{one.code}](../reference/findings/{one.code}.md)"
        for one in CODES.values()
        if one.point == point.code
    )
    return f"| {point.code} | {name} | {_asked(point)} | {_counted(point)} | {checked or '–'} |"


def _asked(point: Point) -> str:
    asked = "everybody" if len(point.respondents) == len(Role) else ", ".join(map(label, point.respondents))
    if not point.forms:
        return asked
    left = [label(one) for one in LearningForm if one not in point.forms]
    return f"{asked}; not for {', '.join(left)}"


def _counted(point: Point) -> str:
    if point.indicator is None:
        return "Only people can answer this."
    said = INDICATORS[point.indicator](_nothing()).how.render()
    counted = said.removeprefix("Counted: ")
    return counted[:1].upper() + counted[1:]


def _nothing() -> Seen:
    name = Text(((UNMARKED, "School"),))
    school = School(name=name, languages=("en",), responsible="nobody", levels=())
    empty = Project(school=Record(id="school", path="school.yml", kind=Kind.SCHOOL, data=school))
    day = dt.date(2026, 1, 1)
    return Seen(project=empty, statuses={}, as_of=day, period=period_on(empty, day))


def _en(text: Text) -> str:
    return text.pick("en", "en")
