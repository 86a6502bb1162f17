"""Workplaces: what one can learn there, and who guides."""

from __future__ import annotations

from collections.abc import Iterable

from bekwaam.model.agreement import Agreement
from bekwaam.model.organisation import Organisation, Workplace
from bekwaam.model.project import Record
from bekwaam.model.roles import Role
from bekwaam.views.context import Context, number
from bekwaam.views.evidence import learner_uri
from bekwaam.views.learners import programme
from bekwaam.views.parts import Link, PersonView
from bekwaam.views.school import WorkplaceView
from bekwaam.views.words import Words


def workplace_views(context: Context) -> tuple[WorkplaceView, ...]:
    """A view per workplace, by organisation."""
    current, mentors = _current_agreements(context), _mentors_of_organisations(context)
    return tuple(
        _view(
            context,
            record,
            workplace,
            current.get(f"{record.id}/{workplace.id}", []),
            mentors.get(record.id, frozenset()),
        )
        for record in context.project.organisations.values()
        for workplace in record.data.workplaces
    )


def _current_agreements(context: Context) -> dict[str, list[tuple[str, Agreement]]]:
    """Who learns where on the day of the views: (learner's key, agreement) by workplace."""
    found: dict[str, list[tuple[str, Agreement]]] = {}
    for key, folder in context.project.learners.items():
        for record in folder.agreements.values():
            if record.data.start <= context.as_of <= record.data.end:
                found.setdefault(record.data.workplace, []).append((key, record.data))
    return found


def _mentors_of_organisations(context: Context) -> dict[str, frozenset[str]]:
    """Who is a mentor on the day of the views, by organisation."""
    found: dict[str, set[str]] = {}
    for one, person in context.project.people.items():
        for held in person.data.roles:
            if held.role is Role.MENTOR and held.holds_on(context.as_of):
                found.setdefault(held.organisation, set()).add(one)
    return {organisation: frozenset(some) for organisation, some in found.items()}


def _view(
    context: Context,
    record: Record[Organisation],
    workplace: Workplace,
    current: list[tuple[str, Agreement]],
    mentors: frozenset[str],
) -> WorkplaceView:
    placed = [key for key, _ in current] if context.for_team else []
    return WorkplaceView(
        id=f"{record.id}/{workplace.id}",
        uri=f"workplaces/{record.id}/{workplace.id}/",
        name=context.words(workplace.name),
        organisation=context.words(record.data.name),
        organisation_type=record.data.type,
        address=context.words_or_none(workplace.address or record.data.address),
        activities=context.all_words(workplace.activities),
        competences=_by_framework(context, workplace.competences),
        adaptations=context.all_words(workplace.adaptations),
        safety=context.all_words(workplace.safety),
        capacity=number(workplace.capacity),
        mentors=_mentors(context, mentors.union(agreement.mentor for _, agreement in current)),
        learners=tuple(_learner(context, key) for key in placed),
    )


def _learner(context: Context, key: str) -> Link:
    shown = context.gated.shown[key]
    return Link(title=Words(shown.name), uri=learner_uri(key) if shown.pages else None)


def _by_framework(context: Context, references: Iterable[str]) -> tuple[tuple[Words, tuple[Link, ...]], ...]:
    groups: dict[str, list[Link]] = {}
    for reference in dict.fromkeys(references):
        groups.setdefault(reference.partition("/")[0], []).append(context.competence(reference))
    return tuple((programme(context, framework).title, tuple(links)) for framework, links in groups.items())


def _mentors(context: Context, ids: Iterable[str]) -> tuple[PersonView, ...]:
    """Who guides here now: mentors of the organisation, and those whom agreements name."""
    views = [
        context.person(one, Role.MENTOR, context.as_of)
        for one in sorted(ids)
        if one in context.project.people
    ]
    # Two mentors without a name look the same to the reader: say it once.
    return tuple(dict.fromkeys(views))
