"""What happened during one placement: visits, talks and assessments, and how long there were none."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from bekwaam.model.agreement import Agreement
from bekwaam.model.evidence import ContextPlace, Visibility
from bekwaam.model.follow_up import Contact, ContactKind
from bekwaam.model.plan import Goal, LearningPlace
from bekwaam.model.project import LearnerFolder, Project
from bekwaam.model.roles import Agreed, Role
from bekwaam.model.school import VisitRules

PARTIES = (Role.LEARNER, Role.MENTOR, Role.COACH)
"""Who says yes to an agreement and to a plan."""


MEETINGS = frozenset({ContactKind.MEETING, ContactKind.CASE_REVIEW, ContactKind.INTAKE})
"""Contacts at which people sit together to talk about how it goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A time without something, from the day before it to the day after it."""

    before: dt.date
    after: dt.date

    @property
    def days(self) -> int:
        """How long it took."""
        return (self.after - self.before).days


def silences(moments: Iterable[dt.date], longest: int) -> list[Silence]:
    """Where more days than ``longest`` lie between two moments; the first and last are the ends."""
    pairs = itertools.pairwise(sorted(moments))
    return [found for one, two in pairs if (found := Silence(before=one, after=two)).days > longest]


def has_begun(agreement: Agreement, as_of: dt.date) -> bool:
    """Whether a placement has started; not where its dates contradict each other."""
    return agreement.start <= min(as_of, agreement.end)


def visits_done(folder: LearnerFolder, agreement: Agreement, as_of: dt.date) -> list[dt.date]:
    """The days on which the workplace was visited in a placement, up to a day."""
    until = min(agreement.end, as_of)
    return sorted(
        contact.data.date
        for contact in folder.contacts.values()
        if contact.data.kind is ContactKind.VISIT
        and not contact.data.planned
        and agreement.start <= contact.data.date <= until
    )


def visits_wanted(agreement: Agreement, rules: VisitRules) -> tuple[int, int]:
    """How many visits there are at least, and the most days between two: as agreed, else the school's."""
    number, days = agreement.guidance.min_visits, agreement.guidance.max_interval_days
    return rules.min if number is None else number, rules.max_interval_days if days is None else days


def talks_of_guides(folder: LearnerFolder, agreement: Agreement, as_of: dt.date) -> list[dt.date]:
    """The days of a placement on which mentor and coach were in a contact together, up to a day."""
    until = min(agreement.end, as_of)
    return sorted(
        contact.data.date
        for contact in folder.contacts.values()
        if not contact.data.planned
        and agreement.start <= contact.data.date <= until
        and guides_took_part(agreement, contact.data)
    )


def guides_took_part(agreement: Agreement, contact: Contact) -> bool:
    """Whether mentor and coach of an agreement, or who stands in, both took part."""
    persons = {one.person for one in contact.participants if one.person is not None}
    return bool(persons & agreement.mentors and persons & agreement.coaches)


def have_met(folder: LearnerFolder, agreement: Agreement, as_of: dt.date) -> bool:
    """Whether mentor and coach sat together in a meeting during a placement, up to a day."""
    until = min(agreement.end, as_of)
    return any(
        one.data.kind in MEETINGS
        and not one.data.planned
        and agreement.start <= one.data.date <= until
        and guides_took_part(agreement, one.data)
        for one in folder.contacts.values()
    )


def is_offered(project: Project, agreement: Agreement, goal: Goal) -> bool:
    """Whether a place where a goal is learned offers it; one that lists nothing may offer anything."""
    if set(goal.learned_at) - {LearningPlace.WORKPLACE}:
        return True
    found = project.workplace(agreement.workplace)
    return found is None or not found[1].competences or goal.competence in found[1].competences


def assessed_on(folder: LearnerFolder, as_of: dt.date, *, by_learner: bool) -> list[dt.date]:
    """The days on which the learner, or everybody else, assessed; up to a day."""
    return sorted(
        one.data.date
        for one in folder.assessments.values()
        if one.data.by_learner is by_learner and one.data.date <= as_of
    )


def first_work(folder: LearnerFolder, agreement: Agreement, as_of: dt.date) -> dt.date | None:
    """The day of the first evidence from the workplace of a placement; nothing tells of private one."""
    days = (
        one.data.date
        for one in folder.evidence.values()
        if one.data.visibility is not Visibility.PRIVATE
        and one.data.context.place is ContextPlace.WORKPLACE
        and one.data.context.workplace == agreement.workplace
        and agreement.start <= one.data.date <= min(agreement.end, as_of)
    )
    return min(days, default=None)


def without_a_yes(agreed: Iterable[Agreed]) -> tuple[Role, ...]:
    """The parties that have not said yes."""
    roles = {one.role for one in agreed}
    return tuple(role for role in PARTIES if role not in roles)
