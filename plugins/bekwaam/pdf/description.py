"""Chooses what stands on a competence description, from everything an audience may see of a learner."""

from __future__ import annotations

from dataclasses import dataclass

from bekwaam.model.framework import CompetenceKind
from bekwaam.model.status import Status
from bekwaam.pdf.phrases import in_sentence
from bekwaam.views.learner import CompetenceView, LearnerView
from bekwaam.views.parts import PersonView, SignOff
from bekwaam.views.words import Words

_NAMED = 3
"""How many competences the opening sentence names where there are many; the table has them all."""

_LEARNING = frozenset({Status.IN_PROGRESS, Status.READY, Status.TO_DISCUSS, Status.PROPOSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """The competence description of one learner.

    ``learning`` is empty unless the learner chose to show it. ``named`` stand in the opening
    sentence, ``unnamed`` counts the others. ``rests_on`` counts pieces of evidence. ``one_day`` tells
    whether everything was decided on the same day.
    """

    programme: str
    leads_to: tuple[str, ...]
    achieved: tuple[CompetenceView, ...]
    exempt: tuple[CompetenceView, ...]
    learning: tuple[CompetenceView, ...]
    named: tuple[Words, ...]
    unnamed: int
    assessors: tuple[PersonView, ...]
    deciders: tuple[SignOff, ...]
    rests_on: int
    one_day: bool
    needs_refresh: bool


def describe(learner: LearnerView, language: str) -> Description:
    """Pick out what was achieved; nothing that was not."""
    achieved = _with_status(learner, frozenset({Status.ACHIEVED}))
    exempt = _with_status(learner, frozenset({Status.EXEMPT}))
    named = len(achieved) if len(achieved) <= _NAMED + 1 else _NAMED
    practical = sorted(achieved, key=lambda one: one.kind not in (None, CompetenceKind.TECHNICAL))
    return Description(
        programme=in_sentence(learner.programme.title, language),
        leads_to=tuple(in_sentence(one, language) for one in learner.leads_to),
        achieved=achieved,
        exempt=exempt,
        learning=_with_status(learner, _LEARNING) if learner.shows_in_progress else (),
        named=tuple(one.title for one in practical[:named]),
        unnamed=len(practical[named:]),
        assessors=_people(achieved),
        deciders=_latest_decisions(achieved + exempt),
        one_day=len({one.decided_by.date for one in achieved + exempt if one.decided_by}) <= 1,
        rests_on=len({card.id for one in achieved for card in one.evidence}),
        needs_refresh=any(one.needs_refresh for one in achieved),
    )


def _with_status(learner: LearnerView, wanted: frozenset[Status]) -> tuple[CompetenceView, ...]:
    return tuple(one for one in learner.competences if one.status in wanted)


def _people(competences: tuple[CompetenceView, ...]) -> tuple[PersonView, ...]:
    """Everyone who assessed, once each, in the order in which they first appear."""
    seen = {sign.person: None for one in competences for sign in one.assessed_by}
    return tuple(seen)


def _latest_decisions(competences: tuple[CompetenceView, ...]) -> tuple[SignOff, ...]:
    """Who decided, each with the last date."""
    latest: dict[PersonView, SignOff] = {}
    for one in competences:
        sign = one.decided_by
        if sign and (sign.person not in latest or latest[sign.person].date < sign.date):
            latest[sign.person] = sign
    return tuple(latest.values())
