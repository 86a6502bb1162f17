"""Who was in touch with whom: role by role, and who has been quiet for long."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from bekwaam.model.follow_up import Contact, ContactKind
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.roles import Role
from bekwaam.rules.acting import current
from bekwaam.views.context import Context
from bekwaam.views.evidence import learner_uri
from bekwaam.views.parts import Link
from bekwaam.views.team.maker import follow_up_uri
from bekwaam.views.team.people import Touch
from bekwaam.views.team.view import ContactsView, Meeting, PairOfRoles, QuietPair
from bekwaam.views.words import Words

YEAR = dt.timedelta(days=365)
_LEADERS = frozenset({Role.SCHOOL_RESPONSIBLE, Role.EMPLOYER})
_GUIDES = frozenset({Role.MENTOR, Role.COACH})
_ORDER = {role: place for place, role in enumerate(Role)}

Roles = list[Role]


def contacts_view(context: Context, names: Callable[[str], Link], touch: Touch) -> ContactsView:
    """The contacts of the last twelve months."""
    since = context.as_of - YEAR
    found = [one for one in _done(context) if one.date > since]
    pairs: dict[tuple[Role, Role], PairOfRoles] = {}
    for contact in found:
        for pair in _pairs([one.role for one in contact.participants]):
            before = pairs.get(pair)
            pairs[pair] = PairOfRoles(
                times=before.times + 1 if before else 1,
                last=max(contact.date, before.last) if before else contact.date,
            )
    present = {role for pair in pairs for role in pair}
    return ContactsView(
        since=since,
        roles=tuple(role for role in Role if role in present),
        pairs=pairs,
        meetings=tuple(_meetings(found)),
        quiet=tuple(sorted(_quiet(context, names, touch), key=_longest_ago)),
        total=len(found),
    )


def _done(context: Context) -> Iterator[Contact]:
    groups = [folder.contacts for folder in context.project.learners.values()]
    for contacts in (*groups, context.project.contacts):
        for record in contacts.values():
            if not record.data.planned and record.data.date <= context.as_of:
                yield record.data


def _pairs(roles: Roles) -> Iterator[tuple[Role, Role]]:
    """Each pair of roles once, the one that stands first in the list of roles first."""
    times = Counter(roles)
    present = sorted(times, key=_ORDER.__getitem__)
    for place, one in enumerate(present):
        if times[one] > 1:
            yield one, one
        for other in present[place + 1 :]:
            yield one, other


def _meetings(contacts: Iterable[Contact]) -> Iterator[Meeting]:
    """What the guide asks of contacts, point by point."""
    days: dict[str, list[dt.date]] = {point: [] for point, _ in MEETINGS}
    for contact in contacts:
        roles = [one.role for one in contact.participants]
        met = set(roles)
        if len([role for role in roles if role in _LEADERS]) > 1 and met >= _LEADERS:
            days["19"].append(contact.date)
        if roles.count(Role.MENTOR) > 1 or roles.count(Role.COACH) > 1:
            days["20"].append(contact.date)
        if met >= _GUIDES:
            days["23"].append(contact.date)
        if Role.EXTERNAL in met and contact.kind is ContactKind.CASE_REVIEW:
            days["24"].append(contact.date)
        if len(met - {Role.LEARNER}) > 2:
            days["45"].append(contact.date)
    for point, code in MEETINGS:
        found = days[point]
        yield Meeting(point=point, code=code, times=len(found), last=max(found, default=None))


MEETINGS = (
    ("19", "leaders"),
    ("20", "peers"),
    ("23", "guides"),
    ("24", "externals"),
    ("45", "wide"),
)
"""The guide's point, and which contacts count for it."""


def _quiet(context: Context, names: Callable[[str], Link], touch: Touch) -> Iterator[QuietPair]:
    """Every mentor and coach of a learner who is learning now."""
    for key, folder in context.project.learners.items():
        agreement = current(folder, context.as_of)
        running = agreement is not None and agreement.start <= context.as_of <= agreement.end
        if agreement is None or not running or folder.learner.data.status is not LearnerStatus.ACTIVE:
            continue
        yield QuietPair(
            learner=Link(title=Words(context.gated.shown[key].name), uri=learner_uri(key)),
            follow_up=follow_up_uri(key),
            mentor=names(agreement.mentor),
            coach=names(agreement.coach),
            last=touch.last(agreement.mentor, agreement.coach),
        )


def _longest_ago(one: QuietPair) -> tuple[dt.date, str]:
    return one.last or dt.date.min, str(one.learner.title).casefold()
