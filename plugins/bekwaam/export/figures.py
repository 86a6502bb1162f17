"""Figures of a school: as data for programs, as a table, and as text for people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

from bekwaam.diagnostics import Message, Translate, say
from bekwaam.export.cells import write_csv
from bekwaam.figures import Figure, Group
from bekwaam.figures.protection import Totals
from bekwaam.indicators import Indication
from bekwaam.model.text import Text
from bekwaam.rendering.labels import label

COLUMNS = ("figure", "group", "value", "unit", "title")


def as_data(
    figures: Iterable[Figure], as_of: dt.date, cycle: str | None, totals: Totals | None = None
) -> dict[str, object]:
    """The form of ``stats --format json``: a number, or numbers by group, for every figure.

    With ``totals`` only those, where small groups are left out.
    """
    found: Mapping[str, object] = {one.id: one.value for one in figures} if totals is None else totals
    return {"as_of": as_of.isoformat(), "cycle": cycle, "figures": dict(found)}


def as_indicators(found: Mapping[str, Indication], translate: Translate) -> dict[str, object]:
    """What the records say about each of the guide's points, by the indicator's name."""
    return {
        name: {
            "answer": one.answer.value if one.answer else None,
            "done": one.done,
            "all": one.all,
            "says": one.says.render(translate),
        }
        for name, one in found.items()
    }


def as_csv(
    figures: Iterable[Figure], language: str, first: str, translate: Translate, totals: Totals | None = None
) -> str:
    """A row for every number."""
    rows = []
    for one in figures:
        for group, name, number in _numbers(one, language, first, translate, totals):
            title = one.title.render(translate)
            rows.append((one.id, group, number, one.unit, f"{title}: {name}" if name else title))
    return write_csv(COLUMNS, rows)


def as_text(
    figures: Sequence[Figure],
    language: str,
    first: str,
    translate: Translate,
    totals: Totals | None = None,
) -> str:
    """A line for every number, groups under their figure."""
    lines = []
    for one in figures:
        title = one.title.render(translate)
        numbers = list(_numbers(one, language, first, translate, totals))
        if one.whole is None:
            lines += [f"{number:>8g}  {title}" for _, _, number in numbers]
        elif numbers:
            lines.append(f"{'':8}  {title}:")
            lines += [f"{number:>8g}    {name}" for _, name, number in numbers]
    return "\n".join(lines)


def _numbers(
    one: Figure, language: str, first: str, translate: Translate, totals: Totals | None
) -> Iterator[tuple[str, str, int | float]]:
    """Group, its name and number; small groups aside where there are totals."""
    shown = one.value if totals is None else totals.get(one.id)
    if shown is None:
        return
    if not isinstance(shown, dict):
        yield "", "", shown
        return
    for group in one.groups:
        if group.code in shown:
            yield group.code, group_name(group, language, first, translate), shown[group.code]


def group_name(group: Group, language: str, first: str, translate: Translate) -> str:
    """What a group is called."""
    name = group.label
    if isinstance(name, Enum):
        return label(name, translate)
    if isinstance(name, Message):
        return name.render(translate)
    return name.pick(language, first) if isinstance(name, Text) else group.code


NOTHING_SMALL = say("Groups of fewer than five people are left out.")
