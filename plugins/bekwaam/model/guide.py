"""The points of the guide, in its phases, rubrics and questions, and those that a school adds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bekwaam.model.agreement import LearningForm
from bekwaam.model.roles import Role
from bekwaam.model.text import Text

GUIDE_CODES = tuple(f"{number:02}" for number in range(1, 58))
"""The numbers of the guide's points, in two digits; a school's own come after them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point, in our own words: a question that an organisation can answer.

    ``ask_learner`` asks the learner the same. ``core`` points are recorded, shown, checked and
    reported. ``important_for_all`` is the only mark of priority that the guide's scan still shows.
    ``forms`` are those of workplace learning that it is asked for, all where there are none.
    ``indicator`` names what computes an answer from the records; None where only people can answer.
    """

    code: str
    title: Text
    ask: Text
    core: bool
    respondents: tuple[Role, ...]
    ask_learner: Text | None = None
    important_for_all: bool = False
    forms: tuple[LearningForm, ...] = ()
    indicator: str | None = None

    def is_asked(self, form: LearningForm | None, respondent: Role | None) -> bool:
        """Whether it is asked for a form of learning and of a role; None stands for any."""
        fits = form is None or not self.forms or form in self.forms
        return fits and (respondent is None or respondent in self.respondents)

    def asked_of(self, respondent: Role | None) -> Text:
        """The question as it is put to somebody."""
        return self.ask_learner if respondent is Role.LEARNER and self.ask_learner else self.ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that several points answer together."""

    code: str
    title: Text
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """A subject of the guide."""

    code: str
    title: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A part of the way: before, during or after the time at the workplace."""

    code: str
    title: Text
    rubrics: tuple[Rubric, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """Everything that a school looks at when it looks at itself, in order."""

    phases: tuple[Phase, ...]

    @property
    def points(self) -> Iterator[Point]:
        """All points, in the order of their numbers."""
        for phase in self.phases:
            for rubric in phase.rubrics:
                for question in rubric.questions:
                    yield from question.points
