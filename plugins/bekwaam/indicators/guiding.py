"""Those who guide: who they are, what they learn, their hours and tasks, how to reach them (15 to 18, 41)."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import Message, say
from bekwaam.diagnostics.message import N_
from bekwaam.indicators.indication import Counted, Indication, count, share
from bekwaam.indicators.seen import Placement, Seen
from bekwaam.model.person import HeldRole, Person
from bekwaam.model.project import Record
from bekwaam.model.roles import Role

GUIDES = (Role.MENTOR, Role.COACH)


def both_guides(seen: Seen) -> Indication:
    """15: somebody from the workplace and somebody from the school."""
    return share(
        (_guided(seen, one) for one in seen.placements),
        N_("{done} of {all} placements have a mentor and a coach who hold that role."),
        N_("Counted: agreements whose mentor and coach are two persons, each with that role in `people/`."),
    )


def _guided(seen: Seen, placement: Placement) -> Counted:
    data = placement.data
    people = seen.project.people
    day = min(seen.as_of, data.end)
    holds = [
        person in people and role in people[person].data.roles_on(day)
        for person, role in ((data.mentor, Role.MENTOR), (data.coach, Role.COACH))
    ]
    lacks = say("one person is both") if data.mentor == data.coach else say("the role is not held (any more)")
    return count(placement.record, all(holds) and data.mentor != data.coach, lacks)


def trainings_valid(seen: Seen) -> Indication:
    """16: who guides took a course, and none is due again."""
    return share(
        (_trained(seen, one) for one in _guides(seen)),
        N_("{done} of {all} mentors and coaches have taken a course, and none is due again."),
        N_("Counted: people with the role of mentor or coach, and their `training`."),
    )


def _trained(seen: Seen, person: Record[Person]) -> Counted:
    late = [one for one in person.data.training if one.due is not None and one.due < seen.as_of]
    lacks: Message = say("due again on {date}", date=late[0].due) if late else say("no course is noted")
    return count(person, person.data.training and not late, lacks)


def guiding_hours(seen: Seen) -> Indication:
    """17: it says how many hours somebody has to guide."""
    return share(
        (count(person, held.hours_per_week) for person, held in _held(seen)),
        N_("For {done} of {all} mentors and coaches it says how many hours a week they have."),
        N_("Counted: roles of mentor and coach that are held on the day, with `hours_per_week`."),
    )


def profiles_written(seen: Seen) -> Indication:
    """18: it says what somebody in the role does."""
    return share(
        (count(person, held.profile) for person, held in _held(seen)),
        N_("For {done} of {all} mentors and coaches it says what they do."),
        N_("Counted: roles of mentor and coach that are held on the day, with `profile`."),
    )


def somebody_to_call(seen: Seen) -> Indication:
    """41: mentor and coach can be reached, and others stand in for them."""
    return share(
        (_reachable(seen, one) for one in seen.placements),
        N_(
            "In {done} of {all} placements mentor and coach can be reached, and both have somebody to stand"
            " in."
        ),
        N_(
            "Counted: agreements with `backup` for both, whose mentor and coach have a phone or an e-mail"
            " address."
        ),
    )


def _reachable(seen: Seen, placement: Placement) -> Counted:
    data = placement.data
    backed = data.backup is not None and data.backup.mentor is not None and data.backup.coach is not None
    people = [seen.project.people.get(one) for one in (data.mentor, data.coach)]
    known = all(
        one and one.data.contact and (one.data.contact.phone or one.data.contact.email) for one in people
    )
    lacks = (
        say("nobody stands in for mentor or coach") if not backed else say("mentor or coach has no address")
    )
    return count(placement.record, backed and known, lacks)


def _guides(seen: Seen) -> Iterator[Record[Person]]:
    for person in seen.project.people.values():
        if person.data.roles_on(seen.as_of) & set(GUIDES):
            yield person


def _held(seen: Seen) -> Iterator[tuple[Record[Person], HeldRole]]:
    for person in seen.project.people.values():
        for held in person.data.roles:
            if held.role in GUIDES and held.holds_on(seen.as_of):
                yield person, held
