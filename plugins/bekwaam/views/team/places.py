"""Workplaces: who is there, how much room is left, and which goals no place covers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping

from bekwaam.model.agreement import Agreement
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.organisation import Organisation, Workplace
from bekwaam.model.plan import LearningPlace, Plan
from bekwaam.model.project import Record
from bekwaam.views.context import Context, number
from bekwaam.views.evidence import learner_uri
from bekwaam.views.parts import Link
from bekwaam.views.team.maker import follow_up_uri
from bekwaam.views.team.view import LooseGoal, PlacedCompetence, PlaceRow, PlacesView
from bekwaam.views.words import Words

Placed = Mapping[str, list[tuple[str, Agreement]]]
"""Learners' keys and their agreements, by workplace."""


def places_view(context: Context, names: Callable[[str], Link]) -> PlacesView:
    """All workplaces of the school."""
    now: dict[str, list[tuple[str, Agreement]]] = defaultdict(list)
    coming: dict[str, list[tuple[str, Agreement]]] = defaultdict(list)
    for key, folder in context.project.learners.items():
        for record in folder.agreements.values():
            if record.data.start <= context.as_of <= record.data.end:
                now[record.data.workplace].append((key, record.data))
            elif record.data.start > context.as_of:
                coming[record.data.workplace].append((key, record.data))
    offers = _offers(context)
    return PlacesView(
        rows=tuple(
            _row(context, organisation, workplace, now, coming, names)
            for organisation in context.project.organisations.values()
            for workplace in organisation.data.workplaces
        ),
        loose=tuple(_loose(context, offers)),
        matrix=tuple(_matrix(context, offers)),
    )


def _offers(context: Context) -> Mapping[str, tuple[str, ...]]:
    """The workplaces where each competence can be learned."""
    found: dict[str, list[str]] = defaultdict(list)
    for organisation in context.project.organisations.values():
        for workplace in organisation.data.workplaces:
            for competence in dict.fromkeys(workplace.competences):
                found[competence].append(f"{organisation.id}/{workplace.id}")
    return {competence: tuple(places) for competence, places in found.items()}


def _row(
    context: Context,
    organisation: Record[Organisation],
    workplace: Workplace,
    now: Placed,
    coming: Placed,
    names: Callable[[str], Link],
) -> PlaceRow:
    reference = f"{organisation.id}/{workplace.id}"
    here = now.get(reference, [])
    mentors = Counter(agreement.mentor for _, agreement in here)
    responsible = organisation.data.responsible
    room = workplace.capacity
    return PlaceRow(
        workplace=context.workplace(reference),
        organisation=context.words(organisation.data.name),
        responsible=names(responsible) if responsible else None,
        capacity=number(room),
        now=tuple(_learner(context, key) for key, _ in here),
        coming=tuple(_learner(context, key) for key, _ in coming.get(reference, [])),
        free=int(room) - len(here) if room is not None else None,
        mentors=tuple((names(one), count) for one, count in mentors.items()),
        offers=len(workplace.competences),
    )


def _learner(context: Context, key: str) -> Link:
    return Link(title=Words(context.gated.shown[key].name), uri=learner_uri(key))


def _running(context: Context) -> Iterator[tuple[str, Agreement, Plan]]:
    """The plans of learners who are learning now, whose agreement is not over."""
    for key, folder in context.project.learners.items():
        plan = folder.plan_on(context.as_of)
        agreement = folder.agreement_of(plan)
        active = folder.learner.data.status is LearnerStatus.ACTIVE
        if plan is not None and agreement is not None and active and agreement.data.end >= context.as_of:
            yield key, agreement.data, plan.data


def _loose(context: Context, offers: Mapping[str, tuple[str, ...]]) -> Iterator[LooseGoal]:
    """Goals of running placements that their workplace does not offer."""
    for key, agreement, plan in _running(context):
        for goal in plan.goals:
            places = offers.get(goal.competence, ())
            if LearningPlace.WORKPLACE in goal.learned_at and agreement.workplace not in places:
                yield LooseGoal(
                    learner=_learner(context, key),
                    follow_up=follow_up_uri(key),
                    competence=context.competence(goal.competence),
                    workplace=context.workplace(agreement.workplace),
                    elsewhere=tuple(map(context.workplace, places)),
                )


def _matrix(
    context: Context, offers: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Link, tuple[PlacedCompetence, ...]]]:
    """Every competence of each framework, with where it can be learned and is being learned."""
    learned: dict[str, Counter[LearningPlace]] = defaultdict(Counter)
    for _, _, plan in _running(context):
        for goal in plan.goals:
            learned[goal.competence].update(goal.learned_at)
    for framework in context.project.frameworks.values():
        references = [f"{framework.id}/{one.code}" for one in framework.data.competences]
        title = Link(title=context.words(framework.data.title), uri=f"frameworks/{framework.id}/")
        yield (
            title,
            tuple(
                PlacedCompetence(
                    competence=context.competence(one),
                    offered=tuple(map(context.workplace, offers.get(one, ()))),
                    goals={place: learned[one][place] for place in LearningPlace},
                )
                for one in references
            ),
        )
