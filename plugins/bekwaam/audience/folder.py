"""One learner's folder with what an audience may not see taken out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from bekwaam.audience.judgements import (
    cite_only,
    narrow_assessments,
    narrow_decisions,
    narrow_statuses,
    seal_only,
)
from bekwaam.audience.origins import knowing, outside
from bekwaam.model.agreement import Agreement, Guidance
from bekwaam.model.assessment import Assessment
from bekwaam.model.audience import Audience
from bekwaam.model.evidence import Evidence, Media, Visibility
from bekwaam.model.follow_up import NextStep, NextStepType
from bekwaam.model.learner import ConsentScope, Learner
from bekwaam.model.plan import Plan
from bekwaam.model.project import LearnerFolder, Record, Records
from bekwaam.model.status import CompetenceStatus
from bekwaam.model.text import UNMARKED, Text

T = TypeVar("T")

_WIDTH = {
    Audience.TEAM: Visibility.TEAM.width,
    Audience.HANDOVER: Visibility.HANDOVER.width,
    Audience.PUBLIC: Visibility.PUBLIC.width,
}
_BLANK = Text(((UNMARKED, ""),))
_SEEN = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif", ".mp4", ".webm")
"""Endings of pictures and videos; every other file may have the holder's name in its text."""


def narrow_for_team(folder: LearnerFolder) -> LearnerFolder:
    """Take out what is private: nothing private is in any build. The very same folder where nothing is."""
    if _is_for_team(folder):
        return folder
    evidence = {
        one: _with_reflection(record, Audience.TEAM)
        for one, record in folder.evidence.items()
        if reaches(record.data.visibility, Audience.TEAM)
    }
    learner = folder.learner.data
    featured = tuple(one for one in learner.featured if one in evidence)
    kept = _with_data(folder.learner, replace(learner, featured=featured))
    assessments = {one: knowing(record, evidence) for one, record in _citing(folder, evidence).items()}
    return replace(folder, learner=kept, evidence=evidence, assessments=assessments)


def _is_for_team(folder: LearnerFolder) -> bool:
    """Whether nothing in a folder is private, nor names evidence that is not there."""
    evidence = folder.evidence
    pieces = [record.data for record in evidence.values()]
    seals = [record.data.seal for record in folder.assessments.values()]
    cited = {
        one
        for record in folder.assessments.values()
        for rating in record.data.results
        for one in rating.evidence
    }
    return (
        all(reaches(one.visibility, Audience.TEAM) for one in pieces)
        and all(one.reflection is None or reaches(one.reflection.visibility, Audience.TEAM) for one in pieces)
        and evidence.keys() >= cited.union(folder.learner.data.featured)
        and all(seal is None or seal.evidence.keys() <= evidence.keys() for seal in seals)
        and all(knowing(record, evidence) is record for record in folder.assessments.values())
    )


def narrow_folder(
    folder: LearnerFolder,
    statuses: Mapping[str, CompetenceStatus],
    audience: Audience,
    as_of: dt.date,
    key: str,
    may: Callable[[ConsentScope], bool],
    *,
    pages: bool,
    named: bool,
    advice: bool = False,
) -> tuple[LearnerFolder, dict[str, CompetenceStatus]]:
    """What handover or public may see of a learner who consents to pages or a description.

    ``key`` replaces the learner's id everywhere. Without consent to pages no evidence remains.
    With ``advice`` the school's advice and the levels at the start stay.
    """
    images = may(ConsentScope.IMAGES)
    evidence = {}
    if pages:
        for one, record in folder.evidence.items():
            if record.data.date <= as_of and reaches(record.data.visibility, audience):
                evidence[one] = _narrow_evidence(record, audience, images=images, named=named)
    learner = folder.learner.data
    kept_statuses = narrow_statuses(statuses, frozenset(evidence), learner.show_in_progress)
    plan = folder.plan_on(as_of)
    narrowed = LearnerFolder(
        id=key,
        learner=replace(
            folder.learner,
            id=key,
            data=_narrow_learner(learner, evidence, may, pages=pages, named=named),
        ),
        agreements={
            one: replace(record, data=_narrow_agreement(record.data))
            for one, record in folder.agreements.items()
        },
        plans={plan.id: replace(plan, data=_narrow_plan(plan.data, kept_statuses, advice=advice))}
        if plan
        else {},
        evidence=evidence,
        assessments=narrow_assessments(folder, kept_statuses, frozenset(evidence)),
        decisions=narrow_decisions(folder, kept_statuses),
        next_step=_narrow_next_step(folder.next_step, advice=advice),
    )
    return _moved(narrowed, folder.id), kept_statuses


def _moved(folder: LearnerFolder, old: str) -> LearnerFolder:
    """The same folder with paths that say its key, where they said the learner's id."""

    def move(record: Record[T]) -> Record[T]:
        path = moved_path(record.path, old, folder.id)
        known = outside(record.provenance)
        return replace(record, path=path, learner=folder.id, provenance=known)

    def move_all(records: Records[T]) -> dict[str, Record[T]]:
        return {one: move(record) for one, record in records.items()}

    return replace(
        folder,
        learner=move(folder.learner),
        agreements=move_all(folder.agreements),
        plans=move_all(folder.plans),
        evidence=move_all(folder.evidence),
        assessments=move_all(folder.assessments),
        decisions=move_all(folder.decisions),
        next_step=move(folder.next_step) if folder.next_step else None,
    )


def moved_path(path: str, old: str, new: str) -> str:
    """A path in a learner's folder with the folder's other name."""
    return f"learners/{new}/{path.removeprefix(f'learners/{old}/')}"


def reaches(visibility: Visibility, audience: Audience) -> bool:
    """Whether something with a visibility is meant for an audience."""
    return visibility.width >= _WIDTH[audience]


def _with_reflection(record: Record[Evidence], audience: Audience) -> Record[Evidence]:
    reflection = record.data.reflection
    if reflection is None or reaches(reflection.visibility, audience):
        return record
    return replace(record, data=replace(record.data, reflection=None))


def _narrow_evidence(
    record: Record[Evidence], audience: Audience, *, images: bool, named: bool
) -> Record[Evidence]:
    data = _with_reflection(record, audience).data
    return replace(
        record,
        data=replace(
            data,
            media=tuple(one for one in data.media if images and (named or not is_document(one))),
            questions=(),
            verified=tuple(replace(one, note=None) for one in data.verified),
        ),
    )


def is_document(media: Media) -> bool:
    """Whether a file cannot be cleaned of the holder's name, as a photo can of its metadata."""
    return not media.file.lower().endswith(_SEEN)


def _narrow_learner(
    learner: Learner,
    evidence: Mapping[str, Record[Evidence]],
    may: Callable[[ConsentScope], bool],
    *,
    pages: bool,
    named: bool,
) -> Learner:
    return replace(
        learner,
        name=learner.name if named else None,
        minor=False,
        co_consent_until=None,
        guardians=(),
        emails=learner.emails if may(ConsentScope.CONTACT) else (),
        signing_keys=(),
        photo=learner.photo if pages and may(ConsentScope.IMAGES) else None,
        about=learner.about if pages else None,
        featured=tuple(one for one in learner.featured if one in evidence),
        consents=(),
        retention_until=None,
    )


def _narrow_agreement(agreement: Agreement) -> Agreement:
    """Where, when and with whom: all that a description says of an agreement."""
    return replace(
        agreement,
        organisation=_BLANK,
        content=_BLANK,
        guidance=Guidance(),
        evaluation=_BLANK,
        readiness=(),
        approvals=(),
        induction=None,
        travel=None,
        attendance=None,
        signatures=(),
    )


def _narrow_plan(plan: Plan, statuses: Mapping[str, CompetenceStatus], *, advice: bool) -> Plan:
    return replace(
        plan,
        baseline=tuple(one for one in plan.baseline if advice and one.competence in statuses),
        goals=tuple(
            replace(goal, module=None, proposed_by=None) for goal in plan.goals if goal.competence in statuses
        ),
        modules=(),
        agreed=(),
        adjustments=(),
    )


def _narrow_next_step(record: Record[NextStep] | None, *, advice: bool) -> Record[NextStep] | None:
    """What the learner wants; that somebody needs guidance stays with the team."""
    if record is None or record.data.type is NextStepType.GUIDANCE:
        return None
    kept = record.data.advice if advice else None
    data = replace(record.data, advice=kept, actions=(), outcome=None, follow_up=None)
    return replace(record, data=data)


def _with_data(record: Record[T], data: T) -> Record[T]:
    """The record with other data; the very same record where that says the same."""
    return record if data == record.data else replace(record, data=data)


def _citing(folder: LearnerFolder, evidence: Mapping[str, Record[Evidence]]) -> dict[str, Record[Assessment]]:
    return {
        one: _with_data(
            record,
            replace(
                record.data,
                results=cite_only(record.data.results, evidence),
                seal=seal_only(record.data.seal, evidence),
            ),
        )
        for one, record in folder.assessments.items()
    }
