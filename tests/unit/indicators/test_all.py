"""Every indicator against what was counted by hand in the small school beside this file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bekwaam.guide import guide
from bekwaam.indicators import INDICATORS, Period, Seen, period_on
from bekwaam.model.quality import AnswerValue

# point, answer, in order, of how many; the comment says what was counted.
COUNTED = [
    ("01", "partly", 1, 2),  # Ada's agreement has hours, Ben's has none
    ("02", "partly", 1, 2),  # of Ben's, only the learner was asked
    ("03", "yes", 1, 1),  # only Ada's has a permission; it ends half a year after her placement
    ("04", "partly", 1, 2),  # the bakery says it, the shop does not
    ("05", None, 1, 2),  # only people know whether the shop needs anything
    ("06", "partly", 1, 2),  # tablets were never looked at
    ("07", "partly", 1, 2),
    ("08", "partly", 1, 2),  # Ada: 1 September, first work on 1 October; Ben: nothing noted
    ("09", "partly", 2, 3),  # Cas has no agreement
    ("10", "partly", 2, 3),  # Ada's agreement and plan; Ben's agreement lacks the coach
    ("11", "partly", 1, 2),  # the bakery does not list the oven, and nobody else teaches it
    ("12", "partly", 1, 2),  # the oven has no starting level
    ("13", "no", 1, 3),  # only Ada had an intake
    ("15", "yes", 2, 2),
    ("16", "no", 1, 4),  # Marieke; Jan is late, Coen and Fatma took no course
    ("17", "no", 1, 4),  # Marieke
    ("18", "no", 1, 4),  # Marieke
    ("19", "partly", 1, 2),  # Piet with Jan in October; Greet with no coach
    ("20", "partly", 2, 3),  # coaches in March, mentor with coach at each visit; never two mentors
    ("21", "yes", 1, 1),  # one colleague, 4 of 5
    ("22", "no", 0, 1),  # De Gist: from 1 October to 30 June are 272 days
    ("23", "partly", 1, 2),  # Ada: at most 161 days, 200 agreed; Ben: 176 days, the school says 60
    ("24", "yes", 1, 1),  # the case review in February
    ("25", "partly", 1, 2),  # De Gist names nobody
    ("26", "partly", 2, 3),  # due before the day: one done, one dropped, one open
    ("27", "partly", 2, 3),  # a group and a meeting, no vision
    ("28", "partly", 1, 2),  # 43 has an action, 12 has none; 09 of last year does not count
    ("29", "partly", 1, 2),  # Ben has no plan
    ("30", "partly", 1, 2),  # the oven has no criteria
    ("31", "yes", 1, 1),  # there is one plan, with a goal of Ada
    ("32", "partly", 1, 2),  # nobody was heard about Ben
    ("33", "no", 0, 1),
    ("34", "no", 0, 1),  # the oven was due on 15 June, and the plan is as it was
    ("35", None, 0, 1),
    ("36", "partly", 1, 2),  # dough: three types on three days; the oven: nothing
    ("37", "yes", 2, 2),  # one learner each, room for one
    ("38", "partly", 1, 2),
    ("39", "partly", 1, 2),  # Ada: intake on 3 September, plan on the 8th
    ("40", "yes", 1, 1),
    ("41", "partly", 1, 2),  # nobody stands in for Ben's
    ("42", "partly", 1, 2),  # the rye waits since March
    ("43", "partly", 1, 2),  # Ada: two visits of two; Ben: none in 176 days
    ("44", "no", 1, 3),
    ("45", "partly", 1, 2),  # the intake; the case review was without Jan
    ("46", "partly", 1, 2),  # the oven was assessed by nobody
    ("47", "partly", 1, 2),
    ("48", "no", 0, 2),  # Ada: 282 days up to 10 June; Ben: never
    ("49", None, 0, 0),  # no placement ended long enough ago
    ("50", "yes", 1, 1),
    ("51", "yes", 1, 1),
    ("52", "no", 1, 3),
    ("53", "no", 0, 1),  # last year has no totals
    ("54", "yes", 1, 1),  # one note of this year
    ("55", "partly", 1, 2),  # the dropped one does not say why
    ("57", "partly", 1, 1),  # one voice
]
POINTS = {one.code: one for one in guide().points}
ONLY_PEOPLE = {"14", "56"}

SENTENCES = {
    "16": "1 of 4 mentors and coaches have taken a course, and none is due again.",
    "21": "Colleagues give 4.0 of 5 on average (1 times); before this period: 5.0.",
    "43": "In 1 of 2 placements the coach came as often as agreed; visits in all: 2.",
    "44": "1 of 3 learners noted that they studied by themselves, together 3 hours.",
    "46": "Mentor and coach both assessed 1 of 2 goals that are due; the school decided on 1.",
    "49": "There is nothing to count yet.",
    "55": "1 of 2 finished actions say what they brought; 2 others go along to what comes next.",
}

SHORT = {
    "02": ("learners/ben/agreements/gist.yml", "not asked: mentor, learning coach"),
    "08": ("learners/ben/agreements/gist.yml", "not noted"),
    "10": ("learners/ben/agreements/gist.yml", "no yes of: learning coach"),
    "11": ("learners/ada/plans/1.yml", "nobody teaches `bakery/oven`"),
    "16": ("people/coen.yml", "no course is noted"),
    "22": ("organisations/de-gist.yml", "272 days without a talk"),
    "23": ("learners/ben/agreements/gist.yml", "176 days without a talk"),
    "28": ("quality/self-evaluations/2026.yml", "point 12 has no action"),
    "34": ("learners/ada/plans/1.yml", "not reached in time: `bakery/oven`"),
    "36": ("learners/ada/plans/1.yml", "`bakery/oven`: 0 types, 0 days"),
    "43": ("learners/ben/agreements/gist.yml", "176 days without a visit, agreed: 60"),
    "48": ("learners/ada/agreements/gist.yml", "282 days without an assessment"),
}


def test_every_point_has_its_indicator_or_is_for_people_only() -> None:
    named = [one.indicator for one in POINTS.values() if one.indicator]
    assert named == list(INDICATORS)
    assert {code for code, one in POINTS.items() if one.indicator is None} == ONLY_PEOPLE
    assert {code for code, *_ in COUNTED} == POINTS.keys() - ONLY_PEOPLE


@pytest.mark.parametrize(("code", "answer", "done", "of"), COUNTED)
def test_it_counts_as_people_do(seen: Seen, code: str, answer: str | None, done: int, of: int) -> None:
    found = INDICATORS[POINTS[code].indicator or ""](seen)
    assert (found.answer and found.answer.value, found.done, found.all) == (answer, done, of)
    assert found.how.render().partition(":")[0] in ("Counted", "Computed")


@pytest.mark.parametrize(("code", "sentence"), SENTENCES.items())
def test_it_says_so(seen: Seen, code: str, sentence: str) -> None:
    assert INDICATORS[POINTS[code].indicator or ""](seen).says.render() == sentence


@pytest.mark.parametrize(("code", "short"), SHORT.items())
def test_it_names_what_falls_short(seen: Seen, code: str, short: tuple[str, str]) -> None:
    first = INDICATORS[POINTS[code].indicator or ""](seen).short[0]
    assert (first.path, first.says and first.says.render()) == short


def test_nothing_is_counted_before_the_year_began(seen: Seen) -> None:
    early = dt.date(2025, 8, 31)
    before = replace(seen, as_of=early, period=period_on(seen.project, early))
    assert before.period.cycle == "2024-2025"
    assert before.placements == ()
    assert INDICATORS["visits_as_agreed"](before).answer is None


def test_without_cycles_the_last_year_counts(seen: Seen) -> None:
    bare = replace(seen.project, cycles={})
    assert period_on(bare, seen.as_of) == Period(start=dt.date(2025, 6, 30), end=seen.as_of)


def test_without_a_self_evaluation_the_answer_is_no(seen: Seen) -> None:
    bare = replace(seen, project=replace(seen.project, self_evaluations={}))
    assert INDICATORS["self_evaluations_lead_on"](bare).answer is AnswerValue.NO
    assert INDICATORS["checklists_filled_in"](bare).answer is AnswerValue.NO
