"""Roles: who holds them, for how many hours, what they ask, and who needs training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from bekwaam.model.roles import Role
from bekwaam.rules.acting import current
from bekwaam.views.context import Context, number
from bekwaam.views.parts import Link
from bekwaam.views.team.people import held_role, trainings
from bekwaam.views.team.view import HolderView, RoleView


def role_views(context: Context, names: Callable[[str], Link]) -> tuple[RoleView, ...]:
    """Every role that somebody holds now, guardians apart."""
    guided = _guided(context)
    holders: dict[Role, list[HolderView]] = {}
    hours: dict[Role, float] = {}
    for record in context.project.people.values():
        for held in record.data.roles:
            if not held.holds_on(context.as_of) or held.role is Role.GUARDIAN:
                continue
            view = HolderView(
                person=names(record.id),
                held=held_role(context, held),
                trainings=trainings(context, record.data),
                learners=guided[record.id, held.role],
            )
            holders.setdefault(held.role, []).append(view)
            hours[held.role] = hours.get(held.role, 0) + (held.hours_per_week or 0)
    return tuple(_role(role, holders[role], hours[role]) for role in Role if role in holders)


def role_uri(role: Role) -> str:
    """Where the page of a role stands."""
    return f"team/roles/{role.value.replace('_', '-')}/"


def _role(role: Role, holders: list[HolderView], hours: float) -> RoleView:
    return RoleView(
        role=role,
        uri=role_uri(role),
        holders=tuple(sorted(holders, key=lambda one: str(one.person.title).casefold())),
        hours=number(hours or None),
        without_hours=sum(one.held.hours is None for one in holders),
        without_profile=sum(one.held.profile is None for one in holders),
        overdue=sum(training.overdue for one in holders for training in one.trainings),
    )


def _guided(context: Context) -> Counter[tuple[str, Role]]:
    """How many learners somebody guides now, in each role."""
    found: Counter[tuple[str, Role]] = Counter()
    for folder in context.project.learners.values():
        agreement = current(folder, context.as_of)
        if agreement is not None and agreement.start <= context.as_of <= agreement.end:
            found[agreement.mentor, Role.MENTOR] += 1
            found[agreement.coach, Role.COACH] += 1
    return found
