"""What a pack for a next school leaves out, as its receiver may hear it: which kind and why, no more.

`reasons` tells the team; its reasons have days in them, such as the one on which somebody comes of age,
and the names of records, which say what stands in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bekwaam.audience.folder import reaches
from bekwaam.audience.gated import Gated
from bekwaam.audience.reasons import Withheld
from bekwaam.diagnostics import Message, say
from bekwaam.model.consent import allows, holds
from bekwaam.model.evidence import Visibility
from bekwaam.model.learner import ConsentScope, Learner
from bekwaam.model.project import LearnerFolder
from bekwaam.model.status import CompetenceStatus, Status

_TEAM_ONLY = say("it is for the team only")
_NOT_REMAINING = {Status.ACHIEVED, Status.EXEMPT}


def held_back(
    folder: LearnerFolder, statuses: Mapping[str, CompetenceStatus], pack: Gated
) -> Iterator[Withheld]:
    """The kinds of things of one learner that are not in a pack; ``statuses`` are those of the school."""
    learner = folder.learner.data
    pages = why_in_general(learner, ConsentScope.PORTFOLIO, pack)
    for scope, what in (
        (ConsentScope.DESCRIPTION, say("the competence description")),
        (ConsentScope.PORTFOLIO, say("the portfolio, the evidence and the advice of the school")),
        (ConsentScope.NAME, say("the name (a pseudonym stands in its place)")),
        (ConsentScope.CONTACT, say("the e-mail address")),
    ):
        why = why_in_general(learner, scope, pack)
        if why is not None:
            yield Withheld(what=what, why=why)
    if pages is None:
        yield from _of_evidence(folder, pack)
    if not learner.show_in_progress and _remaining(folder, statuses, pack):
        yield Withheld(
            what=say("the goals that are still being worked on"),
            why=say("the learner does not show what is still being learned"),
        )
    yield Withheld(
        what=say("contacts, feedback, self-assessments, and comments in assessments and decisions"),
        why=say("they never leave the team"),
    )


def why_in_general(learner: Learner, scope: ConsentScope, gated: Gated) -> Message | None:
    """Why a consent does not hold, without days and without whose it is; None where it does."""
    if allows(learner, scope, gated.audience, gated.as_of):
        return None
    if learner.retention_until is not None and learner.retention_until < gated.as_of:
        return say("the time for which it may be kept is over")
    given = [one for one in learner.consents if one.scope is scope and one.date <= gated.as_of]
    if any(holds(one, gated.audience, gated.as_of) for one in given):
        return say("not everybody who has to consent did so")
    if any(one.withdrawn is not None and one.withdrawn <= gated.as_of for one in given):
        return say("the consent was withdrawn")
    return say("there is no consent for it")


def _of_evidence(folder: LearnerFolder, pack: Gated) -> Iterator[Withheld]:
    # What is private is for nobody, so nobody hears that it is there.
    told = [
        record.data
        for record in folder.evidence.values()
        if record.data.visibility is not Visibility.PRIVATE and record.data.date <= pack.as_of
    ]
    shown = [one for one in told if reaches(one.visibility, pack.audience)]
    if len(shown) < len(told):
        yield Withheld(what=say("part of the evidence"), why=_TEAM_ONLY)
    if any(
        one.reflection is not None
        and one.reflection.visibility is Visibility.TEAM
        and not reaches(one.reflection.visibility, pack.audience)
        for one in shown
    ):
        yield Withheld(what=say("part of the reflections"), why=_TEAM_ONLY)
    why = why_in_general(folder.learner.data, ConsentScope.IMAGES, pack)
    if why is not None and any(one.media for one in shown):
        yield Withheld(what=say("photos, videos and documents"), why=why)


def _remaining(folder: LearnerFolder, statuses: Mapping[str, CompetenceStatus], pack: Gated) -> bool:
    plan = folder.plan_on(pack.as_of)
    return plan is not None and any(
        goal.competence in statuses and statuses[goal.competence].status not in _NOT_REMAINING
        for goal in plan.data.goals
    )
