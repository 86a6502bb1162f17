"""Lays out a portfolio: which chapters there are, and on which page number each thing can be looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bekwaam.model.status import Status
from bekwaam.views.learner import CompetenceView, EvidenceView, LearnerView
from bekwaam.views.parts import PhotoView

_ON_COVER = 3
"""How many pictures of chosen work the cover shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """The chapters of one learner's portfolio.

    ``work`` groups evidence by month, oldest first, so that it reads as the story of a year.
    ``numbers`` gives each piece its number in that order. ``started`` are the competences that
    have anything to show, ``waiting`` the others.
    """

    work: tuple[tuple[date, tuple[EvidenceView, ...]], ...]
    numbers: Mapping[str, int]
    featured: frozenset[str]
    cover: tuple[PhotoView, ...]
    started: tuple[CompetenceView, ...]
    waiting: tuple[CompetenceView, ...]
    reflections: int


def lay_out(learner: LearnerView, evidence: tuple[EvidenceView, ...]) -> Portfolio:
    """Put everything in its place."""
    in_order = sorted(evidence, key=lambda one: (one.card.date, one.card.id))
    months = groupby(in_order, key=lambda one: one.card.date.replace(day=1))
    return Portfolio(
        work=tuple((month, tuple(pieces)) for month, pieces in months),
        numbers={one.card.id: number for number, one in enumerate(in_order, start=1)},
        featured=frozenset(card.id for card in learner.featured),
        cover=tuple(card.cover for card in learner.featured if card.cover)[:_ON_COVER],
        started=tuple(one for one in learner.competences if one.status is not Status.NOT_STARTED),
        waiting=tuple(one for one in learner.competences if one.status is Status.NOT_STARTED),
        reflections=sum(1 for one in evidence if one.reflection),
    )
