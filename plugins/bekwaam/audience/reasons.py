"""Why an audience may not see something of a learner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from bekwaam.audience.folder import is_document, reaches
from bekwaam.audience.gated import Gated
from bekwaam.diagnostics import Message, say
from bekwaam.model.audience import Audience
from bekwaam.model.consent import allows, holds, needs_guardian
from bekwaam.model.evidence import Evidence
from bekwaam.model.learner import Consent, ConsentScope, GivenBy, Learner
from bekwaam.model.project import LearnerFolder, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """What is not shown, and why: a file in the learner's folder without ending, or a sort of thing."""

    what: Message
    why: Message


def why_not(learner: Learner, scope: ConsentScope, audience: Audience, as_of: dt.date) -> Message | None:
    """Why a consent does not hold; None where it does."""
    if allows(learner, scope, audience, as_of):
        return None
    if learner.retention_until is not None and learner.retention_until < as_of:
        return say("the records were to be kept until {date}", date=learner.retention_until)
    given = [one for one in learner.consents if one.scope is scope]
    holding = [one for one in given if holds(one, audience, as_of)]
    if holding:
        return _who_is_missing(learner, holding, as_of)
    withdrawn = [one.withdrawn for one in given if one.withdrawn is not None and one.withdrawn <= as_of]
    if withdrawn:
        return say("the consent was withdrawn on {date}", date=max(withdrawn))
    later = [one.date for one in given if one.date > as_of]
    if later:
        return say("the consent holds from {date} on", date=min(later))
    if given:
        return say("the consent is for handover only")
    return say("there is no consent with scope `{scope}`", scope=scope.value)


def _who_is_missing(learner: Learner, holding: list[Consent], as_of: dt.date) -> Message:
    if all(one.given_by is GivenBy.GUARDIAN for one in holding):
        return say("the learner's own consent is missing")
    assert needs_guardian(learner, as_of)
    if learner.co_consent_until is None:
        return say("a guardian's consent is missing")
    return say("a guardian's consent is missing, needed until {date}", date=learner.co_consent_until)


def withheld_of(folder: LearnerFolder, gated: Gated) -> Iterator[Withheld]:
    """Everything of one learner that an audience does not see."""
    learner, audience, as_of = folder.learner.data, gated.audience, gated.as_of
    pages = why_not(learner, ConsentScope.PORTFOLIO, audience, as_of)
    description = why_not(learner, ConsentScope.DESCRIPTION, audience, as_of)
    if pages:
        yield Withheld(what=say("pages and portfolio"), why=pages)
    if description:
        yield Withheld(what=say("competence description"), why=description)
    if pages and description:
        return
    named = audience is Audience.TEAM or _may(learner, ConsentScope.NAME, gated)
    for scope, what in _SCOPES:
        reason = why_not(learner, scope, audience, as_of)
        if reason:
            yield Withheld(what=what, why=reason)
    if not pages:
        for record in folder.evidence.values():
            yield from _withheld_evidence(record, gated, named=named)
    if audience is not Audience.TEAM:
        yield from _never_outside(folder)


_SCOPES = (
    (ConsentScope.NAME, say("name (the pseudonym stands in its place)")),
    (ConsentScope.IMAGES, say("photos, videos and documents")),
    (ConsentScope.CONTACT, say("e-mail address")),
)


def _may(learner: Learner, scope: ConsentScope, gated: Gated) -> bool:
    return allows(learner, scope, gated.audience, gated.as_of)


def _withheld_evidence(record: Record[Evidence], gated: Gated, *, named: bool) -> Iterator[Withheld]:
    data = record.data
    what = say("evidence/{id}", id=record.id)
    if not reaches(data.visibility, gated.audience):
        yield Withheld(what=what, why=say("its visibility is `{width}`", width=data.visibility.value))
        return
    if gated.audience is not Audience.TEAM and data.date > gated.as_of:
        yield Withheld(what=what, why=say("its date is still to come"))
        return
    reflection = data.reflection
    if reflection is not None and not reaches(reflection.visibility, gated.audience):
        yield Withheld(
            what=say("evidence/{id}: reflection", id=record.id),
            why=say("its visibility is `{width}`", width=reflection.visibility.value),
        )
    if not named and any(is_document(one) for one in data.media):
        yield Withheld(
            what=say("evidence/{id}: documents", id=record.id),
            why=say("they may tell the name, for which there is no consent"),
        )


def _never_outside(folder: LearnerFolder) -> Iterator[Withheld]:
    inside = say("it never leaves the team")
    counted = (
        (say("contacts"), len(folder.contacts)),
        (say("feedback"), len(folder.feedback)),
        (say("self-assessments"), sum(one.data.by_learner for one in folder.assessments.values())),
        (say("what agreements and plans say beyond place, time and goals"), len(folder.agreements)),
        (say("comments, notes and reasons in assessments and decisions"), len(folder.assessments)),
    )
    yield from (Withheld(what=what, why=inside) for what, number in counted if number)
