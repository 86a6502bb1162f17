"""What a figure looks at: a school on a day, or what falls in one cycle of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from bekwaam.model.agreement import Agreement
from bekwaam.model.evidence import Evidence, Visibility
from bekwaam.model.plan import Plan
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.model.quality import Cycle
from bekwaam.model.status import CompetenceStatus

T = TypeVar("T")


@dataclass(frozen=True)
class Scope:
    """A school on a day. With a ``cycle``, only what falls in it and who took part in it."""

    project: Project
    statuses: Mapping[str, Mapping[str, CompetenceStatus]]
    as_of: dt.date
    cycle: Cycle | None = None

    @cached_property
    def first_day(self) -> dt.date:
        """The first day that counts."""
        return self.cycle.start if self.cycle else dt.date.min

    @cached_property
    def last_day(self) -> dt.date:
        """The last day that counts: what is dated later is still to come."""
        return min(self.as_of, self.cycle.end) if self.cycle else self.as_of

    def within(self, day: dt.date) -> bool:
        """Whether something dated so counts."""
        return self.first_day <= day <= self.last_day

    def coming(self, day: dt.date) -> bool:
        """Whether something dated so may be planned: up to the end of the cycle."""
        return self.first_day <= day and (self.cycle is None or day <= self.cycle.end)

    @cached_property
    def learners(self) -> tuple[LearnerFolder, ...]:
        """Who takes part: an agreement runs in the cycle, or a record falls in it."""
        folders = tuple(self.project.learners.values())
        return tuple(one for one in folders if self._takes_part(one)) if self.cycle else folders

    def _takes_part(self, folder: LearnerFolder) -> bool:
        return (
            any(True for _ in self.agreements(folder))
            or any(
                self.within(record.data.date)
                for records in (folder.assessments, folder.decisions, folder.contacts, folder.feedback)
                for record in records.values()
            )
            or any(True for _ in self.evidence(folder))
        )

    def agreements(self, folder: LearnerFolder) -> Iterator[Record[Agreement]]:
        """The agreements that ran, or run, on a day that counts."""
        for record in folder.agreements.values():
            if record.data.start <= self.last_day and record.data.end >= self.first_day:
                yield record

    def evidence(self, folder: LearnerFolder) -> Iterator[Evidence]:
        """The evidence that counts; what is private is in no figure, as it is on no page."""
        for record in folder.evidence.values():
            if record.data.visibility is not Visibility.PRIVATE and self.within(record.data.date):
                yield record.data

    def plan(self, folder: LearnerFolder) -> Plan | None:
        """The plan that counts on the last day."""
        record = folder.plan_on(self.last_day)
        return record.data if record else None
