"""Competence frameworks, where their competences are learned and what shows them."""

from __future__ import annotations

from collections.abc import Mapping

from bekwaam.model.framework import Competence, Framework
from bekwaam.model.project import Record
from bekwaam.views.context import Context
from bekwaam.views.learner import EvidenceView, LearnerView
from bekwaam.views.learners import qualification
from bekwaam.views.parts import Link
from bekwaam.views.school import FrameworkCompetence, FrameworkView
from bekwaam.views.words import Words

_EXAMPLES = 24
"""A framework's page shows the newest pieces of evidence; all of them would grow without end."""


def framework_views(
    context: Context,
    learners: Mapping[str, LearnerView],
    evidence: Mapping[str, tuple[EvidenceView, ...]],
) -> tuple[FrameworkView, ...]:
    """A view per framework."""
    examples = _examples(context, evidence)
    places = _places(context)
    return tuple(
        _view(context, record, learners, examples, places) for record in context.project.frameworks.values()
    )


def _examples(context: Context, evidence: Mapping[str, tuple[EvidenceView, ...]]) -> dict[str, list[Link]]:
    """The newest evidence by competence."""
    pages = [(page.card.date, key, page) for key, of_learner in evidence.items() for page in of_learner]
    pages.sort(key=lambda one: (one[0], one[1], one[2].card.id), reverse=True)
    found: dict[str, list[Link]] = {}
    for _, key, page in pages:
        record = context.project.learners[key].evidence[page.card.id]
        for reference in dict.fromkeys(record.data.competences):
            links = found.setdefault(reference, [])
            if len(links) < _EXAMPLES:
                links.append(Link(title=page.card.title, uri=page.uri))
    return found


def _places(context: Context) -> dict[str, list[Link]]:
    """The workplaces where a competence can be learned."""
    found: dict[str, list[Link]] = {}
    for record in context.project.organisations.values():
        for workplace in record.data.workplaces:
            for reference in dict.fromkeys(workplace.competences):
                found.setdefault(reference, []).append(context.workplace(f"{record.id}/{workplace.id}"))
    return found


def _view(
    context: Context,
    record: Record[Framework],
    learners: Mapping[str, LearnerView],
    examples: Mapping[str, list[Link]],
    places: Mapping[str, list[Link]],
) -> FrameworkView:
    data = record.data
    source = data.source
    label = context.words_or_none(source.label) if source else None
    uri = source.uri if source else None
    return FrameworkView(
        id=record.id,
        uri=f"frameworks/{record.id}/",
        title=context.words(data.title),
        version=data.version,
        sector=context.words_or_none(data.sector),
        qualification=qualification(data),
        source=Link(title=label or Words(uri or ""), uri=uri) if label or uri else None,
        leads_to=context.all_words(data.leads_to),
        competences=tuple(_competence(context, record.id, one, examples, places) for one in data.competences),
        learners=tuple(
            Link(title=Words(one.name), uri=one.uri)
            for one in learners.values()
            if one.programme_id == record.id and one.uri
        ),
    )


def _competence(
    context: Context,
    framework: str,
    competence: Competence,
    examples: Mapping[str, list[Link]],
    places: Mapping[str, list[Link]],
) -> FrameworkCompetence:
    reference = f"{framework}/{competence.code}"
    return FrameworkCompetence(
        code=competence.code,
        anchor=competence.code,
        title=context.words(competence.title),
        description=context.words_or_none(competence.description),
        kind=competence.kind,
        criteria=tuple((one.code, context.words(one.text), one.critical) for one in competence.criteria),
        alignments=tuple((one.scheme, context.words(one.label), one.uri) for one in competence.alignments),
        workplaces=tuple(places.get(reference, ())),
        evidence=tuple(examples.get(reference, ())),
    )
