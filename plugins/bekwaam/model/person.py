"""The people who guide, assess and decide."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bekwaam.model.references import OrganisationId
from bekwaam.model.roles import Role
from bekwaam.model.school import ContactDetails
from bekwaam.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRole:
    """A role that somebody holds at an organisation, both days included."""

    role: Role
    organisation: OrganisationId
    from_: dt.date
    to: dt.date | None = None
    hours_per_week: int | float | None = None
    profile: Text | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Whether the role counts on a day."""
        return self.from_ <= day and (self.to is None or day <= self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """A course that somebody took, and when it wants to be done again."""

    title: Text
    date: dt.date
    due: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Anyone but a learner."""

    name: Text
    roles: tuple[HeldRole, ...]
    emails: tuple[str, ...] = ()
    account: str | None = None
    signing_keys: tuple[str, ...] = ()
    training: tuple[Training, ...] = ()
    contact: ContactDetails | None = None
    public_name: bool = False

    def roles_on(self, day: dt.date) -> frozenset[Role]:
        """The roles that count on a day."""
        return frozenset(held.role for held in self.roles if held.holds_on(day))
