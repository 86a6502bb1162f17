"""Closing a cycle: its totals as lines of its record, and whether they may replace earlier ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from bekwaam.figures.figure import About, Figure, Number
from bekwaam.figures.protection import LEAST, Totals, protect
from bekwaam.model.project import Project
from bekwaam.model.quality import Counts

_PLAIN = re.compile(r"[a-z][a-z_]*\Z")


def overlapping(project: Project, cycle: str) -> str | None:
    """Another cycle that is closed and shares days with this one.

    Of two totals that share days, the days that they do not share could be found by subtraction.
    """
    here = project.cycles[cycle].data
    for one, record in project.cycles.items():
        other = record.data
        if one != cycle and other.counts and other.start <= here.end and here.start <= other.end:
            return one
    return None


def totals_again(figures: Iterable[Figure], earlier: Counts) -> Totals | None:
    """The totals in place of earlier ones; None where the two together could tell of a few people.

    Somebody may have read the earlier ones, and keeps what the history of the records keeps. So what was
    left out stays out, and a number about people stays as it was unless at least five learners came or
    went, and it changed by at least five itself.
    """
    kept = {one.id: one for one in figures if one.kept}
    if not earlier.keys() <= kept.keys():
        return None
    hidden = {
        name: frozenset(group.code for group in one.groups) - _codes(earlier.get(name))
        for name, one in kept.items()
    }
    new = {
        name: value
        for name, value in protect(kept.values(), hidden).items()
        if name in earlier or kept[name].about is About.SCHOOL
    }
    about_people = [name for name in earlier if kept[name].about is not About.SCHOOL]
    before = dict(_flat(earlier, about_people))
    after = dict(_flat(new, about_people))
    if before.keys() != after.keys():
        return None
    changes = [abs(after[place] - before[place]) for place in before if after[place] != before[place]]
    place = ("learners", "")
    came_or_went = abs(after.get(place, 0) - before.get(place, 0))
    if changes and min(came_or_went, *changes) < LEAST:
        return None
    return new


def lines_of(totals: Totals) -> list[str]:
    """The totals as lines under ``counts:``."""
    lines = ["counts:" if totals else "counts: {}"]
    for name, value in totals.items():
        if isinstance(value, dict):
            lines.append(f"  {_key(name)}:")
            lines += [f"    {_key(code)}: {number}" for code, number in value.items()]
        else:
            lines.append(f"  {_key(name)}: {value}")
    return lines


def _key(name: str) -> str:
    """A key that our YAML, and every other one, reads as this text."""
    return name if _PLAIN.match(name) and name not in _WORDS else json.dumps(name)


_WORDS = {"yes", "no", "on", "off", "y", "n", "true", "false", "null"}
"""What other readers of YAML take for something else than a text."""


def _codes(value: object) -> frozenset[str]:
    return frozenset(value) if isinstance(value, Mapping) else frozenset()


def _flat(counts: Counts | Totals, names: Iterable[str]) -> Iterable[tuple[tuple[str, str], Number]]:
    for name in names:
        value = counts.get(name)
        if isinstance(value, Mapping):
            for code, number in value.items():
                if not isinstance(number, Mapping):
                    yield (name, code), number
        elif value is not None:
            yield (name, ""), value
