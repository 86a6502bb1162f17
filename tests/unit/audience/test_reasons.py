"""Whoever asks why something is not shown hears the true reason."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from bekwaam.audience.reasons import why_not
from bekwaam.model.audience import Audience
from bekwaam.model.learner import ConsentScope, Learner
from bekwaam.records.building import from_data

DAY = dt.date(2026, 6, 30)


def learner(*consents: dict[str, Any], **more: Any) -> Learner:
    data = {"pseudonym": "Vos 7", "minor": False, "programme": "bakery", "cohort": "2026", **more}
    return from_data(Learner, {**data, "consents": list(consents)})


def consent(**more: str) -> dict[str, Any]:
    usual = {"scope": "portfolio", "audience": "public", "given_by": "learner", "date": "2026-01-01"}
    return {**usual, **more}


@pytest.mark.parametrize(
    ("who", "why"),
    [
        (learner(), "there is no consent with scope `portfolio`"),
        (learner(consent(scope="name")), "there is no consent with scope `portfolio`"),
        (learner(consent(audience="handover")), "the consent is for handover only"),
        (learner(consent(withdrawn="2026-06-01")), "the consent was withdrawn on 2026-06-01"),
        (learner(consent(date="2026-07-01")), "the consent holds from 2026-07-01 on"),
        (learner(consent(), minor=True), "a guardian's consent is missing"),
        (
            learner(consent(), minor=True, co_consent_until="2027-01-01"),
            "a guardian's consent is missing, needed until 2027-01-01",
        ),
        (learner(consent(given_by="guardian")), "the learner's own consent is missing"),
        (learner(consent(), retention_until="2026-06-01"), "the records were to be kept until 2026-06-01"),
    ],
)
def test_the_reason(who: Learner, why: str) -> None:
    found = why_not(who, ConsentScope.PORTFOLIO, Audience.PUBLIC, DAY)
    assert found is not None
    assert found.render() == why


def test_there_is_none_where_it_holds() -> None:
    assert why_not(learner(consent()), ConsentScope.PORTFOLIO, Audience.PUBLIC, DAY) is None
    assert why_not(learner(), ConsentScope.PORTFOLIO, Audience.TEAM, DAY) is None
