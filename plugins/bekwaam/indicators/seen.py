"""What an indicator looks at: the records of one period, up to a day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bekwaam.model.agreement import Agreement
from bekwaam.model.follow_up import Contact
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.plan import Goal, Plan
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.model.quality import Cycle, SelfEvaluation
from bekwaam.model.roles import Role
from bekwaam.model.status import CompetenceStatus

_YEAR = dt.timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From one day to another, both included; ``cycle`` is the id of the cycle that it is."""

    start: dt.date
    end: dt.date
    cycle: str | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day <= self.end


def period_on(project: Project, as_of: dt.date) -> Period:
    """The cycle that began last before a day; without cycles the year up to it."""
    begun = [one for one in project.cycles.values() if one.data.start <= as_of]
    if not begun:
        return Period(start=as_of - _YEAR, end=as_of)
    return period_of(max(begun, key=lambda one: (one.data.start, one.id)))


def period_of(cycle: Record[Cycle]) -> Period:
    """The days of a cycle."""
    return Period(start=cycle.data.start, end=cycle.data.end, cycle=cycle.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A placement of the period with its learner's folder, and its plan as it counts on the day."""

    folder: LearnerFolder
    record: Record[Agreement]
    plan: Record[Plan] | None

    @property
    def data(self) -> Agreement:
        """What was agreed."""
        return self.record.data


@dataclass(frozen=True, kw_only=True)
class Seen:
    """The records, what they come to on a day, and the period that is looked at.

    What is dated after ``as_of`` does not count, nor what is dated outside ``period``. Some fifty
    indicators look at the same placements and contacts, so these are looked up once.
    """

    project: Project
    statuses: Mapping[str, Mapping[str, CompetenceStatus]]
    as_of: dt.date
    period: Period

    @cached_property
    def until(self) -> dt.date:
        """The last day that counts."""
        return min(self.as_of, self.period.end)

    def counts(self, day: dt.date) -> bool:
        """Whether something of a day counts."""
        return self.period.start <= day <= self.until

    @cached_property
    def placements(self) -> tuple[Placement, ...]:
        """The placements that ran in the period and have begun."""
        return tuple(self._placements())

    def _placements(self) -> Iterator[Placement]:
        for folder in self.project.learners.values():
            for record in folder.agreements.values():
                data = record.data
                if data.start <= min(self.until, data.end) and data.end >= self.period.start:
                    yield Placement(folder=folder, record=record, plan=self._plan(folder, record))

    def _plan(self, folder: LearnerFolder, agreement: Record[Agreement]) -> Record[Plan] | None:
        """The highest version for an agreement that was agreed by the day; else the highest."""
        plans = [one for one in folder.plans.values() if one.data.agreement == agreement.id]
        agreed = [one for one in plans if (since := one.data.agreed_on()) and since <= self.as_of]
        return max(agreed or plans, key=lambda one: (one.data.version, one.id), default=None)

    def plans(self) -> Iterator[tuple[Placement, Record[Plan]]]:
        """The placements that have a plan, with it."""
        for placement in self.placements:
            if placement.plan is not None:
                yield placement, placement.plan

    def goals(self) -> Iterator[tuple[Placement, Record[Plan], Goal]]:
        """Every goal of these plans."""
        for placement, plan in self.plans():
            for goal in plan.data.goals:
                yield placement, plan, goal

    def goals_due(self) -> Iterator[tuple[Placement, Record[Plan], Goal]]:
        """The goals that should have been reached by the day."""
        return (one for one in self.goals() if one[2].due <= self.until)

    @cached_property
    def learners(self) -> tuple[LearnerFolder, ...]:
        """Learners with a placement in the period, and those on the programme without any."""
        return tuple(self._learners())

    def _learners(self) -> Iterator[LearnerFolder]:
        placed = {one.folder.id for one in self.placements}
        for one, folder in self.project.learners.items():
            active = folder.learner.data.status is LearnerStatus.ACTIVE
            if one in placed or (active and not folder.agreements):
                yield folder

    def finished(self) -> Iterator[LearnerFolder]:
        """Those of them who have completed their programme."""
        return (one for one in self.learners if one.learner.data.status is LearnerStatus.COMPLETED)

    def status(self, folder: LearnerFolder, competence: str) -> CompetenceStatus | None:
        """What a competence of a learner is at."""
        return self.statuses.get(folder.id, {}).get(competence)

    def contacts_of(self, folder: LearnerFolder) -> Iterator[Record[Contact]]:
        """The contacts about a learner that took place in the period."""
        return (one for one in folder.contacts.values() if self._took_place(one.data))

    @cached_property
    def contacts(self) -> tuple[Record[Contact], ...]:
        """All contacts that took place in the period: the school's own, then those about learners."""
        return tuple(self._contacts())

    def _contacts(self) -> Iterator[Record[Contact]]:
        yield from (one for one in self.project.contacts.values() if self._took_place(one.data))
        for folder in self.project.learners.values():
            yield from self.contacts_of(folder)

    @cached_property
    def contacts_by_person(self) -> Mapping[str, tuple[int, ...]]:
        """The places in `contacts` of those in which a person took part."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, record in enumerate(self.contacts):
            for person in dict.fromkeys(one.person for one in record.data.participants):
                if person is not None:
                    found[person].append(place)
        return {person: tuple(places) for person, places in found.items()}

    @cached_property
    def people_by_role(self) -> Mapping[tuple[str, Role], frozenset[str]]:
        """Who holds a role at an organisation on the day, by organisation and role."""
        found: dict[tuple[str, Role], set[str]] = defaultdict(set)
        for key, person in self.project.people.items():
            for held in person.data.roles:
                if held.holds_on(self.as_of):
                    found[held.organisation, held.role].add(key)
        return {place: frozenset(people) for place, people in found.items()}

    def _took_place(self, contact: Contact) -> bool:
        return not contact.planned and self.counts(contact.date)

    def self_evaluations(self) -> Iterator[Record[SelfEvaluation]]:
        """Those of the cycle; without a cycle, all."""
        cycle = self.period.cycle
        return (
            one for one in self.project.self_evaluations.values() if cycle is None or one.data.cycle == cycle
        )
