"""Who assesses, when and on what: 46 to 49."""

from __future__ import annotations

import datetime as dt

from bekwaam.diagnostics import say
from bekwaam.diagnostics.message import N_
from bekwaam.indicators.indication import Counted, Indication, count, share
from bekwaam.indicators.seen import Placement, Seen
from bekwaam.model.assessment import Phase
from bekwaam.model.placement import assessed_on, silences

_SIDES = 2


def assessed_by_both(seen: Seen) -> Indication:
    """46: mentor and coach assessed every goal that is due, and the school decided."""
    due = list(seen.goals_due())
    decided = sum(
        (status := seen.status(placement.folder, goal.competence)) is not None and status.decision is not None
        for placement, _, goal in due
    )
    return share(
        (
            count(
                plan,
                (status := seen.status(placement.folder, goal.competence)) is not None
                and len(status.summatives) >= _SIDES,
                say("{goal}: not assessed by both", goal=f"`{goal.competence}`"),
            )
            for placement, plan, goal in due
        ),
        N_(
            "Mentor and coach both assessed {done} of {all} goals that are due; the school decided on"
            " {decided}."
        ),
        N_(
            "Counted: goals whose date is past, with an assessment at the end by the side of mentor and by"
            " that of coach."
        ),
        decided=decided,
    )


def self_assessments(seen: Seen) -> Indication:
    """47: learners rated themselves, once there was time for it."""
    interval = seen.project.school.data.rules.formative_interval_days
    return share(
        (
            count(
                one.record,
                any(day >= one.data.start for day in assessed_on(one.folder, seen.as_of, by_learner=True)),
                say("no self-assessment"),
            )
            for one in seen.placements
            if one.data.start + dt.timedelta(days=interval) <= seen.as_of
        ),
        N_("In {done} of {all} placements the learner assessed themselves."),
        N_(
            "Counted: agreements that began longer ago than `formative_interval_days`, with an assessment"
            " by `self` since."
        ),
    )


def assessed_along_the_way(seen: Seen) -> Indication:
    """48: never too long without an assessment."""
    return share(
        (_along(seen, one) for one in seen.placements),
        N_("In {done} of {all} placements there was never too long without an assessment."),
        N_(
            "Counted: agreements in which no more days than `formative_interval_days` lie between two"
            " assessments by others."
        ),
    )


def _along(seen: Seen, placement: Placement) -> Counted:
    data, until = placement.data, min(placement.data.end, seen.as_of)
    days = assessed_on(placement.folder, until, by_learner=False)
    moments = [data.start, *(one for one in days if one >= data.start), until]
    found = silences(moments, seen.project.school.data.rules.formative_interval_days)
    lacks = say("{count} days without an assessment", count=max(one.days for one in found)) if found else None
    return count(placement.record, not found, lacks)


def assessed_during_and_after(seen: Seen) -> Indication:
    """49: assessed during the placement, and after it once there was time."""
    interval = dt.timedelta(days=seen.project.school.data.rules.formative_interval_days)
    return share(
        (_both(seen, one) for one in seen.placements if one.data.end + interval <= seen.as_of),
        N_("{done} of {all} placements that ended were assessed during and after."),
        N_(
            "Counted: agreements that ended longer ago than `formative_interval_days`, with assessments of"
            " both phases."
        ),
    )


def _both(seen: Seen, placement: Placement) -> Counted:
    data = placement.data
    ours = [
        one.data for one in placement.folder.assessments.values() if data.start <= one.data.date <= seen.as_of
    ]
    during = any(one.phase is Phase.DURING and one.date <= data.end for one in ours)
    after = any(one.phase is Phase.AFTER and one.date >= data.end for one in ours)
    lacks = say("nothing afterwards") if during else say("nothing during the placement")
    return count(placement.record, during and after, lacks)
