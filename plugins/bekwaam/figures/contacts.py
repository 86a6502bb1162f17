"""Figures about contacts between those who guide, and about what people say back."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.figures.figure import About, Figure, Label, count, members, split
from bekwaam.figures.scope import Scope
from bekwaam.model.follow_up import ContactKind, Subject
from bekwaam.model.roles import Role

_FORMALITY: dict[str, Label] = {"formal": say("formal"), "informal": say("informal")}
_RATINGS: dict[str, Label] = {**dict.fromkeys("12345"), "none": say("without a rating")}


def figures(scope: Scope) -> Iterator[Figure]:
    """Contacts that were held, by kind and by who took part; feedback by source, subject and rating."""
    yield from _contacts(scope)
    yield from _feedback(scope)


def _contacts(scope: Scope) -> Iterator[Figure]:
    held = [
        (one.id, record.data)
        for one in scope.learners
        for record in one.contacts.values()
        if not record.data.planned and scope.within(record.data.date)
    ]
    contacts = count(
        "contacts",
        say("Contacts about learners"),
        say("Contacts of learners that were held on a day that counts, visits aside."),
        ((one, 1) for one, data in held if data.kind is not ContactKind.VISIT),
        unit="contacts",
        points=("23", "45"),
        kept=True,
    )
    yield contacts
    yield split(
        contacts,
        "kind",
        say("Contacts by kind"),
        say("The `kind` of each, visits aside."),
        members(ContactKind, ContactKind.VISIT),
        ((data.kind.value, one, 1) for one, data in held if data.kind is not ContactKind.VISIT),
        kept=True,
    )
    shared = [
        (record.id, record.data)
        for record in scope.project.contacts.values()
        if not record.data.planned and scope.within(record.data.date)
    ]
    yield count(
        "school_contacts",
        say("Contacts of the school itself"),
        say("Contacts in `quality/contacts/` that were held on a day that counts."),
        ((one, 1) for one, _ in shared),
        unit="contacts",
        about=About.SCHOOL,
        points=("19", "20", "22"),
        kept=True,
    )
    parts = [
        (one.role.value, who, 1) for who, data in [*held, *shared] for one in dict.fromkeys(data.participants)
    ]
    taking_part = count(
        "participants",
        say("Parts taken in contacts"),
        say("Each participant of each contact, visits and contacts of the school included."),
        ((who, number) for _, who, number in parts),
        unit="participants",
        points=("20", "22", "23", "24"),
    )
    yield taking_part
    yield split(
        taking_part,
        "role",
        say("Parts taken in contacts, by role"),
        say("The `role` of each participant."),
        members(Role),
        parts,
    )


def _feedback(scope: Scope) -> Iterator[Figure]:
    found = [
        (one.id, record.data)
        for one in scope.learners
        for record in one.feedback.values()
        if scope.within(record.data.date)
    ]
    feedback = count(
        "feedback",
        say("Feedback"),
        say("Feedback dated on a day that counts."),
        ((one, 1) for one, _ in found),
        unit="feedback",
        points=("32",),
        kept=True,
    )
    yield feedback
    yield split(
        feedback,
        "source",
        say("Feedback by who gives it"),
        say("The role under `from` of each."),
        members(Role),
        ((data.from_.value, one, 1) for one, data in found),
        kept=True,
    )
    yield split(
        feedback,
        "subject",
        say("Feedback by what it is about"),
        say("What each is `about`."),
        members(Subject),
        ((data.about.value, one, 1) for one, data in found),
    )
    yield split(
        feedback,
        "formality",
        say("Formal and informal feedback"),
        say("Whether each is `formal`."),
        _FORMALITY,
        (("formal" if data.formal else "informal", one, 1) for one, data in found),
    )
    yield split(
        feedback,
        "rating",
        say("Feedback by rating"),
        say("The `rating` of each, from 1 to 5."),
        _RATINGS,
        ((str(data.rating) if data.rating else "none", one, 1) for one, data in found),
        points=("21", "32"),
    )
    yield _mean(feedback, [(one, data.rating) for one, data in found if data.rating is not None])


def _mean(feedback: Figure, rated: list[tuple[str, int]]) -> Figure:
    """The mean is kept and how often each rating was given is not: from both, small groups could follow."""
    return Figure(
        id="feedback_rating",
        title=say("Mean rating in feedback"),
        how=say("The mean of the ratings, from 1 to 5, to one decimal; 0 where there are none."),
        unit="points",
        about=feedback.about,
        number=round(sum(rating for _, rating in rated) / len(rated), 1) if rated else 0,
        behind=frozenset(who for who, _ in rated),
        points=("21", "32"),
        kept=True,
    )
