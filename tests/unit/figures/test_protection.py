"""Small groups are attacked: by subtraction, by trying every school, by somebody who knows the program."""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, product
from typing import Any

import pytest

from bekwaam.diagnostics import say
from bekwaam.figures import compute
from bekwaam.figures.figure import About, Figure, Group, count, split
from bekwaam.figures.protection import LEAST, protect, shown_groups
from bekwaam.model.kinds import Kind
from bekwaam.model.project import Project
from bekwaam.model.quality import Cycle
from bekwaam.records.assembly import assemble
from tests.unit.status.builders import record

Shown = tuple[tuple[str, int | float], ...]

NAMES = ("one", "two", "three", "four", "five", "six")


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


def test_five_who_can_only_be_one_each() -> None:
    shown = shown_groups(of_learners((1, 1, 1, 1, 1, 9)))
    assert "six" not in shown


# ---- one table against another ------------------------------------------------------------------

STEPS = ("job", "study", "none")
KINDS = [
    (stand, step, known)
    for stand, step, known in product(("active", "stopped"), STEPS, ("yes", "no"))
    if not (step == "none" and known == "yes")
]


def of_kinds(people: Sequence[tuple[str, str, str]]) -> list[Figure]:
    """The three breakdowns that are about the same learners; nobody knows the outcome of no next step."""
    name = say("x")
    rows = [(str(place), one) for place, one in enumerate(people)]
    learners = count("learners", name, name, ((who, 1) for who, _ in rows), unit="learners", kept=True)
    groups: dict[str, tuple[str, ...]] = {
        "status": ("active", "stopped"), "type": STEPS, "outcome": ("yes", "no"),
    }  # fmt: skip
    return [
        learners,
        *(
            split(
                learners,
                by,
                name,
                name,
                dict.fromkeys(codes),
                ((one[place], who, 1) for who, one in rows),
                kept=True,
                rest="none" if by == "type" else None,
            )
            for place, (by, codes) in enumerate(groups.items())
        ),
    ]


@pytest.mark.parametrize("size", [6, 7])
def test_no_table_gives_away_what_another_leaves_out(size: int) -> None:
    """All schools of a size again, now with all that is told of the same learners."""
    alike: dict[str, list[dict[str, int]]] = defaultdict(list)
    for people in combinations_with_replacement(KINDS, size):
        figures = of_kinds(people)
        real = {f"{one.id}/{group.code}": len(group.behind) for one in figures for group in one.groups}
        alike[repr(protect(figures))].append(real)
    for told, schools in alike.items():
        for place in schools[0]:
            values = {school[place] for school in schools}
            name, _, code = place.partition("/")
            if len(values) == 1 and 0 < (only := values.pop()) < LEAST:
                pytest.fail(f"{place} must be {only} where one reads {told} ({name}, {code})")


def test_no_two_totals_are_bound_to_each_other() -> None:
    """Beyond “the groups are the whole” there is no equation between totals by which to find one.

    A learner adds to each total; if a sum of totals were the same for whatever learner, it would be an
    equation. So a few hundred random learners are asked, and their answers have to be independent.
    """
    draw = random.Random(57)
    cells: list[dict[str, int]] = []
    breakdowns = 0
    for _ in range(110):
        figures = [one for one in compute(invented(draw), {}, dt.date(2026, 6, 30), YEAR) if one.kept]
        figures = [one for one in figures if one.about is About.LEARNERS and one.id != "feedback_rating"]
        breakdowns = sum(one.whole is not None for one in figures)
        row = {one.id: int(one.number) for one in figures if one.whole is None}
        row |= {f"{one.id}/{group.code}": int(group.number) for one in figures for group in one.groups}
        cells.append(row)
    used = [name for name in cells[0] if any(row[name] for row in cells)]
    assert len(used) > 50
    assert rank([[row[name] for name in used] for row in cells]) == len(used) - breakdowns


YEAR = Cycle(
    title=record(Kind.CYCLE, "x", {"title": "x", "start": "2025-09-01", "end": "2026-08-31"}).data.title,
    start=dt.date(2025, 9, 1),
    end=dt.date(2026, 8, 31),
)


def invented(draw: random.Random) -> Project:
    """A school with one learner, whose records are drawn by lot."""
    records = [
        record(Kind.SCHOOL, "school", {"name": "x", "languages": ["nl"], "responsible": "x", "levels": []})
    ]

    def add(of: Kind, id_: str, /, **data: Any) -> None:
        records.append(record(of, id_, data, learner="one"))

    def some(most: int) -> range:
        return range(draw.randint(0, most))

    def day(first: int = 10) -> str:
        return f"2025-{draw.randint(first, 12)}-{draw.randint(1, 28):02}"

    status = draw.choice(("active", "completed", "stopped"))
    add(Kind.LEARNER, "one", pseudonym="x", minor=False, programme="b", cohort="c", status=status)
    add(
        Kind.AGREEMENT, "a", school="s", workplace="s/w", form="dual", start="2025-09-01",
        end="2026-06-30", mentor="mentor", coach="coach", organisation="x", content="x", guidance={},
        evaluation="x", hours=draw.randint(0, 900),
        attendance={"until": "2026-01-01", "hours": draw.randint(0, 900), "absent": draw.randint(0, 90)},
    )  # fmt: skip
    places = (["workplace"], ["school"], ["distance"], ["workplace", "school"])
    goals = [
        {
            "competence": "b/c", "target": "x", "learned_at": draw.choice(places), "due": day(),
            **({"proposed_by": who} if (who := draw.choice(("learner", "mentor", "coach", ""))) else {}),
        }
        for _ in some(6)
    ]  # fmt: skip
    add(Kind.PLAN, "p", version=1, agreement="a", baseline=[], goals=goals)
    types = ("observation", "work_product", "photo", "video", "test", "witness_statement", "certificate",
             "document", "log")  # fmt: skip
    for place in some(9):
        by = {"verified": {"by": "mentor", "date": day()}} if draw.random() < 0.6 else {}
        add(
            Kind.EVIDENCE, str(place), title="x", date=day(), type=draw.choice(types),
            competences=["b/c"], context={"place": "school"}, **by,
        )  # fmt: skip
    for place in some(9):
        add(
            Kind.ASSESSMENT, str(place), date=day(), results=[],
            assessor=draw.choice(("self", "mentor", "coach", "other")),
            moment=draw.choice(("formative", "interim", "summative")), phase=draw.choice(("during", "after")),
        )  # fmt: skip
    results = ("achieved", "not_achieved", "exempt")
    rulings = [{"competence": "b/c", "result": draw.choice(results)} for _ in some(6)]
    add(Kind.DECISION, "d", date=day(), by="x", results=rulings)
    kinds = ("visit", "call", "meeting", "case_review", "intake", "induction", "training")
    for place in some(12):
        kind = draw.choice(kinds)
        planned = draw.random() < 0.4
        when = f"2026-{draw.choice(('05', '07'))}-15" if planned and kind == "visit" else day()
        add(Kind.CONTACT, str(place), date=day() if not planned else when, kind=kind, participants=[],
            planned=planned)  # fmt: skip
    sources = ("learner", "mentor", "coach", "teacher", "school_responsible", "employer", "external",
               "guardian", "colleague")  # fmt: skip
    for place in some(9):
        add(Kind.FEEDBACK, str(place), date=day(), formal=True, about="school", text="x",
            **{"from": draw.choice(sources)})  # fmt: skip
    if step := draw.choice(("study", "job", "guidance", "placement", "")):
        add(Kind.NEXT_STEP, "next-step", type=step, **({"outcome": "x"} if draw.random() < 0.5 else {}))
    return assemble(records, {(Kind.LEARNER, "one"): frozenset({"one"})}, {})


def rank(rows: list[list[int]]) -> int:
    """By elimination, in whole numbers modulo a large prime: quick, and never too high."""
    found = 0
    for column in range(len(rows[0])):
        pivot = next((row for row in rows[found:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        inverse = pow(pivot[column], -1, PRIME)
        for place in range(found + 1, len(rows)):
            factor = rows[place][column] * inverse % PRIME
            if factor:
                pairs = zip(rows[place], pivot, strict=True)
                rows[place] = [(one - factor * other) % PRIME for one, other in pairs]
        found += 1
    return found


PRIME = (1 << 61) - 1
