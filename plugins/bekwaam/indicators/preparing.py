"""Before a placement starts: hours, readiness, permissions, travel, safety: 01 to 03, 07 to 10."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.diagnostics.message import N_
from bekwaam.indicators.indication import Counted, Indication, count, share
from bekwaam.indicators.seen import Placement, Seen
from bekwaam.indicators.words import names_of
from bekwaam.model.placement import PARTIES, first_work, without_a_yes
from bekwaam.model.quality import AnswerValue


def hours_agreed(seen: Seen) -> Indication:
    """01: a placement says how many hours it takes."""
    return share(
        (count(one.record, one.data.hours) for one in seen.placements),
        N_("{done} of {all} placements say how many hours they take."),
        N_("Counted: agreements of this period, and whether they name `hours`."),
    )


def readiness_asked(seen: Seen) -> Indication:
    """02: learner, mentor and coach were asked whether they are ready."""
    return share(
        (_ready(one) for one in seen.placements),
        N_("In {done} of {all} placements everybody was asked, and was ready."),
        N_(
            "Counted: agreements with a line under `readiness` for learner, mentor and coach, where nobody"
            " said no."
        ),
    )


def _ready(placement: Placement) -> Counted:
    asked = placement.data.readiness
    roles = {one.role for one in asked}
    missing = tuple(role for role in PARTIES if role not in roles)
    refused = [one for one in asked if one.ready is False]
    lacks = say("not asked: {roles}", roles=names_of(missing)) if missing else say("somebody was not ready")
    return count(placement.record, not missing and not refused, lacks)


def permissions_last(seen: Seen) -> Indication:
    """03: permissions last until the end."""
    return share(
        (
            count(one.record, not ends, say("a permission ends on {date}", date=min(ends)) if ends else None)
            for one in seen.placements
            if one.data.approvals
            for ends in [
                [each.expires for each in one.data.approvals if each.expires and each.expires < one.data.end]
            ]
        ),
        N_("In {done} of {all} placements with permissions, these last until the end."),
        N_("Counted: agreements with `approvals`, none of which expires before the placement ends."),
        empty=AnswerValue.NOT_APPLICABLE,
    )


def travel_agreed(seen: Seen) -> Indication:
    """07: it was agreed how the learner gets there."""
    return share(
        (count(one.record, one.data.travel) for one in seen.placements),
        N_("In {done} of {all} placements it is noted how the learner travels."),
        N_("Counted: agreements with `travel`."),
    )


def safety_explained(seen: Seen) -> Indication:
    """08: safety was explained before the first work."""
    return share(
        (_safe(seen, one) for one in seen.placements),
        N_("In {done} of {all} placements safety was explained before the first work."),
        N_(
            "Counted: agreements with an `induction` with `safety: true`, no later than the first evidence"
            " from that workplace."
        ),
    )


def _safe(seen: Seen, placement: Placement) -> Counted:
    induction = placement.data.induction
    if induction is None or not induction.safety:
        return count(placement.record, False, say("not noted"))
    first = first_work(placement.folder, placement.data, seen.as_of)
    late = first is not None and first < induction.date
    return count(placement.record, not late, say("on {date}, after the first work", date=induction.date))


def agreements_complete(seen: Seen) -> Indication:
    """09: every learner has an agreement, with its four parts."""
    placed = {one.folder.id: one for one in seen.placements}
    return share(
        (_covered(folder.learner.path, placed.get(folder.id)) for folder in seen.learners),
        N_("{done} of {all} learners have an agreement that settles all four matters."),
        N_(
            "Counted: learners with a placement in this period, or on the programme without one; the"
            " agreement names organisation, content, guidance and evaluation."
        ),
    )


def _covered(path: str, placement: Placement | None) -> Counted:
    if placement is None:
        return Counted(path=path, fine=False, lacks=say("no agreement"))
    data = placement.data
    guided = data.guidance.text or data.guidance.min_visits or data.guidance.max_interval_days
    return count(placement.record, guided, say("says nothing about guidance"))


def everybody_agreed(seen: Seen) -> Indication:
    """10: all three said yes to agreement and plan."""
    return share(
        _agreed(seen),
        N_("{done} of {all} agreements and plans have a yes of learner, mentor and coach."),
        N_("Counted: `signatures` of agreements of this period, and `agreed` of the plan that counts."),
    )


def _agreed(seen: Seen) -> Iterator[Counted]:
    for placement in seen.placements:
        parts = [(placement.record.path, placement.data.signatures)]
        if placement.plan is not None:
            parts.append((placement.plan.path, placement.plan.data.agreed))
        for path, agreed in parts:
            missing = without_a_yes(agreed)
            yield Counted(
                path=path, fine=not missing, lacks=say("no yes of: {roles}", roles=names_of(missing))
            )
