"""One figure: what it is called, how it is computed, and who is behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from bekwaam.diagnostics import Message
from bekwaam.model.text import Text

Number = int | float


class About(Enum):
    """Whose figure it is: a small number of learners or people can be recognised, one of actions not."""

    LEARNERS = "learners"
    PEOPLE = "people"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A part of a figure. ``behind`` are the ids of the learners or people who make up the number.

    ``label`` is a member of one of the model's enumerations, a sentence of ours, a text of the
    school, or None where the code says enough. ``rest`` marks the group of those who are in none.
    """

    code: str
    label: Enum | Message | Text | None
    number: Number
    behind: frozenset[str]
    rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number, or a number in groups that together are the whole.

    ``unit`` says what is counted. ``whole`` is the figure that the groups add up to. ``points`` are
    those of the guide that it helps to answer. ``kept`` says whether it is among a closed cycle's
    totals. ``behind`` are all who are in the number.
    """

    id: str
    title: Message
    how: Message
    unit: str
    about: About
    number: Number
    behind: frozenset[str]
    groups: tuple[Group, ...] = ()
    whole: str | None = None
    points: tuple[str, ...] = ()
    kept: bool = False

    def group(self, code: str) -> Number:
        """The number in a group; 0 for a group that is not there."""
        return next((one.number for one in self.groups if one.code == code), 0)

    @property
    def value(self) -> Number | dict[str, Number]:
        """The number, or the numbers by group."""
        return {one.code: one.number for one in self.groups} if self.whole else self.number


Label = Enum | Message | Text | None
Rows = Iterable[tuple[str, str, Number]]
"""What is counted: the group's code, who is behind it, and how many."""


def count(
    name: str,
    title: Message,
    how: Message,
    rows: Iterable[tuple[str, Number]],
    *,
    unit: str,
    about: About = About.LEARNERS,
    points: tuple[str, ...] = (),
    kept: bool = False,
) -> Figure:
    """A figure that is one number; ``rows`` are who is behind it, and how many."""
    found = [(who, number) for who, number in rows if number]
    return Figure(
        id=name,
        title=title,
        how=how,
        unit=unit,
        about=about,
        number=_tidy(sum(number for _, number in found)),
        behind=frozenset(who for who, _ in found),
        points=points,
        kept=kept,
    )


def split(
    whole: Figure,
    by: str,
    title: Message,
    how: Message,
    groups: Mapping[str, Label],
    rows: Rows,
    *,
    points: tuple[str, ...] = (),
    kept: bool = False,
    rest: str | None = None,
    name: str | None = None,
) -> Figure:
    """The number of ``whole`` in groups, each with its label; groups without anything have a zero.

    Called ``<whole>_by_<by>``, or after ``name`` where another word than the whole's says more.
    """
    numbers: dict[str, Number] = dict.fromkeys(groups, 0)
    behind: dict[str, set[str]] = {code: set() for code in groups}
    for code, who, number in rows:
        numbers[code] += number
        if number:
            behind[code].add(who)
    return Figure(
        id=f"{name or whole.id}_by_{by}",
        title=title,
        how=how,
        unit=whole.unit,
        about=whole.about,
        number=whole.number,
        behind=whole.behind,
        groups=tuple(
            Group(
                code=code,
                label=label,
                number=_tidy(numbers[code]),
                behind=frozenset(behind[code]),
                rest=code == rest,
            )
            for code, label in groups.items()
        ),
        whole=whole.id,
        points=points or whole.points,
        kept=kept,
    )


def members(kind: type[Enum], *without: Enum) -> dict[str, Label]:
    """The groups of an enumeration, in its order."""
    return {one.value: one for one in kind if one not in without}


def _tidy(number: Number) -> Number:
    """Sums of hours without what floating point adds."""
    rounded = round(number, 2)
    return int(rounded) if rounded == int(rounded) else rounded
