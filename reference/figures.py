"""The page of the figures: what `bekwaam stats` counts, and how."""

from __future__ import annotations

import datetime as dt

from bekwaam.export.figures import group_name
from bekwaam.figures import Figure, compute
from bekwaam.model.kinds import Kind
from bekwaam.model.project import Project, Record
from bekwaam.model.school import School
from bekwaam.model.text import UNMARKED, Text

_INTRODUCTION = """\
---
lang: en
description: Every figure that the command and the pages tell, and how it is computed.
---

# Figures

`bekwaam stats` and the pages for the team tell the same figures, made by the same few lines. With
`--format json` each has the name below; with `--format csv` each number is a row with `figure`, `group`,
`value`, `unit` and `title`. For the team, JSON also has `indicators`: what the records say about each of the
guide's points, in the cycle or in the one that runs (`answer`, `done` of `all`, and a sentence).

Without a cycle everything up to the day of the figures counts. With `--cycle ID` only what is dated in that
cycle counts, up to the day of the figures; “the last day” below is the earlier of the two. Evidence that is
`private` is never counted. The numbers are for the team, and may be about one person.

Figures marked **kept** are those that `bekwaam cycle close` writes into a cycle's record, without small
groups: see [Figures over the years](../how-to/figures.md).
"""


def page() -> str:
    """The page, from the figures of a school without records."""
    name = Text(((UNMARKED, "School"),))
    school = School(name=name, languages=("en",), responsible="nobody", levels=())
    empty = Project(school=Record(id="school", path="school.yml", kind=Kind.SCHOOL, data=school))
    lines = [_INTRODUCTION]
    for one in compute(empty, {}, dt.date(2026, 1, 1)):
        lines += _figure(one)
    return "\n".join(lines)


def _figure(one: Figure) -> list[str]:
    remarks = [f"in {one.unit}"]
    if one.points:
        remarks.append(f"{'point' if len(one.points) == 1 else 'points'} {', '.join(one.points)}")
    if one.kept:
        remarks.append("**kept**")
    lines = [f"## {one.id}", "", f"{one.title.render()}: {'; '.join(remarks)}.", "", one.how.render(), ""]
    for group in one.groups:
        said = group_name(group, "en", "en", str)
        lines.append(f"- `{group.code}`: {said}" if said != group.code else f"- `{group.code}`")
    return [*lines, ""] if one.groups else lines
