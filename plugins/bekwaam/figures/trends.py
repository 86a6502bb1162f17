"""What a school looks at over the years: a few measures, each from the totals of one cycle."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from bekwaam.diagnostics import Message, say
from bekwaam.figures.all import compute
from bekwaam.figures.figure import Number
from bekwaam.model.project import Project, Record
from bekwaam.model.quality import Counts, Cycle


class Form(Enum):
    """How a measure is written."""

    NUMBER = "number"
    SHARE = "share"
    RATING = "rating"


class State(Enum):
    """How far a cycle is."""

    CLOSED = "closed"
    WAITING = "waiting"
    RUNNING = "running"
    COMING = "coming"


class Change(Enum):
    """What became of a measure from one cycle to the next; ``other`` is neither good nor bad."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure. ``good`` is 1 where more is better, -1 where less is, 0 where neither."""

    id: str
    title: Message
    how: Message
    form: Form
    good: int
    points: tuple[str, ...]
    of: Callable[[Counts], Number | None]

    def change(self, before: Number, after: Number) -> Change:
        """How a later value compares with an earlier one; small differences count as the same."""
        least = {Form.NUMBER: max(abs(before), abs(after)) * 0.05, Form.SHARE: 0.02, Form.RATING: 0.1}
        if abs(after - before) < least[self.form] or after == before:
            return Change.SAME
        if not self.good:
            return Change.OTHER
        return Change.BETTER if (after - before) * self.good > 0 else Change.WORSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A cycle with its totals: as they were closed, or else as they are now; none while it is to come."""

    cycle: Record[Cycle]
    state: State
    counts: Counts


def years(project: Project, as_of: dt.date) -> tuple[Year, ...]:
    """All cycles, the earliest first; closed ones with the totals that were kept."""
    return tuple(_year(project, one, as_of) for one in _in_order(project))


def closed_years(project: Project) -> tuple[Year, ...]:
    """Those that are closed, as `years` gives them: nothing is counted for them."""
    return tuple(_closed(one) for one in _in_order(project) if one.data.counts)


def _in_order(project: Project) -> list[Record[Cycle]]:
    return sorted(project.cycles.values(), key=lambda one: (one.data.start, one.id))


def _closed(cycle: Record[Cycle]) -> Year:
    return Year(cycle=cycle, state=State.CLOSED, counts=cycle.data.counts)


def _year(project: Project, cycle: Record[Cycle], as_of: dt.date) -> Year:
    data = cycle.data
    if data.counts:
        return _closed(cycle)
    if data.start > as_of:
        return Year(cycle=cycle, state=State.COMING, counts={})
    # None of the figures that are kept needs statuses: they count what happened in the cycle.
    figures = compute(project, {}, as_of, data)
    state = State.WAITING if data.end < as_of else State.RUNNING
    return Year(cycle=cycle, state=state, counts={one.id: one.value for one in figures if one.kept})


def number(counts: Counts, figure: str, group: str = "") -> Number | None:
    """A total, or None where it was left out."""
    value = counts.get(figure)
    if group and isinstance(value, Mapping):
        value = value.get(group)
    elif group:
        return None
    return None if value is None or isinstance(value, Mapping) else value


def _share(figure: str, group: str, *without: str) -> Callable[[Counts], Number | None]:
    """The part of a breakdown's whole that is in a group; the whole without the groups ``without``."""
    whole = figure.partition("_by_")[0]

    def of(counts: Counts) -> Number | None:
        part, total = number(counts, figure, group), number(counts, whole)
        others = [number(counts, figure, one) for one in without]
        if part is None or total is None or None in others:
            return None
        total -= sum(one for one in others if one is not None)
        return part / total if total else None

    return of


def _each(figure: str, group: str = "") -> Callable[[Counts], Number | None]:
    """So many for each learner."""

    def of(counts: Counts) -> Number | None:
        part, learners = number(counts, figure, group), number(counts, "learners")
        return None if part is None or not learners else part / learners

    return of


def _known(counts: Counts) -> Number | None:
    part, learners = number(counts, "next_steps_by_outcome", "yes"), number(counts, "learners")
    return None if part is None or not learners else part / learners


def _missed(counts: Counts) -> Number | None:
    missed, done = number(counts, "hours_missed"), number(counts, "hours_done")
    return None if missed is None or done is None or not missed + done else missed / (missed + done)


def _rating(counts: Counts) -> Number | None:
    return number(counts, "feedback_rating") or None


def _answers(counts: Counts) -> Number | None:
    return _share("answers_by_answer", "yes", "not_applicable")(counts)


MEASURES = (
    Measure(
        id="learners",
        title=say("Learners"),
        how=say("Learners who took part."),
        form=Form.NUMBER,
        good=0,
        points=("53",),
        of=lambda counts: number(counts, "learners"),
    ),
    Measure(
        id="achieved",
        title=say("Competences achieved"),
        how=say("Of the competences that the school decided on, the part that was achieved."),
        form=Form.SHARE,
        good=1,
        points=("46",),
        of=_share("decisions_by_result", "achieved"),
    ),
    Measure(
        id="visits",
        title=say("Visits for each learner"),
        how=say("Visits to the workplace that were done, for each learner."),
        form=Form.NUMBER,
        good=1,
        points=("43",),
        of=_each("visits_by_state", "done"),
    ),
    Measure(
        id="hours_missed",
        title=say("Hours missed"),
        how=say("Of the hours at the workplace, done and missed, the part that was missed."),
        form=Form.SHARE,
        good=-1,
        points=("01",),
        of=_missed,
    ),
    Measure(
        id="own_goals",
        title=say("Goals from the learner"),
        how=say("Of the goals in the plans, the part that the learner proposed."),
        form=Form.SHARE,
        good=1,
        points=("31",),
        of=_share("goals_by_proposer", "learner"),
    ),
    Measure(
        id="evidence",
        title=say("Evidence for each learner"),
        how=say("Pieces of evidence, for each learner."),
        form=Form.NUMBER,
        good=1,
        points=("36",),
        of=_each("evidence"),
    ),
    Measure(
        id="confirmed",
        title=say("Evidence confirmed"),
        how=say("Of the evidence, the part that someone other than the learner confirmed."),
        form=Form.SHARE,
        good=1,
        points=("46",),
        of=_share("evidence_by_confirmation", "yes"),
    ),
    Measure(
        id="self_assessments",
        title=say("Self-assessments"),
        how=say("Assessments that learners made of themselves, for each learner."),
        form=Form.NUMBER,
        good=1,
        points=("47",),
        of=_each("assessments_by_assessor", "learner"),
    ),
    Measure(
        id="feedback_rating",
        title=say("Rating in feedback"),
        how=say("The mean of the ratings in feedback, from 1 to 5."),
        form=Form.RATING,
        good=1,
        points=("21", "32"),
        of=_rating,
    ),
    Measure(
        id="outcomes_known",
        title=say("We know how it went"),
        how=say("Of the learners, the part of whose next step the outcome is noted."),
        form=Form.SHARE,
        good=1,
        points=("50", "53"),
        of=_known,
    ),
    Measure(
        id="answers_yes",
        title=say("In order, say the self-evaluations"),
        how=say("Of the answers in self-evaluations, those that do not apply aside, the part that says yes."),
        form=Form.SHARE,
        good=1,
        points=("28",),
        of=_answers,
    ),
    Measure(
        id="actions_done",
        title=say("Actions done"),
        how=say("Of the actions that were due, the part that was done."),
        form=Form.SHARE,
        good=1,
        points=("26", "55"),
        of=_share("actions_by_state", "done"),
    ),
)
"""What is compared over the years, in the order of the guide's phases."""
