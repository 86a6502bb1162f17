"""Who talks with whom: leaders, guides, outsiders, and how often (13, 19, 20, 22 to 24, 45)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bekwaam.diagnostics import Message, say
from bekwaam.diagnostics.message import N_
from bekwaam.indicators.indication import Counted, Indication, count, share, some
from bekwaam.indicators.seen import Placement, Seen
from bekwaam.model.follow_up import Contact, ContactKind
from bekwaam.model.organisation import Organisation, OrganisationType
from bekwaam.model.placement import MEETINGS, have_met, silences, talks_of_guides, visits_wanted
from bekwaam.model.project import Record
from bekwaam.model.roles import Role

_LEADERS = frozenset({Role.SCHOOL_RESPONSIBLE, Role.EMPLOYER})
_GUIDES = frozenset({Role.MENTOR, Role.COACH, Role.TEACHER})
_HALF_A_YEAR = 183
_LONG_ENOUGH = 90
"""Days after which a placement should have had a meeting."""


def intake_talk(seen: Seen) -> Indication:
    """13: there was an intake; what came out of it is for people."""
    return share(
        (
            count(
                folder.learner,
                any(
                    one.data.kind is ContactKind.INTAKE and not one.data.planned
                    for one in folder.contacts.values()
                ),
                say("no intake is noted"),
            )
            for folder in seen.learners
        ),
        N_("With {done} of {all} learners there was an intake. What they want, only people can say."),
        N_("Counted: learners of this period with a contact of the kind `intake`."),
    )


def leaders_and_guides(seen: Seen) -> Indication:
    """19: in each organisation, those in charge talk with those who guide."""
    return share(
        _led(seen),
        N_("In {done} of {all} organisations, those in charge and those who guide were in a talk together."),
        N_(
            "Counted: organisations with somebody in charge and somebody else who guides, and contacts of"
            " this"
            " period in which both took part."
        ),
    )


def _led(seen: Seen) -> Iterator[Counted]:
    for organisation in seen.project.organisations.values():
        leaders = _people_of(seen, organisation, _LEADERS)
        if organisation.data.responsible:
            leaders |= {organisation.data.responsible}
        guides = _people_of(seen, organisation, _GUIDES) - leaders
        if leaders and guides:
            yield count(organisation, not _contacts_of(seen, leaders).isdisjoint(_contacts_of(seen, guides)))


def guides_meet(seen: Seen) -> Indication:
    """20: mentors with mentors, coaches with coaches, and both together."""
    pairs = (
        (say("mentors of different workplaces"), _mentors_meet),
        (say("coaches among themselves"), _coaches_meet),
        (say("mentors with coaches"), _both_meet),
    )
    counted = []
    for words, meets in pairs:
        found = next((one for one in seen.contacts if meets(one.data)), None)
        path = found.path if found else "quality/contacts"
        counted.append(Counted(path=path, fine=found is not None, lacks=words))
    return share(
        counted,
        N_("{done} of {all} sorts of talk took place: mentors together, coaches together, and both."),
        N_(
            "Counted: contacts of this period with two mentors of different organisations, with two"
            " coaches, and with both."
        ),
    )


def _mentors_meet(contact: Contact) -> bool:
    return (
        len({one.organisation or one.person for one in contact.participants if one.role is Role.MENTOR}) > 1
    )


def _coaches_meet(contact: Contact) -> bool:
    return len({one.person for one in contact.participants if one.role is Role.COACH}) > 1


def _both_meet(contact: Contact) -> bool:
    return {Role.MENTOR, Role.COACH} <= {one.role for one in contact.participants}


def leaders_talk(seen: Seen) -> Indication:
    """22: who leads the school and who leads the workplace speak at least twice a year."""
    used = {one.data.workplace.partition("/")[0] for one in seen.placements}
    return share(
        (
            _spoken(seen, one)
            for key, one in seen.project.organisations.items()
            if key in used and one.data.type is not OrganisationType.SCHOOL
        ),
        N_("With {done} of {all} organisations, the school's leaders spoke at least every half year."),
        N_(
            "Counted: organisations with placements in this period, and contacts in which somebody"
            " responsible"
            " for the school and somebody in charge there took part."
        ),
    )


def _spoken(seen: Seen, organisation: Record[Organisation]) -> Counted:
    leaders = _people_of(seen, organisation, frozenset({Role.EMPLOYER}))
    if organisation.data.responsible:
        leaders |= {organisation.data.responsible}
    contacts = (seen.contacts[place].data for place in _contacts_of(seen, leaders))
    days = [
        one.date for one in contacts if any(each.role is Role.SCHOOL_RESPONSIBLE for each in one.participants)
    ]
    found = silences([seen.period.start, *days, seen.until], _HALF_A_YEAR)
    return count(
        organisation, days and not found, _no_talk(found[0].days) if days and found else say("no talk at all")
    )


def guides_talk(seen: Seen) -> Indication:
    """23: mentor and coach speak with each other as often as the coach would visit."""
    return share(
        (_in_touch(seen, one) for one in seen.placements),
        N_("In {done} of {all} placements mentor and coach were never too long without a talk."),
        N_(
            "Counted: contacts in the learner's folder in which mentor and coach (or who stands in) took"
            " part;"
            " between two lie no more days than are agreed for visits."
        ),
    )


def _in_touch(seen: Seen, placement: Placement) -> Counted:
    data = placement.data
    days = talks_of_guides(placement.folder, data, seen.as_of)
    longest = visits_wanted(data, seen.project.school.data.rules.visits)[1]
    found = silences([data.start, *days, min(data.end, seen.as_of)], longest)
    return count(placement.record, not found, _no_talk(max(one.days for one in found)) if found else None)


def outsiders_join(seen: Seen) -> Indication:
    """24: somebody from outside thinks along now and then."""
    return some(
        (
            one
            for one in seen.contacts
            if one.data.kind in MEETINGS and any(each.role is Role.EXTERNAL for each in one.data.participants)
        ),
        N_("Meetings of this period in which somebody from outside took part: {count}."),
        N_("Counted: meetings and case reviews with a participant whose role is `external`."),
    )


def meetings_held(seen: Seen) -> Indication:
    """45: mentor and coach sit together."""
    return share(
        (
            count(
                one.record,
                have_met(one.folder, one.data, seen.until),
                say("no meeting of mentor and coach"),
            )
            for one in seen.placements
            if (min(one.data.end, seen.as_of) - one.data.start).days >= _LONG_ENOUGH
        ),
        N_(
            "In {done} of {all} placements of three months and more, mentor and coach sat together in a"
            " meeting."
        ),
        N_("Counted: meetings, intakes and case reviews in the learner's folder in which both took part."),
    )


def _contacts_of(seen: Seen, people: Iterable[str]) -> set[int]:
    """The places of the contacts in which at least one of these people took part."""
    return {place for one in people for place in seen.contacts_by_person.get(one, ())}


def _people_of(seen: Seen, organisation: Record[Organisation], roles: frozenset[Role]) -> set[str]:
    return {key for role in roles for key in seen.people_by_role.get((organisation.id, role), ())}


def _no_talk(days: int) -> Message:
    return say("{count} days without a talk", count=days)
