"""What there is to learn with, and who watches over it: 04 to 06, 25, 27, 33, 37, 54."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from bekwaam.diagnostics import say
from bekwaam.diagnostics.message import N_
from bekwaam.indicators.indication import Indication, count, share, some
from bekwaam.indicators.seen import Seen
from bekwaam.model.follow_up import ContactKind
from bekwaam.model.organisation import Organisation, Workplace
from bekwaam.model.project import Record
from bekwaam.model.school import Resource

_REVIEW = dt.timedelta(days=730)
_TALKS = (ContactKind.MEETING, ContactKind.CASE_REVIEW, ContactKind.TRAINING)


def catalogue(seen: Seen) -> Indication:
    """04: workplaces say what can be learned there."""
    return share(
        (
            count(
                organisation,
                one.competences and one.activities,
                say("{name}: no work or competences named", name=one.id),
            )
            for organisation, one in _workplaces(seen)
        ),
        N_("{done} of {all} workplaces say which work there is and what can be learned."),
        N_("Counted: workplaces of all organisations, with `activities` and `competences`."),
    )


def adaptations(seen: Seen) -> Indication:
    """05: what was adapted at workplaces; whether it is enough, only people know."""
    return share(
        (count(organisation, one.adaptations) for organisation, one in _workplaces(seen)),
        N_("{done} of {all} workplaces note what was adapted. Whether it is enough, only people can say."),
        N_(
            "Counted: workplaces with `adaptations`. A workplace that fits needs none, so there is no answer."
        ),
        only_people=True,
    )


def resources_reviewed(seen: Seen) -> Indication:
    """06: resources were looked at within two years."""
    return _reviewed(
        seen,
        seen.project.school.data.resources,
        N_("{done} of {all} resources were looked at in the last two years."),
        N_("Counted: `resources` in `school.yml`, by their `reviewed_on`."),
    )


def procedures_reviewed(seen: Seen) -> Indication:
    """33: ways of working were looked at within two years."""
    return _reviewed(
        seen,
        seen.project.school.data.procedures,
        N_("{done} of {all} ways of working were looked at in the last two years."),
        N_("Counted: `procedures` in `school.yml`, by their `reviewed_on`."),
    )


def _reviewed(seen: Seen, resources: Iterable[Resource], says: str, how: str) -> Indication:
    return share(
        (
            count(
                seen.project.school,
                one.reviewed_on is not None and one.reviewed_on + _REVIEW >= seen.as_of,
                say("last on {date}", date=one.reviewed_on)
                if one.reviewed_on
                else say("never, as far as is noted"),
            )
            for one in resources
        ),
        says,
        how,
    )


def organisations_responsible(seen: Seen) -> Indication:
    """25: every organisation names somebody."""
    return share(
        (count(one, one.data.responsible) for one in seen.project.organisations.values()),
        N_("{done} of {all} organisations name who is responsible."),
        N_("Counted: organisations with `responsible`."),
    )


def core_group_meets(seen: Seen) -> Indication:
    """27: there is a core group with a vision, and it comes together."""
    school = seen.project.school
    met = [
        one
        for one in seen.project.contacts.values()
        if one.data.kind in _TALKS and not one.data.planned and seen.counts(one.data.date)
    ]
    parts = (
        count(school, school.data.core_group, say("no core group is named")),
        count(school, school.data.vision, say("no vision is written down")),
        count(met[0] if met else school, met, say("no meeting of the school in this period")),
    )
    return share(
        parts,
        N_("{done} of {all} are there: a core group, a vision, and meetings in this period."),
        N_("Counted: `core_group` and `vision` in `school.yml`, and meetings in `quality/contacts/`."),
    )


def room_for_all(seen: Seen) -> Indication:
    """37: no workplace has more learners now than it has room for."""
    placed = Counter(
        record.data.workplace
        for folder in seen.project.learners.values()
        for record in folder.agreements.values()
        if record.data.start <= seen.as_of <= record.data.end
    )
    return share(
        (
            count(
                organisation,
                placed[f"{organisation.id}/{one.id}"] <= one.capacity,
                say(
                    "{name}: {learners} learners, room for {capacity}",
                    name=one.id,
                    learners=placed[f"{organisation.id}/{one.id}"],
                    capacity=f"{one.capacity:g}",
                ),
            )
            for organisation, one in _workplaces(seen)
            if one.capacity is not None
        ),
        N_("{done} of {all} workplaces have no more learners now than they have room for."),
        N_("Counted: workplaces with `capacity`, and the agreements that run on the day."),
    )


def practice_noted(seen: Seen) -> Indication:
    """54: somebody looked at how others do it, and wrote it down."""
    notes = [one for one in seen.project.school.data.practice_notes if one.date and seen.counts(one.date)]
    return some(
        [seen.project.school] * len(notes),
        N_("Notes of this period about how others do it: {count}."),
        N_("Counted: `practice_notes` in `school.yml` with a date in this period."),
    )


def _workplaces(seen: Seen) -> Iterator[tuple[Record[Organisation], Workplace]]:
    for organisation in seen.project.organisations.values():
        for workplace in organisation.data.workplaces:
            yield organisation, workplace
