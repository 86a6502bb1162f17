"""Small groups are attacked: by subtraction, by trying every school, by somebody who knows the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

import pytest

from bekwaam.figures.figure import Group
from bekwaam.figures.protection import LEAST, shown_groups

Shown = tuple[tuple[str, int | float], ...]

NAMES = ("one", "two", "three", "four", "five")


def of_learners(numbers: Sequence[int], rest: str | None = None) -> list[Group]:
    """Groups of learners, nobody in two of them."""
    return [
        Group(
            code=code,
            label=None,
            number=number,
            behind=frozenset(f"{code}-{one}" for one in range(number)),
            rest=code == rest,
        )
        for code, number in zip(NAMES, numbers, strict=False)
    ]


def every_school(groups: int, largest: int) -> Iterator[tuple[int, ...]]:
    return (one for one in product(range(largest + 1), repeat=groups) if sum(one) >= LEAST)


@pytest.mark.parametrize(
    ("groups", "largest", "rest"), [(2, 30, None), (3, 14, None), (4, 9, None), (3, 14, "three")]
)
def test_nobody_who_knows_the_program_finds_a_small_number(
    groups: int, largest: int, rest: str | None
) -> None:
    """All schools that give the same totals are put together: a small number must not be the same in all.

    This is the strongest attack there is on one breakdown: whatever can be known from the totals and from
    how they are made is in the schools that give them.
    """
    alike: dict[tuple[int, Shown], list[tuple[int, ...]]] = defaultdict(list)
    for school in every_school(groups, largest):
        shown = shown_groups(of_learners(school, rest))
        alike[sum(school), tuple(sorted(shown.items()))].append(school)
    for (_, told), schools in alike.items():
        codes = {code for code, _ in told}
        for place, code in enumerate(NAMES[:groups]):
            # Near the largest number tried, the schools that would confuse an attacker are cut off.
            if code in codes or max(map(max, schools)) > largest - LEAST:
                continue
            values = {school[place] for school in schools}
            assert len(values) > 1 or not 0 < values.pop() < LEAST, (told, schools)


def test_what_is_left_of_the_whole_is_no_small_group_either() -> None:
    for school in every_school(4, 8):
        shown = shown_groups(of_learners(school))
        if shown:
            left = sum(school) - sum(shown.values())
            assert left == 0 or left >= LEAST, (school, shown)
            assert all(number == 0 or number >= LEAST for number in shown.values())
