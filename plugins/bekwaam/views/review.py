"""What waits for whom, over all learners: the team's review queue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from bekwaam.model.assessment import Moment
from bekwaam.model.evidence import Evidence
from bekwaam.model.kinds import Kind
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.model.provenance import Trust
from bekwaam.model.roles import Role
from bekwaam.model.status import CompetenceStatus, Reason, Status
from bekwaam.views.context import Context
from bekwaam.views.evidence import anchor, evidence_uri, learner_uri
from bekwaam.views.learner import PlacementView
from bekwaam.views.parts import ChangeView, Link, PersonView, TrustView
from bekwaam.views.placements import placements
from bekwaam.views.ratings import sign_off
from bekwaam.views.trusted import changed, trust_view
from bekwaam.views.words import Words


class Waiting(Enum):
    """What can wait for somebody, the weightiest first."""

    CONTRADICTED = "contradicted"
    CHANGED = "changed"
    TO_DISCUSS = "to_discuss"
    PROPOSED = "proposed"
    READY = "ready"
    CONFIRM = "confirm"
    SEAL = "seal"
    DECLARED = "declared"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One thing that waits: ``what`` leads to where it can be done, ``since`` is how long it waits.

    ``kind`` is that of a record, and None for a competence.
    ``why`` is the status' reason, ``change`` what broke a seal, ``trust`` how far the sign-off can
    be believed; each only where it is what the row is about.
    """

    what: Link
    kind: Kind | None
    learner: Link
    who: tuple[PersonView, ...]
    since: dt.date | None = None
    why: Reason | None = None
    change: ChangeView | None = None
    trust: TrustView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """The queue by what there is to do, each oldest first; ``remarks`` is what git says about all."""

    groups: Mapping[Waiting, tuple[ReviewRow, ...]]
    remarks: tuple[Reason, ...]


_ASKS = {
    Status.TO_DISCUSS: Waiting.TO_DISCUSS,
    Status.PROPOSED: Waiting.PROPOSED,
    Status.READY: Waiting.READY,
}
_DOUBTS = {Trust.CONTRADICTED: Waiting.CONTRADICTED, Trust.DECLARED: Waiting.DECLARED}


def review(context: Context, keys: Sequence[str]) -> ReviewView | None:
    """What waits for whom, for the learners with these keys; None outside the team.

    Nothing waits for learners who stopped.
    """
    if not context.for_team:
        return None
    found: dict[Waiting, list[ReviewRow]] = {kind: [] for kind in Waiting}
    seals = any(
        record.data.seal is not None
        for folder in context.project.learners.values()
        for records in (folder.assessments, folder.decisions)
        for record in records.values()
    )
    for key in keys:
        folder = context.project.learners[key]
        if folder.learner.data.status is LearnerStatus.STOPPED:
            continue
        for kind, row in _Queue(context, folder, placements(context, folder)[:1], seals).rows():
            found[kind].append(row)
    groups = {kind: tuple(sorted(rows, key=_age)) for kind, rows in found.items() if rows}
    return ReviewView(groups=groups, remarks=context.gated.remarks)


def _age(row: ReviewRow) -> tuple[dt.date, str, str]:
    return row.since or dt.date.max, str(row.learner.title), str(row.what.title)


@dataclass(frozen=True, slots=True)
class _Queue:
    """What waits for whom about one learner, who learns at ``places`` now."""

    context: Context
    folder: LearnerFolder
    places: tuple[PlacementView, ...]
    seals: bool

    def rows(self) -> Iterator[tuple[Waiting, ReviewRow]]:
        """Every row with what it is."""
        yield from self._evidence()
        yield from self._competences()
        yield from self._sign_offs()

    @property
    def _key(self) -> str:
        return self.folder.id

    def _learner(self) -> Link:
        return Link(title=Words(self.context.gated.shown[self._key].name), uri=learner_uri(self._key))

    def _guides(self, *roles: Role) -> tuple[PersonView, ...]:
        """Mentor and coach of the learner's present placement."""
        return tuple(one for place in self.places for one in (place.mentor, place.coach) if one.role in roles)

    def _evidence(self) -> Iterator[tuple[Waiting, ReviewRow]]:
        for record in self.folder.evidence.values():
            data = record.data
            if data.date > self.context.as_of:
                continue
            if not data.verified:
                who = self._guides(Role.MENTOR)
                yield Waiting.CONFIRM, self._row(self._page(record), Kind.EVIDENCE, who, data.date)
            for number, one in enumerate(data.verified):
                trust = self._doubt(record, number)
                if trust is not None:
                    by = (self.context.assessor(self.folder, one.by, one.date),)
                    row = self._row(self._page(record), record.kind, by, one.date, trust=trust)
                    yield _DOUBTS[trust.trust], row

    def _page(self, record: Record[Evidence]) -> Link:
        title = self.context.words(record.data.title)
        return Link(title=title, uri=evidence_uri(self._key, record.id))

    def _competences(self) -> Iterator[tuple[Waiting, ReviewRow]]:
        for reference, status in self.context.gated.statuses[self._key].items():
            kind = _ASKS.get(status.status)
            if kind is not None:
                title = self.context.competence(reference).title
                link = Link(title=title, uri=f"{learner_uri(self._key)}#{anchor(reference)}")
                yield (
                    kind,
                    self._row(link, None, self._asked(kind, status), self._latest(reference), why=status.why),
                )

    def _asked(self, kind: Waiting, status: CompetenceStatus) -> tuple[PersonView, ...]:
        if kind is Waiting.PROPOSED:
            school = self.context.school.responsible
            return (self.context.person(school, Role.SCHOOL_RESPONSIBLE, self.context.as_of),)
        both = self._guides(Role.MENTOR, Role.COACH)
        given = (self.folder.assessments.get(one) for one in status.summatives)
        done = {one.data.assessor for one in given if one} if kind is Waiting.READY else set()
        return tuple(person for person in both if person.id not in done) or both

    def _latest(self, reference: str) -> dt.date | None:
        """Since when a competence can be as it is: its latest evidence or assessment."""
        days = [one.data.date for one in self.folder.evidence.values() if reference in one.data.competences]
        days += [one.data.date for one in self.folder.assessments.values() if one.data.rating(reference)]
        return max((day for day in days if day <= self.context.as_of), default=None)

    def _sign_offs(self) -> Iterator[tuple[Waiting, ReviewRow]]:
        for name, records in (
            ("assessments", self.folder.assessments),
            ("decisions", self.folder.decisions),
        ):
            for record in records.values():
                if record.data.date <= self.context.as_of:
                    yield from self._sign_off(name, record)

    def _sign_off(self, name: str, record: Record[Any]) -> Iterator[tuple[Waiting, ReviewRow]]:
        trust = self._doubt(record, 0)
        changes = tuple(changed(self.context, self.folder, [f"{name}/{record.id}"]))
        final = name == "decisions" or record.data.moment is Moment.SUMMATIVE
        unsealed = self.seals and final and record.data.seal is None
        # Most sign-offs ask for nothing: what they are called and who gave them is looked up for others.
        if trust is None and not changes and not unsealed:
            return
        if name == "decisions":
            person = self.context.person(record.data.by, Role.SCHOOL_RESPONSIBLE, record.data.date)
        else:
            person = sign_off(self.context, self.folder, self._key, record).person
        link = self._place(record)
        day = record.data.date
        if trust is not None:
            yield _DOUBTS[trust.trust], self._row(link, record.kind, (person,), day, trust=trust)
        for change in changes:
            row = self._row(link, record.kind, (person,), change.since or day, change=change)
            yield Waiting.CHANGED, row
        if unsealed and person.role is not Role.LEARNER:
            yield Waiting.SEAL, self._row(link, record.kind, (person,), day)

    def _place(self, record: Record[Any]) -> Link:
        """A sign-off has no page of its own: the first competence that it is about."""
        competences = [one.competence for one in record.data.results]
        titles = ", ".join(str(self.context.competence(one).title) for one in competences)
        shown = [one for one in competences if one in self.context.gated.statuses[self._key]]
        uri = learner_uri(self._key) + (f"#{anchor(shown[0])}" if shown else "")
        return Link(title=Words(titles, self.context.language), uri=uri)

    def _doubt(self, record: Record[Any], number: int) -> TrustView | None:
        """How far a sign-off can be believed, where that is less than one would like."""
        trust = trust_view(self.context, record, number)
        return trust if trust is not None and trust.trust in _DOUBTS else None

    def _row(
        self, what: Link, kind: Kind | None, who: Iterable[PersonView], since: dt.date | None, **about: Any
    ) -> ReviewRow:
        return ReviewRow(what=what, kind=kind, learner=self._learner(), who=tuple(who), since=since, **about)
