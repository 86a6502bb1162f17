"""Pieces of evidence, as cards and as pages."""

from __future__ import annotations

from itertools import chain

from bekwaam.model.evidence import Evidence, Media, Reflection
from bekwaam.model.media import resolve
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.views.context import Context, number
from bekwaam.views.learner import (
    CriterionView,
    EvidenceView,
    RatingUse,
    ReflectionPart,
    ReflectionView,
)
from bekwaam.views.parts import EvidenceCard, FileView, Link, PhotoView, SignOff
from bekwaam.views.ratings import rating_view
from bekwaam.views.trusted import trust_view
from bekwaam.views.words import Words

_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif")


def learner_uri(key: str) -> str:
    """Where a learner's page stands."""
    return f"learners/{key}/"


def evidence_uri(key: str, evidence: str) -> str:
    """Where the page of a piece of evidence stands."""
    return f"learners/{key}/evidence/{evidence}/"


def cards(context: Context, key: str) -> tuple[EvidenceCard, ...]:
    """A learner's evidence up to the day of the views, newest first."""
    return tuple(evidence_card(context, key, record) for record in reversed(_in_order(context, key)))


def evidence_card(context: Context, key: str, record: Record[Evidence]) -> EvidenceCard:
    """One piece of evidence as it stands in a list."""
    data, shown = record.data, context.gated.shown[key]
    photos, _ = _media(context, record)
    folder = context.project.learners[key]
    verified = data.verified[0] if data.verified else None
    return EvidenceCard(
        id=record.id,
        uri=evidence_uri(key, record.id),
        title=context.words(data.title),
        date=data.date,
        type=data.type,
        cover=photos[0] if photos else None,
        competences=tuple(_own_competence(context, key, one) for one in data.competences),
        verified_by=context.assessor(folder, verified.by, verified.date) if verified else None,
        visibility=data.visibility,
        learner=Link(title=Words(shown.name), uri=learner_uri(key)),
    )


def pages(context: Context, key: str) -> tuple[EvidenceView, ...]:
    """A page per piece of evidence, oldest first, each knowing its neighbours."""
    if not context.gated.shown[key].pages:
        return ()
    records = _in_order(context, key)
    links = [Link(title=context.words(one.data.title), uri=evidence_uri(key, one.id)) for one in records]
    around: list[Link | None] = [None, *links, None]
    return tuple(
        _page(context, key, record, around[place], around[place + 2]) for place, record in enumerate(records)
    )


def reflection_view(context: Context, key: str, record: Record[Evidence]) -> ReflectionView | None:
    """The parts of a reflection that are filled in."""
    if record.data.reflection is None:
        return None
    parts = _reflection_parts(context, record.data.reflection)
    if not parts:
        return None
    title = context.words(record.data.title)
    return ReflectionView(
        evidence=Link(title=title, uri=evidence_uri(key, record.id)),
        date=record.data.date,
        parts=parts,
    )


def _in_order(context: Context, key: str) -> list[Record[Evidence]]:
    records = context.project.learners[key].evidence.values()
    past = [one for one in records if one.data.date <= context.as_of]
    return sorted(past, key=lambda one: (one.data.date, one.id))


def _own_competence(context: Context, key: str, reference: str) -> Link:
    """A competence on the learner's own page, where it stands there."""
    link = context.competence(reference)
    if reference in context.gated.statuses[key]:
        return Link(title=link.title, uri=f"{learner_uri(key)}#{anchor(reference)}")
    return link


def anchor(reference: str) -> str:
    """The id of a competence on a learner's page."""
    return reference.replace("/", "-")


def _page(
    context: Context,
    key: str,
    record: Record[Evidence],
    previous: Link | None,
    following: Link | None,
) -> EvidenceView:
    data, folder = record.data, context.project.learners[key]
    photos, files = _media(context, record)
    card = evidence_card(context, key, record)
    return EvidenceView(
        card=card,
        uri=evidence_uri(key, record.id),
        learner_name=context.gated.shown[key].name,
        type=data.type,
        place=data.context.place,
        workplace=context.workplace(data.context.workplace) if data.context.workplace else None,
        situation=context.words_or_none(data.context.situation),
        description=context.words_or_none(data.description),
        photos=photos,
        files=files,
        criteria=_criteria(context, key, data),
        verified=tuple(
            (
                SignOff(
                    person=context.assessor(folder, one.by, one.date),
                    date=one.date,
                    trust=trust_view(context, record, number),
                ),
                context.words_or_none(one.note),
            )
            for number, one in enumerate(data.verified)
        ),
        reflection=reflection_view(context, key, record),
        uses=_uses(context, folder, record.id, key),
        questions=tuple((context.words(one.text), one.answered is not False) for one in data.questions),
        hours=number(data.hours),
        self_study=data.self_study,
        previous=previous,
        following=following,
    )


def _media(context: Context, record: Record[Evidence]) -> tuple[tuple[PhotoView, ...], tuple[FileView, ...]]:
    """Pictures and other files that are really there."""
    present = [
        (file.path, media)
        for media in record.data.media
        if (file := context.project.media.get(resolve(record.path, media.file)))
    ]

    def is_picture(media: Media) -> bool:
        return media.file.lower().endswith(_PICTURES)

    photos = tuple(
        PhotoView(source=source, alt=context.words(one.alt), caption=context.words_or_none(one.caption))
        for source, one in present
        if is_picture(one)
    )
    files = tuple(
        FileView(source=source, alt=context.words(one.alt), caption=context.words_or_none(one.caption))
        for source, one in present
        if not is_picture(one)
    )
    return photos, files


def _criteria(
    context: Context, key: str, data: Evidence
) -> tuple[tuple[Words, tuple[CriterionView, ...]], ...]:
    """The criteria that evidence names, under the competence they belong to."""
    named = set(data.criteria)
    references = dict.fromkeys(chain(data.competences, (one.rpartition("/")[0] for one in data.criteria)))
    found = []
    for reference in references:
        competence = context.project.competence(reference)
        if competence is None:
            continue
        status = context.gated.statuses[key].get(reference)
        views = tuple(
            CriterionView(
                code=one.code,
                text=context.words(one.text),
                critical=one.critical,
                value=status.criteria.get(one.code) if status else None,
            )
            for one in competence.criteria
            if f"{reference}/{one.code}" in named
        )
        if views:
            found.append((context.words(competence.title), views))
    return tuple(found)


def _uses(context: Context, folder: LearnerFolder, evidence: str, key: str) -> tuple[RatingUse, ...]:
    uses = [
        RatingUse(
            competence=_own_competence(context, key, rating.competence),
            rating=rating_view(context, folder, key, assessment, rating),
        )
        for assessment in folder.assessments.values()
        if assessment.data.date <= context.as_of
        for rating in assessment.data.results
        if evidence in rating.evidence
    ]
    return tuple(sorted(uses, key=lambda one: one.rating.by.date, reverse=True))


def _reflection_parts(context: Context, reflection: Reflection) -> tuple[tuple[ReflectionPart, Words], ...]:
    texts = {
        ReflectionPart.SITUATION: reflection.situation,
        ReflectionPart.TASK: reflection.task,
        ReflectionPart.ACTION: reflection.action,
        ReflectionPart.RESULT: reflection.result,
        ReflectionPart.REFLECTION: reflection.reflection,
        ReflectionPart.TRANSFER: reflection.transfer,
    }
    return tuple((part, context.words(text)) for part, text in texts.items() if text is not None)
