"""Everybody's own list: their tasks, their learners and whom they work with."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bekwaam.model.agreement import Agreement
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.person import HeldRole, Person
from bekwaam.model.project import Record
from bekwaam.model.roles import Role
from bekwaam.model.status import Status
from bekwaam.rules.acting import current
from bekwaam.views.context import Context, number
from bekwaam.views.evidence import learner_uri
from bekwaam.views.parts import Link
from bekwaam.views.team.gaps import person_uri
from bekwaam.views.team.maker import follow_up_uri
from bekwaam.views.team.task import Task
from bekwaam.views.team.view import HeldRoleView, MyContact, MyLearner, PersonPage, TrainingView
from bekwaam.views.words import Words


@dataclass(frozen=True)
class _Part:
    """Somebody's part in guiding a learner."""

    key: str
    agreement: Agreement
    role: Role
    stands_in: bool


@dataclass(frozen=True)
class Touch:
    """When people last took part in a contact: with each other, and with or about a learner."""

    together: dict[tuple[str, str], dt.date] = field(default_factory=dict)
    about: dict[tuple[str, str], dt.date] = field(default_factory=dict)

    def last(self, one: str, other: str) -> dt.date | None:
        """The last day on which two people were in touch."""
        return self.together.get((one, other) if one < other else (other, one))

    def note(self, day: dt.date, people: list[str], learner: str | None) -> None:
        """Remember one contact."""
        for place, one in enumerate(people):
            for other in people[place + 1 :]:
                pair = (one, other) if one < other else (other, one)
                self.together[pair] = max(day, self.together.get(pair, day))
            if learner is not None:
                self.about[one, learner] = max(day, self.about.get((one, learner), day))


def touches(context: Context) -> Touch:
    """What the contacts up to the day of the views tell."""
    touch = Touch()
    groups = [(key, folder.contacts) for key, folder in context.project.learners.items()]
    for key, contacts in (*groups, (None, context.project.contacts)):
        for record in contacts.values():
            if not record.data.planned and record.data.date <= context.as_of:
                people = [one.person for one in record.data.participants if one.person]
                touch.note(record.data.date, list(dict.fromkeys(people)), key)
    return touch


def people_pages(
    context: Context,
    by_learner: Mapping[str, tuple[Task, ...]],
    by_person: Mapping[str, tuple[Task, ...]],
    touch: Touch,
) -> tuple[PersonPage, ...]:
    """A page for everybody who guides, has a role other than guardian, or has something to do."""
    parts = _parts(context)
    pages = [
        _page(context, record, parts.get(record.id, []), by_learner, by_person, touch)
        for record in context.project.people.values()
        if record.id in by_person or record.id in parts or _has_role(record.data, context.as_of)
    ]
    return tuple(sorted(pages, key=lambda one: (str(one.name).casefold(), one.id)))


def _has_role(person: Person, day: dt.date) -> bool:
    return bool(person.roles_on(day) - {Role.GUARDIAN})


def _parts(context: Context) -> Mapping[str, list[_Part]]:
    """Who guides whom, by person; each learner once, in the role that comes first."""
    found: dict[str, dict[str, _Part]] = defaultdict(dict)
    for key, folder in context.project.learners.items():
        agreement = current(folder, context.as_of)
        if agreement is None or folder.learner.data.status is LearnerStatus.STOPPED:
            continue
        backup = agreement.backup
        named = [
            (agreement.coach, Role.COACH, False),
            (agreement.mentor, Role.MENTOR, False),
            (backup.coach if backup else None, Role.COACH, True),
            (backup.mentor if backup else None, Role.MENTOR, True),
        ]
        for person, role, stands_in in named:
            if person is not None:
                part = _Part(key=key, agreement=agreement, role=role, stands_in=stands_in)
                found[person].setdefault(key, part)
    return {person: list(parts.values()) for person, parts in found.items()}


def _page(
    context: Context,
    record: Record[Person],
    parts: list[_Part],
    by_learner: Mapping[str, tuple[Task, ...]],
    by_person: Mapping[str, tuple[Task, ...]],
    touch: Touch,
) -> PersonPage:
    mine = [_learner(context, record.id, part, by_learner, touch) for part in parts]
    held = [one for one in record.data.roles if one.holds_on(context.as_of)]
    return PersonPage(
        id=record.id,
        uri=person_uri(record.id),
        agenda=f"{person_uri(record.id)}agenda.ics",
        name=context.words(record.data.name),
        roles=tuple(held_role(context, one) for one in held),
        trainings=trainings(context, record.data),
        tasks=by_person.get(record.id, ()),
        learners=tuple(sorted(mine, key=_most_pressing)),
        contacts=tuple(_contacts(context, record.id, parts, touch)),
    )


def held_role(context: Context, held: HeldRole) -> HeldRoleView:
    """A role as the pages show it."""
    organisation = context.project.organisations.get(held.organisation)
    return HeldRoleView(
        role=held.role,
        organisation=context.words(organisation.data.name) if organisation else Words(held.organisation),
        start=held.from_,
        end=held.to,
        hours=number(held.hours_per_week),
        profile=context.words_or_none(held.profile),
    )


def trainings(context: Context, person: Person) -> tuple[TrainingView, ...]:
    """What somebody followed, the first to do again first."""
    views = [
        TrainingView(
            title=context.words(one.title),
            date=one.date,
            due=one.due,
            overdue=one.due is not None and one.due < context.as_of,
        )
        for one in person.training
    ]
    return tuple(sorted(views, key=lambda one: (one.due or dt.date.max, one.date)))


def _learner(
    context: Context,
    person: str,
    part: _Part,
    by_learner: Mapping[str, tuple[Task, ...]],
    touch: Touch,
) -> MyLearner:
    """What waits for this person comes along, and not what waits for others."""
    learner = context.project.learners[part.key].learner.data
    statuses = context.gated.statuses[part.key].values()
    tasks = tuple(one for one in by_learner.get(part.key, ()) if person in one.who)
    return MyLearner(
        learner=Link(title=Words(context.gated.shown[part.key].name), uri=learner_uri(part.key)),
        follow_up=follow_up_uri(part.key),
        role=part.role,
        stands_in=part.stands_in,
        cohort=learner.cohort,
        workplace=context.workplace(part.agreement.workplace).title,
        status=learner.status,
        achieved=sum(one.status is Status.ACHIEVED for one in statuses),
        total=len(statuses),
        tasks=tasks,
        last_contact=touch.about.get((person, part.key)),
    )


def _most_pressing(one: MyLearner) -> tuple[bool, dt.date, str]:
    first = one.tasks[0].due if one.tasks else None
    return one.stands_in, first or dt.date.max, str(one.learner.title).casefold()


def _contacts(context: Context, person: str, parts: list[_Part], touch: Touch) -> Iterator[MyContact]:
    """The mentors of a coach, and the coaches of a mentor."""
    with_whom: dict[tuple[str, Role], list[Link]] = {}
    for part in parts:
        if part.stands_in:
            continue
        other = (
            (part.agreement.mentor, Role.MENTOR)
            if part.role is Role.COACH
            else (part.agreement.coach, Role.COACH)
        )
        if other[0] != person:
            link = Link(title=Words(context.gated.shown[part.key].name), uri=follow_up_uri(part.key))
            with_whom.setdefault(other, []).append(link)
    for (other_id, role), links in with_whom.items():
        yield MyContact(
            person=context.person(other_id, role, context.as_of),
            learners=tuple(links),
            last=touch.last(person, other_id),
        )
