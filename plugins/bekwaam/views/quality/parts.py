"""What the pages about quality show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from bekwaam.diagnostics import Message
from bekwaam.model.agreement import LearningForm
from bekwaam.model.quality import ActionStatus, AnswerValue
from bekwaam.model.roles import Role
from bekwaam.views.parts import Link, PersonView
from bekwaam.views.words import Words


class Accord(Enum):
    """How far those who answered, and the records, say the same."""

    SILENT = "silent"
    ALONE = "alone"
    AGREED = "agreed"
    APART = "apart"
    FAR_APART = "far_apart"


class Trend(Enum):
    """What became of an answer since the last time that the same was asked of the same."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """Something that is improved. ``late`` where its day is past and it is not finished.

    ``onward`` says that it goes along to the next cycle, ``from_before`` that it began in an earlier one.
    """

    id: str
    uri: str
    title: Words
    origin: Link
    owner: PersonView
    due: dt.date
    status: ActionStatus
    effect: Words | None
    late: bool
    onward: bool
    from_before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """One answer to a point; ``earlier`` is that of the same respondent in the cycle before."""

    evaluation: Link
    organisation: Words
    respondent: Role
    form: LearningForm
    value: AnswerValue
    note: Words | None
    action: ActionView | None
    earlier: AnswerValue | None
    trend: Trend | None
    wants_action: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortView:
    """A record that falls short, and how."""

    record: Link
    says: Message | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicationView:
    """What the records say; ``short`` the first of those that fall short, ``more`` how many others."""

    answer: AnswerValue | None
    says: Message
    how: Message
    short: tuple[ShortView, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """A point with all that is known of it in the cycle.

    ``priority`` is its place among the school's priorities, from 1. ``of_organisations`` are the
    answers of those who answer for a school or company, ``of_people`` those of everybody else.
    ``records`` is None where only people can answer.
    """

    code: str
    uri: str
    anchor: str
    title: Words
    ask: Words
    core: bool
    important: bool
    priority: int | None
    of_organisations: tuple[AnswerView, ...]
    of_people: tuple[AnswerView, ...]
    records: IndicationView | None
    accord: Accord
    actions: tuple[ActionView, ...]

    @property
    def answers(self) -> tuple[AnswerView, ...]:
        """All answers."""
        return self.of_organisations + self.of_people


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question of the guide with its points."""

    title: Words
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricView:
    """A rubric of the guide, in its phase."""

    anchor: str
    phase: Words
    title: Words
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationView:
    """One self-evaluation; ``answers`` by point, ``open`` the points that were asked and not answered."""

    id: str
    uri: str
    organisation: Words
    cycle: Words
    cycle_id: str
    form: LearningForm
    respondent: Role
    answers: tuple[tuple[PointView, AnswerView], ...]
    open: tuple[PointView, ...]
    counts: tuple[tuple[AnswerValue, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityView:
    """All that the school's team sees of quality in one cycle; actions with the most urgent first."""

    cycle: Words | None
    start: dt.date
    end: dt.date
    rubrics: tuple[RubricView, ...]
    evaluations: tuple[EvaluationView, ...]
    earlier: tuple[EvaluationView, ...]
    actions: tuple[ActionView, ...]
    core_group: Words | None

    @property
    def points(self) -> tuple[PointView, ...]:
        """All points, in order."""
        return tuple(
            point for rubric in self.rubrics for question in rubric.questions for point in question.points
        )
