"""Who signs a training plan, and who already said yes to it in the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bekwaam.model.roles import Role
from bekwaam.views.learner import LearnerView, PlanView
from bekwaam.views.parts import PersonView


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningLine:
    """A line to sign on; ``date`` is the day of the yes in the record, if there was one."""

    role: Role
    name: str | None
    date: date | None


def signing_lines(learner: LearnerView, plan: PlanView) -> tuple[SigningLine, ...]:
    """Learner, mentor and coach always; after them whoever else agreed."""
    place = plan.placement
    expected: dict[Role, PersonView | None] = {
        Role.LEARNER: None,
        Role.MENTOR: place.mentor if place else None,
        Role.COACH: place.coach if place else None,
    }
    return tuple(_lines(learner, plan, expected))


def _lines(
    learner: LearnerView, plan: PlanView, expected: dict[Role, PersonView | None]
) -> Iterator[SigningLine]:
    for role, person in expected.items():
        given = [one for one in plan.agreed if one.role is role]
        for one in given:
            name = learner.name if role is Role.LEARNER else _name(one.person or person)
            yield SigningLine(role=role, name=name, date=one.date)
        if not given:
            yield SigningLine(
                role=role, name=learner.name if role is Role.LEARNER else _name(person), date=None
            )
    for one in plan.agreed:
        if one.role not in expected:
            yield SigningLine(role=one.role, name=_name(one.person), date=one.date)


def _name(person: PersonView | None) -> str | None:
    return person.name if person else None
