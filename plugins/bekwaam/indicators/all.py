"""All indicators by name, and what they say of a project on a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bekwaam.indicators import (
    accompanying,
    assessing,
    guiding,
    improving,
    learning,
    moving_on,
    offering,
    preparing,
    talking,
)
from bekwaam.indicators.indication import Indication
from bekwaam.indicators.seen import Seen

Indicator = Callable[[Seen], Indication]

_FUNCTIONS: tuple[Indicator, ...] = (
    preparing.hours_agreed,
    preparing.readiness_asked,
    preparing.permissions_last,
    offering.catalogue,
    offering.adaptations,
    offering.resources_reviewed,
    preparing.travel_agreed,
    preparing.safety_explained,
    preparing.agreements_complete,
    preparing.everybody_agreed,
    learning.goals_covered,
    learning.baseline_known,
    talking.intake_talk,
    guiding.both_guides,
    guiding.trainings_valid,
    guiding.guiding_hours,
    guiding.profiles_written,
    talking.leaders_and_guides,
    talking.guides_meet,
    accompanying.colleagues_say,
    talking.leaders_talk,
    talking.guides_talk,
    talking.outsiders_join,
    offering.organisations_responsible,
    improving.actions_on_time,
    offering.core_group_meets,
    improving.self_evaluations_lead_on,
    learning.plans_with_goals,
    learning.goals_concrete,
    learning.own_goals,
    accompanying.feedback_from_all,
    offering.procedures_reviewed,
    learning.plans_adjusted,
    learning.flexible_plans,
    learning.several_ways,
    offering.room_for_all,
    accompanying.inductions_done,
    learning.intake_leads_to_plan,
    moving_on.advice_given,
    guiding.somebody_to_call,
    accompanying.questions_answered,
    accompanying.visits_as_agreed,
    learning.self_study,
    talking.meetings_held,
    assessing.assessed_by_both,
    assessing.self_assessments,
    assessing.assessed_along_the_way,
    assessing.assessed_during_and_after,
    moving_on.next_steps,
    moving_on.descriptions_ready,
    moving_on.portfolios_kept,
    improving.cycles_counted,
    offering.practice_noted,
    improving.actions_carried_on,
    improving.checklists_filled_in,
)

INDICATORS: Mapping[str, Indicator] = MappingProxyType({one.__name__: one for one in _FUNCTIONS})
"""By the name that the points give them, in the order of the points."""


def indications(seen: Seen) -> Mapping[str, Indication]:
    """What every indicator says, by its name."""
    return {name: indicator(seen) for name, indicator in INDICATORS.items()}
