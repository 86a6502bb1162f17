"""What of the figures may be kept and shared: totals in which nobody can be recognised.

Fewer than five learners (or people) are a small group. A small number is left out, and so is the number
that a reader would need to find it by subtraction. These hold for every breakdown that is kept:

- at least two groups are left out, or none;
- together they are about at least five, since what the others leave of the whole is a number as well;
- more than one set of numbers would give what is shown, even to somebody who knows this module: which
  number is left out beside a small one depends on the order of the groups, never on how large they are;
- where that cannot be had, the whole breakdown is left out.

Every figure that is kept is about all learners of the cycle or about a whole of its own, and no two of
them have a group in common: a number that is left out of one cannot be found in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bekwaam.figures.figure import About, Figure, Group, Number
from bekwaam.model.quality import Counts

LEAST = 5
"""The smallest group of people that a number may be about."""

Totals = dict[str, Number | dict[str, Number]]
"""By figure: the number, or the numbers by group. What is left out is not there."""


def protect(figures: Iterable[Figure], hidden: Mapping[str, frozenset[str]] | None = None) -> Totals:
    """The totals that may be kept; a figure's groups in ``hidden`` are left out in any case."""
    hidden = hidden or {}
    kept = [one for one in figures if one.kept]
    small_school = any(_is_small(one.behind) for one in kept if one.id == "learners")
    totals: Totals = {}
    for one in kept:
        if one.whole is not None and not one.number:
            continue  # nothing in groups says no more than nothing
        if one.about is About.SCHOOL:
            totals[one.id] = one.value
        elif small_school or _is_small(one.behind):
            continue
        elif one.whole is None:
            totals[one.id] = one.number
        elif shown := shown_groups(one.groups, hidden.get(one.id, frozenset())):
            totals[one.id] = shown
    return totals


def shown_groups(groups: Sequence[Group], hidden: frozenset[str] = frozenset()) -> dict[str, Number]:
    """The groups of a whole that may be shown, by code; empty where none may."""
    out = [one for one in groups if _is_small(one.behind) or one.code in hidden]
    if out:
        # From the last in the order on: a choice by size would tell something about the sizes.
        spare = [one for one in groups if one not in out and one.number and not one.rest]
        while not _is_safe(out):
            if not spare:
                return {}
            out.append(spare.pop())
    shown = {one.code: one.number for one in groups if one not in out}
    return shown if any(shown.values()) or not out else {}


def _is_small(behind: frozenset[str]) -> bool:
    return 0 < len(behind) < LEAST


def _is_safe(out: list[Group]) -> bool:
    """Whether several sets of numbers would leave the same rest."""
    rest = sum(one.number for one in out)
    behind = frozenset[str]().union(*(one.behind for one in out))
    counts_people = all(one.number == len(one.behind) for one in out)
    largest = (LEAST - 1) * len(out)
    if counts_people and all(_is_small(one.behind) for one in out) and rest == largest:
        return False  # each of them must be four
    return len(out) > 1 and len(behind) >= LEAST and rest > len(out)


def shareable(counts: Counts, figures: Iterable[Figure]) -> Totals:
    """Of totals that were kept, those that may be told: what somebody wrote by hand may be too small."""
    totals: Totals = {}
    for one in figures:
        value = counts.get(one.id)
        if value is None or isinstance(value, Mapping) is (one.whole is None):
            continue
        numbers: dict[str, Number] = (
            {code: number for code, number in value.items() if not isinstance(number, Mapping)}
            if isinstance(value, Mapping)
            else {"": value}
        )
        small = any(0 < number < LEAST for number in numbers.values())
        if small and one.about is not About.SCHOOL and one.unit != "points":
            continue
        totals[one.id] = numbers if isinstance(value, Mapping) else value
    return totals
