"""Which consents hold on a day."""

from __future__ import annotations

import datetime as dt

from bekwaam.model.audience import Audience
from bekwaam.model.learner import Consent, ConsentAudience, ConsentScope, GivenBy, Learner

_BY_LEARNER = {GivenBy.LEARNER, GivenBy.BOTH}
_BY_GUARDIAN = {GivenBy.GUARDIAN, GivenBy.BOTH}


def needs_guardian(learner: Learner, as_of: dt.date) -> bool:
    """Whether a guardian has to consent too.

    Until ``co_consent_until``, that day included. For a minor without that date nobody knows
    since when they decide alone, so a guardian has to.
    """
    if learner.co_consent_until is None:
        return learner.minor
    return as_of <= learner.co_consent_until


def holds(consent: Consent, audience: Audience, as_of: dt.date) -> bool:
    """Whether one consent was given, and not withdrawn, by a day and covers an audience."""
    if audience is Audience.PUBLIC and consent.audience is not ConsentAudience.PUBLIC:
        return False
    withdrawn = consent.withdrawn is not None and consent.withdrawn <= as_of
    return consent.date <= as_of and not withdrawn


def allows(learner: Learner, scope: ConsentScope, audience: Audience, as_of: dt.date) -> bool:
    """Whether all who have to consent do; the team needs no consent."""
    if audience is Audience.TEAM:
        return True
    if learner.retention_until is not None and learner.retention_until < as_of:
        return False
    givers = {
        consent.given_by
        for consent in learner.consents
        if consent.scope is scope and holds(consent, audience, as_of)
    }
    by_guardian = not needs_guardian(learner, as_of) or bool(givers & _BY_GUARDIAN)
    return bool(givers & _BY_LEARNER) and by_guardian
