"""Rules 4 to 8: the school's decision over what was judged, level, flags and reasons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from bekwaam.diagnostics import Diagnostic, Message, say
from bekwaam.model.assessment import SELF
from bekwaam.model.decision import Verdict
from bekwaam.model.evidence import Evidence
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.model.status import CompetenceStatus, Flag, Status
from bekwaam.status.counting import is_enough, is_young
from bekwaam.status.dossier import Dossier, Ruled, latest_by
from bekwaam.status.judgement import Judgement, judge

_DECIDED = {
    Verdict.ACHIEVED: Status.ACHIEVED,
    Verdict.NOT_ACHIEVED: Status.NOT_ACHIEVED,
    Verdict.EXEMPT: Status.EXEMPT,
}
_WHY_DECIDED = {
    Verdict.ACHIEVED: say("The school decided: achieved."),
    Verdict.NOT_ACHIEVED: say("The school decided: not achieved."),
    Verdict.EXEMPT: say("The school decided: exempt."),
}


def compute(
    project: Project, folder: LearnerFolder, as_of: dt.date, broken: Collection[str] = ()
) -> tuple[dict[str, CompetenceStatus], list[Diagnostic]]:
    """The status of every competence of a learner's programme and plan, by reference.

    ``broken`` are the records of this learner whose seal no longer holds, as
    ``assessments/<id>`` or ``decisions/<id>``. Also returns an error for every decision that
    departs from what mentor and coach proposed and gives no motivation.
    """
    plan = folder.plan_on(as_of)
    dossier = Dossier.of(folder)
    references = project.competences_of(folder.learner.data.programme, plan.data if plan else None)
    found = {one: _status(project, dossier, one, as_of, broken) for one in references}
    return found, _unmotivated(project, dossier)


def _status(
    project: Project, dossier: Dossier, reference: str, as_of: dt.date, broken: Collection[str]
) -> CompetenceStatus:
    school = project.school.data
    judged = judge(dossier, school, reference, project.competence(reference), as_of)
    past = [one for one in dossier.rulings.get(reference, ()) if one.record.data.date <= as_of]
    ruled = past[-1] if past else None
    flags = _flags(project, dossier, judged, ruled, reference, as_of, broken)
    known = [one for one in dossier.ratings.get(reference, ()) if one.record.data.date <= as_of]
    agreement = dossier.folder.agreement_of(dossier.folder.plan_on(as_of))
    latest = {
        "learner": latest_by(known, frozenset({SELF})),
        "mentor": latest_by(known, agreement.data.mentors) if agreement else None,
        "coach": latest_by(known, agreement.data.coaches) if agreement else None,
    }
    return CompetenceStatus(
        competence=reference,
        status=_DECIDED[ruled.ruling.result] if ruled else judged.status,
        level=_level(project, dossier, judged, ruled, reference, as_of),
        target=judged.target,
        flags=flags,
        why=_why(judged, ruled, Flag.OVERRULED in flags),
        records=_records(judged, ruled),
        counting=tuple(one.id for one in judged.counting),
        summatives=tuple(one.record.id for one in judged.summatives),
        decision=ruled.record.id if ruled else None,
        criteria=judged.criteria,
        **{who: one.record.id if one else None for who, one in latest.items()},
    )


def _level(
    project: Project,
    dossier: Dossier,
    judged: Judgement,
    ruled: Ruled | None,
    reference: str,
    as_of: dt.date,
) -> str | None:
    """Rule 7: the decision's, else the lower of both summatives, else the latest of others."""
    if ruled and ruled.ruling.level:
        return ruled.ruling.level
    if judged.summatives:
        return min((one.rating.level for one in judged.summatives), key=project.school.data.rank)
    others = dossier.rated_by_others(reference, as_of)
    return others[-1].rating.level if others else None


def _why(judged: Judgement, ruled: Ruled | None, overruled: bool) -> Message:
    if ruled is None:
        return judged.why
    decided = _WHY_DECIDED[ruled.ruling.result]
    if not overruled:
        return decided
    return say(
        "{decided} This departs from the assessments: {judged} The decision says why.",
        decided=decided,
        judged=judged.why,
    )


def _records(judged: Judgement, ruled: Ruled | None) -> tuple[str, ...]:
    if ruled is None:
        return judged.records
    rests_on = tuple(f"assessments/{one}" for one in ruled.ruling.assessments)
    return (f"decisions/{ruled.record.id}", *rests_on)


def _flags(
    project: Project,
    dossier: Dossier,
    judged: Judgement,
    ruled: Ruled | None,
    reference: str,
    as_of: dt.date,
    broken: Collection[str],
) -> tuple[Flag, ...]:
    flags = []
    summatives = (f"assessments/{one.record.id}" for one in judged.summatives)
    seal_broken = not {*_records(judged, ruled), *summatives}.isdisjoint(broken)
    if seal_broken or (ruled and _has_aged(project, dossier, ruled, judged, reference, as_of)):
        flags.append(Flag.NEEDS_REFRESH)
    if ruled and _departs(project, dossier, ruled, reference):
        flags.append(Flag.OVERRULED)
    return tuple(flags)


def _has_aged(
    project: Project,
    dossier: Dossier,
    ruled: Ruled,
    judged: Judgement,
    reference: str,
    as_of: dt.date,
) -> bool:
    """Whether evidence under an achieved competence has grown too old since the decision.

    Evidence that was young when the school decided may be too old today; that is no reason for a
    flag while enough of what counts is still young.
    """
    if ruled.ruling.result is not Verdict.ACHIEVED:
        return False
    rules = project.school.data.rules.evidence
    competence = project.competence(reference)
    then = judge(dossier, project.school.data, reference, competence, ruled.record.data.date)

    def young(evidence: tuple[Record[Evidence], ...]) -> list[Record[Evidence]]:
        return [one for one in evidence if is_young(one.data, as_of, rules)]

    some_aged = len(young(then.counting)) < len(then.counting)
    return some_aged and not is_enough(young(judged.counting), rules)


def _departs(project: Project, dossier: Dossier, ruled: Ruled, reference: str) -> bool:
    """Rule 4: achieved though nobody proposed it, or not achieved though both did.

    What mentor and coach said is taken on the day of the decision: what is assessed later is no
    reason to call an earlier decision a departure.
    """
    verdict = ruled.ruling.result
    if verdict is Verdict.EXEMPT:
        return False
    competence = project.competence(reference)
    then = judge(dossier, project.school.data, reference, competence, ruled.record.data.date)
    return (then.status is Status.PROPOSED) is not (verdict is Verdict.ACHIEVED)


def _unmotivated(project: Project, dossier: Dossier) -> list[Diagnostic]:
    found = []
    for reference, rulings in dossier.rulings.items():
        for ruled in rulings:
            if ruled.ruling.motivation or not _departs(project, dossier, ruled, reference):
                continue
            position = ruled.record.data.results.index(ruled.ruling)
            found.append(_motivation_missing(ruled, reference, position))
    return found


def _motivation_missing(ruled: Ruled, reference: str, position: int) -> Diagnostic:
    if ruled.ruling.result is Verdict.ACHIEVED:
        message = say(
            "`{competence}` is decided achieved, though mentor and coach did not both propose it"
            " on enough evidence; such a decision needs a motivation.",
            competence=reference,
        )
    else:
        message = say(
            "`{competence}` is decided not achieved, though mentor and coach both proposed it;"
            " such a decision needs a motivation.",
            competence=reference,
        )
    return Diagnostic(
        code="E405",
        path=ruled.record.path,
        message=message,
        hint=say("Add `motivation:` with the reason in a sentence or two."),
        pointer=("results", position),
    )
