"""Chooses what stands on an assessment form before anybody takes a pen to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bekwaam.views.learner import CriterionView, LearnerView
from bekwaam.views.parts import PersonView
from bekwaam.views.words import Words

_EMPTY = 3
"""Blocks on a form for a learner without goals or competences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormItem:
    """One competence to assess; everything None or empty on a blank form."""

    title: Words | None = None
    description: Words | None = None
    target: Words | None = None
    due: date | None = None
    criteria: tuple[CriterionView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """An assessment form; ``from_plan`` tells whether the goals were agreed in a plan."""

    items: tuple[FormItem, ...]
    from_plan: bool
    mentor: PersonView | None
    coach: PersonView | None


def fill_in(learner: LearnerView) -> Form:
    """The goals of the plan; without a plan all competences; without those, empty blocks."""
    plan = learner.plan
    by_title = {one.title: one for one in learner.competences}
    items: list[FormItem] = []
    if plan:
        for goal in plan.goals:
            known = by_title.get(goal.competence.title)
            items.append(
                FormItem(
                    title=goal.competence.title,
                    description=known.description if known else None,
                    target=goal.target,
                    due=goal.due,
                    criteria=known.criteria if known else (),
                )
            )
    if not items:
        items = [
            FormItem(
                title=one.title,
                description=one.description,
                target=one.target,
                due=one.due,
                criteria=one.criteria,
            )
            for one in learner.competences
        ]
    placement = (plan.placement if plan else None) or (learner.placements[-1] if learner.placements else None)
    return Form(
        items=tuple(items) or (FormItem(),) * _EMPTY,
        from_plan=bool(plan and plan.goals),
        mentor=placement.mentor if placement else None,
        coach=placement.coach if placement else None,
    )
