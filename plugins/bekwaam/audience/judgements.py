"""Statuses, assessments and decisions with what an audience may not see taken out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from bekwaam.diagnostics import Message, say
from bekwaam.model.assessment import Assessment, CriterionValue, Rating
from bekwaam.model.decision import Decision
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.model.seal import AssessmentSeal
from bekwaam.model.status import CompetenceStatus, Flag, Status

_FINAL = {
    Status.ACHIEVED: say("The school decided: achieved."),
    Status.EXEMPT: say("The school decided: exempt."),
}
_UNDER_WAY = {Status.IN_PROGRESS, Status.READY, Status.TO_DISCUSS, Status.PROPOSED}
_LEARNING: Message = say("Still being learned.")


def narrow_statuses(
    statuses: Mapping[str, CompetenceStatus], evidence: Collection[str], in_progress: bool
) -> dict[str, CompetenceStatus]:
    """What was achieved; what is under way only where the learner says so.

    How far what is under way has come (agreed or not, proposed or not) stays with the team.
    """
    kept = {}
    for one, status in statuses.items():
        if status.status in _FINAL:
            kept[one] = _narrow(status, evidence, status.status, _FINAL[status.status])
        elif in_progress and status.status in _UNDER_WAY:
            kept[one] = _narrow(status, evidence, Status.IN_PROGRESS, _LEARNING)
    return kept


def _narrow(
    status: CompetenceStatus, evidence: Collection[str], shown_as: Status, why: Message
) -> CompetenceStatus:
    decided = shown_as in _FINAL
    return replace(
        status,
        status=shown_as,
        flags=tuple(flag for flag in status.flags if flag is Flag.NEEDS_REFRESH),
        why=why,
        records=(f"decisions/{status.decision}",) if status.decision and decided else (),
        counting=tuple(one for one in status.counting if one in evidence),
        learner=None,
        mentor=None,
        coach=None,
        summatives=status.summatives if decided else (),
        decision=status.decision if decided else None,
        criteria={code: value for code, value in status.criteria.items() if value is CriterionValue.MET},
    )


def cite_only(ratings: tuple[Rating, ...], evidence: Collection[str]) -> tuple[Rating, ...]:
    """Ratings that cite no evidence but what remains."""
    return tuple(
        replace(one, evidence=tuple(cited for cited in one.evidence if cited in evidence)) for one in ratings
    )


def seal_only(seal: AssessmentSeal | None, evidence: Collection[str]) -> AssessmentSeal | None:
    """A seal that names no evidence but what remains."""
    if seal is None or seal.evidence.keys() <= set(evidence):
        return seal
    return replace(seal, evidence={one: digest for one, digest in seal.evidence.items() if one in evidence})


def narrow_assessments(
    folder: LearnerFolder, statuses: Mapping[str, CompetenceStatus], evidence: Collection[str]
) -> dict[str, Record[Assessment]]:
    """The summative ratings behind what is shown, without comments."""
    wanted: dict[str, set[str]] = {}
    for status in statuses.values():
        for one in status.summatives:
            wanted.setdefault(one, set()).add(status.competence)
    kept = {}
    for one, record in folder.assessments.items():
        if one not in wanted:
            continue
        ratings = tuple(
            replace(rating, comment=None, criteria={})
            for rating in record.data.results
            if rating.competence in wanted[one]
        )
        data = replace(record.data, results=cite_only(ratings, evidence), next_action=None, seal=None)
        kept[one] = replace(record, data=data)
    return kept


def narrow_decisions(
    folder: LearnerFolder, statuses: Mapping[str, CompetenceStatus]
) -> dict[str, Record[Decision]]:
    """The rulings behind what is shown, without their motivation."""
    kept = {}
    for one, record in folder.decisions.items():
        rulings = tuple(
            replace(ruling, motivation=None, assessments=())
            for ruling in record.data.results
            if (status := statuses.get(ruling.competence)) and status.decision == one
        )
        if rulings:
            kept[one] = replace(record, data=replace(record.data, results=rulings, seal=None))
    return kept
