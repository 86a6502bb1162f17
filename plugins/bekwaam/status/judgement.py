"""Rules 1 to 3: what evidence and assessments say on a day, before the school decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from bekwaam.diagnostics import Message, say
from bekwaam.model.assessment import CriterionValue, Moment
from bekwaam.model.evidence import Evidence
from bekwaam.model.framework import Competence
from bekwaam.model.project import Record
from bekwaam.model.school import School
from bekwaam.model.status import Status
from bekwaam.status.counting import counting_evidence, is_enough
from bekwaam.status.dossier import Dossier, Rated, latest_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The status without the school's decision, and what it rests on."""

    status: Status
    why: Message
    records: tuple[str, ...]
    target: str | None
    counting: tuple[Record[Evidence], ...]
    mentor: Rated | None
    coach: Rated | None
    criteria: Mapping[str, CriterionValue]

    @property
    def summatives(self) -> tuple[Rated, ...]:
        """The summative ratings that speak: both sides', or none."""
        return (self.mentor, self.coach) if self.mentor and self.coach else ()


def judge(
    dossier: Dossier, school: School, reference: str, competence: Competence | None, day: dt.date
) -> Judgement:
    """Apply rules 1 to 3 to one competence on a day."""
    folder, rules = dossier.folder, school.rules.evidence
    plan = folder.plan_on(day)
    target = plan.data.target(reference) if plan else None
    rated = dossier.rated_by_others(reference, day)
    mentor, coach = _summatives(dossier, rated, day)
    age_at = max(mentor.order[0], coach.order[0]) if mentor and coach else day
    cited = dossier.cited_by_others(day)
    counting = counting_evidence(dossier.evidence.get(reference, ()), cited, day, age_at, rules)
    criteria = _latest_criteria(rated)

    def judgement(status: Status, why: Message, used: tuple[str, ...]) -> Judgement:
        return Judgement(
            status=status,
            why=why,
            records=used,
            target=target,
            counting=counting,
            mentor=mentor,
            coach=coach,
            criteria=criteria,
        )

    evidence_used = tuple(f"evidence/{one.id}" for one in counting)
    if not counting and not rated:
        why = say("Nothing counts yet: no confirmed evidence, and no assessment by someone else.")
        return judgement(Status.NOT_STARTED, why, ())
    unmet = _unmet_criteria(competence, criteria)
    ready = is_enough(counting, rules) and not unmet
    if mentor and coach and target is not None:
        sides = (f"assessments/{mentor.record.id}", f"assessments/{coach.record.id}")
        status, why = _compare(school, mentor, coach, target, ready)
        return judgement(status, why, sides + evidence_used)
    if ready:
        why = say(
            "Enough evidence counts ({items}), and every critical criterion was met.",
            items=len(counting),
        )
        return judgement(Status.READY, why, evidence_used)
    used = evidence_used + tuple(f"assessments/{one.record.id}" for one in rated)
    if unmet:
        why = say("Critical criteria that are not met yet: {criteria}.", criteria=unmet)
    else:
        why = say(
            "Evidence that counts: {items} of {types} types; needed: {min_items} of {min_types} types.",
            items=len(counting),
            types=len({one.data.type for one in counting}),
            min_items=rules.min_items,
            min_types=rules.min_types,
        )
    return judgement(Status.IN_PROGRESS, why, used)


def _summatives(dossier: Dossier, rated: list[Rated], day: dt.date) -> tuple[Rated | None, Rated | None]:
    """The latest summative rating of the mentor's side and of the coach's side."""
    folder = dossier.folder
    agreement = folder.agreement_of(folder.plan_on(day))
    if agreement is not None:
        mentors, coaches = agreement.data.mentors, agreement.data.coaches
    else:
        agreements = [one.data for one in folder.agreements.values()]
        mentors = frozenset[str]().union(*(one.mentors for one in agreements))
        coaches = frozenset[str]().union(*(one.coaches for one in agreements))
    return (
        latest_by(rated, mentors, Moment.SUMMATIVE),
        latest_by(rated, coaches, Moment.SUMMATIVE),
    )


def _latest_criteria(rated: list[Rated]) -> dict[str, CriterionValue]:
    latest: dict[str, CriterionValue] = {}
    for one in rated:
        for code, value in one.rating.criteria.items():
            if value is not CriterionValue.NOT_SEEN:
                latest[code] = value
    return latest


def _unmet_criteria(competence: Competence | None, criteria: Mapping[str, CriterionValue]) -> tuple[str, ...]:
    if competence is None:
        return ()
    return tuple(
        criterion.code
        for criterion in competence.criteria
        if criterion.critical and criteria.get(criterion.code) is not CriterionValue.MET
    )


def _compare(school: School, mentor: Rated, coach: Rated, target: str, ready: bool) -> tuple[Status, Message]:
    """Rule 3: mentor and coach side by side, against the agreed target."""
    ranks = school.rank(mentor.rating.level), school.rank(coach.rating.level)
    reached = [rank >= school.rank(target) for rank in ranks]
    if reached[0] is not reached[1]:
        return Status.TO_DISCUSS, say("Mentor and coach do not agree that the target is reached.")
    if abs(ranks[0] - ranks[1]) > 1:
        return Status.TO_DISCUSS, say("Mentor and coach are more than one level apart.")
    if not all(reached):
        return Status.IN_PROGRESS, say("Mentor and coach agree: the target is not reached yet.")
    if ready:
        return Status.PROPOSED, say("Mentor and coach agree that the target is reached, on enough evidence.")
    return Status.IN_PROGRESS, say(
        "Mentor and coach agree that the target is reached, but evidence or a critical criterion is missing."
    )
