"""What the pages for the team show: lists of tasks, cohorts, contacts, workplaces and roles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from bekwaam.model.learner import LearnerStatus
from bekwaam.model.plan import LearningPlace
from bekwaam.model.roles import Role
from bekwaam.model.status import Status
from bekwaam.views.parts import LadderView, Link, PersonView
from bekwaam.views.team.follow_up_view import FollowUpView
from bekwaam.views.team.task import Task
from bekwaam.views.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRoleView:
    """A role that somebody holds; ``hours`` a week, as printed."""

    role: Role
    organisation: Words
    start: dt.date
    end: dt.date | None
    hours: str | None
    profile: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingView:
    """A training that was followed, and when it is due again."""

    title: Words
    date: dt.date
    due: dt.date | None
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MyLearner:
    """A learner of whom somebody is mentor or coach, or for whom they stand in."""

    learner: Link
    follow_up: str
    role: Role
    stands_in: bool
    cohort: str
    workplace: Words
    status: LearnerStatus
    achieved: int
    total: int
    tasks: tuple[Task, ...]
    last_contact: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MyContact:
    """Somebody to work with, for which learners, and when both last took part in a contact."""

    person: PersonView
    learners: tuple[Link, ...]
    last: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Somebody's own list."""

    id: str
    uri: str
    agenda: str
    name: Words
    roles: tuple[HeldRoleView, ...]
    trainings: tuple[TrainingView, ...]
    tasks: tuple[Task, ...]
    learners: tuple[MyLearner, ...]
    contacts: tuple[MyContact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """A learner in a heat map; a cell is None where the competence is not theirs."""

    learner: Link
    follow_up: str
    status: LearnerStatus
    achieved: int
    cells: tuple[tuple[Status, LadderView] | None, ...]
    pressing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How far the learners of a group are with one competence: how many have which status or level."""

    competence: Words
    statuses: tuple[tuple[Status, int], ...]
    lowest: Words | None
    highest: Words | None
    without_level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """The learners of one programme in a cohort; ``spread`` is None where the group is too small."""

    programme: Link
    competences: tuple[Link, ...]
    rows: tuple[HeatRow, ...]
    spread: tuple[Spread, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortView:
    """A cohort; ``shares`` counts learners by the share of their competences that were achieved.

    It is None where the group is too small to count.
    """

    name: str
    uri: str
    learners: int
    maps: tuple[HeatMap, ...]
    tasks: tuple[Task, ...]
    shares: tuple[tuple[str, int], ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairOfRoles:
    """How often two roles were in touch, and the last time."""

    times: int
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What the guide asks of contacts: ``point``, which contacts count, how many there were, the last."""

    point: str
    code: str
    times: int
    last: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietPair:
    """A mentor and a coach of a learner, and when they were last in touch about that learner."""

    learner: Link
    follow_up: str
    mentor: Link
    coach: Link
    last: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsView:
    """Who was in touch with whom since ``since``, role by role."""

    since: dt.date
    roles: tuple[Role, ...]
    pairs: Mapping[tuple[Role, Role], PairOfRoles]
    meetings: tuple[Meeting, ...]
    quiet: tuple[QuietPair, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A workplace: who is there, who comes, and how much room is left (None where nobody said)."""

    workplace: Link
    organisation: Words
    responsible: Link | None
    capacity: str | None
    now: tuple[Link, ...]
    coming: tuple[Link, ...]
    free: int | None
    mentors: tuple[tuple[Link, int], ...]
    offers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseGoal:
    """A goal to be learned at the workplace that this workplace does not offer."""

    learner: Link
    follow_up: str
    competence: Link
    workplace: Link
    elsewhere: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCompetence:
    """Which workplaces offer a competence, and how many goals of running plans are learned where."""

    competence: Link
    offered: tuple[Link, ...]
    goals: Mapping[LearningPlace, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesView:
    """All workplaces, and what no place covers; ``matrix`` goes by framework."""

    rows: tuple[PlaceRow, ...]
    loose: tuple[LooseGoal, ...]
    matrix: tuple[tuple[Link, tuple[PlacedCompetence, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderView:
    """Somebody who holds a role now."""

    person: Link
    held: HeldRoleView
    trainings: tuple[TrainingView, ...]
    learners: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    """A role: who holds it, for how many hours a week together, and what it asks."""

    role: Role
    uri: str
    holders: tuple[HolderView, ...]
    hours: str | None
    without_hours: int
    without_profile: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """Something that is reviewed now and then."""

    title: Words
    uri: str | None
    reviewed: dt.date | None
    due: dt.date | None
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourcesView:
    """Resources, ways of working, and what is known of other forms; notes are (title, text, date)."""

    resources: tuple[ResourceView, ...]
    procedures: tuple[ResourceView, ...]
    notes: tuple[tuple[Words, Words | None, dt.date | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamView:
    """Everything that only the team sees; ``names`` are people by id, with their list where there is one."""

    tasks: tuple[Task, ...]
    names: Mapping[str, Link]
    people: tuple[PersonPage, ...]
    cohorts: tuple[CohortView, ...]
    contacts: ContactsView
    places: PlacesView
    roles: tuple[RoleView, ...]
    resources: ResourcesView
    follow_ups: Mapping[str, FollowUpView]
