"""Competence frameworks, where their competences are learned and what shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bekwaam.model.framework import Competence, Framework
from bekwaam.model.project import Record
from bekwaam.views.context import Context
from bekwaam.views.evidence import evidence_uri, learner_uri
from bekwaam.views.learners import qualification
from bekwaam.views.parts import Link
from bekwaam.views.school import FrameworkCompetence, FrameworkView
from bekwaam.views.words import Words

_EXAMPLES = 24
"""A framework's page shows the newest pieces of evidence; all of them would grow without end."""


def framework_views(context: Context, keys: Sequence[str]) -> tuple[FrameworkView, ...]:
    """A view per framework; ``keys`` are those of the learners, sorted by name."""
    examples = _examples(context)
    places = _places(context)
    return tuple(
        _view(context, record, keys, examples, places) for record in context.project.frameworks.values()
    )


def _examples(context: Context) -> dict[str, list[Link]]:
    """The newest evidence by competence."""
    pages = [
        (record.data.date, key, record.id, record.data)
        for key, folder in context.project.learners.items()
        if context.gated.shown[key].pages
        for record in folder.evidence.values()
        if record.data.date <= context.as_of
    ]
    pages.sort(key=lambda one: one[:3], reverse=True)
    found: dict[str, list[Link]] = {}
    for _, key, piece, data in pages:
        for reference in dict.fromkeys(data.competences):
            links = found.setdefault(reference, [])
            if len(links) < _EXAMPLES:
                links.append(Link(title=context.words(data.title), uri=evidence_uri(key, piece)))
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
    keys: Sequence[str],
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
            Link(title=Words(context.gated.shown[key].name), uri=learner_uri(key))
            for key in keys
            if context.project.learners[key].learner.data.programme == record.id
            and context.gated.shown[key].pages
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
