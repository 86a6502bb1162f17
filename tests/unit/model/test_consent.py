"""Who has to consent, and until when a consent holds."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from bekwaam.model.audience import Audience
from bekwaam.model.consent import allows
from bekwaam.model.learner import ConsentScope, Learner
from bekwaam.records import from_data

DAY = dt.date(2026, 6, 30)


def learner(*consents: dict[str, Any], **more: Any) -> Learner:
    data = {"pseudonym": "Vos", "minor": False, "programme": "b", "cohort": "c", **more}
    return from_data(Learner, {**data, "consents": list(consents)})


def consent(given_by: str = "learner", audience: str = "public", **more: Any) -> dict[str, Any]:
    return {
        "scope": "portfolio",
        "audience": audience,
        "given_by": given_by,
        "date": "2026-01-01",
        **more,
    }


def may(one: Learner, audience: Audience = Audience.PUBLIC, day: dt.date = DAY) -> bool:
    return allows(one, ConsentScope.PORTFOLIO, audience, day)


def test_no_consent_no_build() -> None:
    assert not may(learner())
    assert may(learner(), Audience.TEAM)


def test_a_public_consent_includes_handover_and_not_the_other_way() -> None:
    assert may(learner(consent()), Audience.HANDOVER)
    assert not may(learner(consent(audience="handover")))
    assert may(learner(consent(audience="handover")), Audience.HANDOVER)


def test_one_scope_does_not_cover_another() -> None:
    assert not may(learner({**consent(), "scope": "description"}))


def test_a_withdrawn_consent_ends_on_that_day() -> None:
    one = learner(consent(withdrawn="2026-06-30"))
    assert not may(one)
    assert may(one, day=dt.date(2026, 6, 29))


def test_a_consent_of_tomorrow_does_not_hold_today() -> None:
    assert not may(learner({**consent(), "date": "2026-07-01"}))


@pytest.mark.parametrize(
    ("givers", "expected"),
    [(["learner"], False), (["guardian"], False), (["both"], True), (["learner", "guardian"], True)],
)
def test_a_guardian_consents_too_until_the_day(givers: list[str], expected: bool) -> None:
    one = learner(*(consent(giver) for giver in givers), minor=True, co_consent_until="2026-06-30")
    assert may(one) is expected


def test_after_that_day_the_learner_alone() -> None:
    one = learner(consent("learner"), minor=True, co_consent_until="2026-06-29")
    assert may(one)
    assert not may(learner(consent("guardian"), co_consent_until="2026-06-29"))


def test_a_minor_without_that_day_needs_a_guardian() -> None:
    assert not may(learner(consent("learner"), minor=True))
    assert may(learner(consent("both"), minor=True))


def test_records_kept_too_long_leave_the_team_no_more() -> None:
    one = learner(consent(), retention_until="2026-06-29")
    assert not may(one)
    assert may(one, Audience.TEAM)
