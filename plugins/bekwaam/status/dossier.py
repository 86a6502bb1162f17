"""One learner's records, indexed by competence once, for all the rules."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bekwaam.model.assessment import Assessment, Moment, Rating
from bekwaam.model.decision import Decision, Ruling
from bekwaam.model.evidence import Evidence
from bekwaam.model.project import LearnerFolder, Record


@dataclass(frozen=True, slots=True)
class Rated:
    """What one assessment says of one competence."""

    record: Record[Assessment]
    rating: Rating

    @property
    def order(self) -> tuple[dt.date, str]:
        """Later dates come after, on one day the later id."""
        return self.record.data.date, self.record.id


@dataclass(frozen=True, slots=True)
class Ruled:
    """What one decision says of one competence."""

    record: Record[Decision]
    ruling: Ruling

    @property
    def order(self) -> tuple[dt.date, str]:
        """Later dates come after, on one day the later id."""
        return self.record.data.date, self.record.id


@dataclass(frozen=True, slots=True)
class Dossier:
    """Evidence, ratings and rulings by competence; the latter two from old to new."""

    folder: LearnerFolder
    evidence: Mapping[str, list[Record[Evidence]]]
    ratings: Mapping[str, list[Rated]]
    rulings: Mapping[str, list[Ruled]]
    _cited: dict[dt.date, frozenset[str]] = field(default_factory=dict)

    def cited_by_others(self, day: dt.date) -> frozenset[str]:
        """The ids of evidence that an assessment by someone other than the learner cites by then."""
        if day not in self._cited:
            self._cited[day] = frozenset(
                cited
                for assessment in self.folder.assessments.values()
                if not assessment.data.by_learner and assessment.data.date <= day
                for rating in assessment.data.results
                for cited in rating.evidence
            )
        return self._cited[day]

    @classmethod
    def of(cls, folder: LearnerFolder) -> Dossier:
        """Index a learner's folder."""
        evidence: dict[str, list[Record[Evidence]]] = defaultdict(list)
        for item in folder.evidence.values():
            for competence in dict.fromkeys(item.data.competences):
                evidence[competence].append(item)
        ratings: dict[str, list[Rated]] = defaultdict(list)
        for assessment in folder.assessments.values():
            for rating in assessment.data.results:
                ratings[rating.competence].append(Rated(assessment, rating))
        rulings: dict[str, list[Ruled]] = defaultdict(list)
        for decision in folder.decisions.values():
            for ruling in decision.data.results:
                rulings[ruling.competence].append(Ruled(decision, ruling))
        for rated in ratings.values():
            rated.sort(key=lambda one: one.order)
        for ruled in rulings.values():
            ruled.sort(key=lambda one: one.order)
        return cls(folder, evidence, ratings, rulings)

    def rated_by_others(self, competence: str, day: dt.date) -> list[Rated]:
        """Ratings by anyone but the learner up to a day, from old to new."""
        return [
            one
            for one in self.ratings.get(competence, ())
            if one.record.data.date <= day and not one.record.data.by_learner
        ]


def latest_by(
    rated: Iterable[Rated], assessors: frozenset[str], moment: Moment | None = None
) -> Rated | None:
    """The last rating by one of some assessors, of one moment where that is asked."""
    found = None
    for one in rated:
        data = one.record.data
        if data.assessor in assessors and (moment is None or data.moment is moment):
            found = one
    return found
