"""What git and the seals say of the records of a learner, or of the school's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bekwaam.model.assessment import Assessment
from bekwaam.model.decision import Decision
from bekwaam.model.evidence import Evidence
from bekwaam.model.kinds import Kind
from bekwaam.model.project import Record
from bekwaam.model.provenance import Attributed, BrokenSeal, LastCommit, Provenance
from bekwaam.provenance.authorship import Authorship, Claim
from bekwaam.provenance.broken import cited_paths
from bekwaam.provenance.seals import RESTS_ON, CheckedSeal, SealState
from bekwaam.provenance.ssh import Signature
from bekwaam.provenance.trust import Author
from bekwaam.source import SourceFile, fingerprint, learner_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is known of the records of one learner, or of the school's own, by their paths.

    ``unknown`` holds instead where git knows nobody at all. ``known`` says that somebody is known by
    what stands here, ``committed`` that a sign-off is in a commit. ``digest`` is that of all of it.
    """

    records: Mapping[str, Provenance]
    unknown: Mapping[str, Provenance]
    known: bool
    committed: bool
    digest: str


@dataclass(frozen=True, slots=True)
class Owner:
    """A learner, or the school itself: their records, and the paths of their files."""

    records: list[Record[Any]] = field(default_factory=list)
    media: list[str] = field(default_factory=list)


class Asking:
    """One round of questions to git."""

    def __init__(
        self, who: Authorship, files: Mapping[str, SourceFile], seals: Mapping[str, CheckedSeal]
    ) -> None:
        self._who = who
        self._files = files
        self._seals = seals

    def ask(self, owners: Mapping[str | None, Owner]) -> dict[str | None, Said]:
        """What is said of the records of some owners, asked all at once."""
        if not owners:
            return {}
        who = self._who
        records = {one.path: one for owner in owners.values() for one in owner.records}
        claims = {
            path: tuple(_claims(who, record, self._files[path]))
            for path, record in records.items()
            if record.kind in (Kind.ASSESSMENT, Kind.DECISION, Kind.EVIDENCE)
            if who.repositories or is_signed(record)
        }
        flat = [claim for of_one in claims.values() for claim in of_one]
        found = who.attribute(flat) if who.repositories else [Author() for _ in flat]
        told = (
            (claim, _with_signature(who, records, claim, author, self._seals))
            for claim, author in zip(flat, found, strict=True)
        )
        authors = {path: [next(told) for _ in of_one] for path, of_one in claims.items()}
        return {one: self._said(owner, authors) for one, owner in owners.items()}

    def _said(self, owner: Owner, authors: Mapping[str, list[tuple[Claim, Author]]]) -> Said:
        mine = [author for one in owner.records for _, author in authors.get(one.path, ())]
        records = {one.path: self._provenance(one, authors.get(one.path, ())) for one in owner.records}
        unknown = {
            one.path: replace(records[one.path], signed=self._signed(one, authors[one.path], silent=True))
            for one in owner.records
            if one.path in authors
        }
        for path in owner.media if self._who.repositories else ():
            file = SourceFile(path=path, kind=Kind.EVIDENCE, id="", learner=learner_of(path))
            commit = _last(self._who, file, record=False)
            if commit is not None:
                records[path] = Provenance(commit=commit)
        unknown = {path: one for path, one in unknown.items() if one != records[path]}
        return Said(
            records=records,
            unknown=unknown,
            known=any(one.person is not None or one.signature is not Signature.NONE for one in mine),
            committed=any(one.commit for one in mine),
            digest=fingerprint((records, unknown)).hex(),
        )

    def _provenance(self, record: Record[Any], authors: Sequence[tuple[Claim, Author]]) -> Provenance:
        seal = self._seals.get(record.path)
        file = self._files[record.path]
        return Provenance(
            signed=self._signed(record, authors, silent=False),
            broken=_broken(self._who, seal) if seal is not None else None,
            commit=_last(self._who, file, record=True) if self._who.repositories else None,
        )

    def _signed(
        self, record: Record[Any], authors: Sequence[tuple[Claim, Author]], *, silent: bool
    ) -> tuple[Attributed | None, ...]:
        signed = tuple(_said(self._who, *one, silent=silent) for one in authors)
        return signed or _only_their_word(record)


def file_of(record: Record[Any]) -> SourceFile:
    """The file that a record came from."""
    return SourceFile(path=record.path, kind=record.kind, id=record.id, learner=record.learner)


def _claims(who: Authorship, record: Record[Any], file: SourceFile) -> Iterator[Claim]:
    data = record.data
    if isinstance(data, Assessment):
        yield who.signed_off(file, data.assessor, data.date.isoformat())
    elif isinstance(data, Decision):
        yield who.signed_off(file, data.by, data.date.isoformat())
    elif isinstance(data, Evidence):
        for number, one in enumerate(data.verified):
            yield who.confirmed(file, one.by, one.date.isoformat(), number)


def is_signed(record: Record[Any]) -> bool:
    """Whether somebody put a signature into the record itself, which says who signed off without git."""
    seal = getattr(record.data, "seal", None)
    return seal is not None and seal.signature is not None


def _only_their_word(record: Record[Any]) -> tuple[None, ...]:
    """What is known of the sign-offs of a record of which nobody else knows anything."""
    data = record.data
    if isinstance(data, Evidence):
        return (None,) * len(data.verified)
    return (None,) if isinstance(data, Assessment | Decision) else ()


def _with_signature(
    who: Authorship,
    records: Mapping[str, Record[Any]],
    claim: Claim,
    author: Author,
    seals: Mapping[str, CheckedSeal],
) -> Author:
    """The author, with the signature in the record's seal where it has one."""
    data = records[claim.file.path].data
    seal = getattr(data, "seal", None)
    if seal is None or seal.signature is None:
        return author
    by = data.assessor if isinstance(data, Assessment) else data.by
    intact = CheckedSeal(file=claim.file, state=SealState.INTACT, by=by)
    return who.with_signature(seals.get(claim.file.path, intact), claim, author)


def _said(who: Authorship, claim: Claim, author: Author, *, silent: bool) -> Attributed | None:
    """None where there is nothing but the record's own word, and that holds for more than this one."""
    repository = who.repository_of(claim.file)
    told_once = silent or repository is None or (repository.shallow and author.commit is None)
    if told_once and author.person is None and author.signature is Signature.NONE:
        return None
    return Attributed(trust=author.trust, person=author.person, commit=author.commit, note=author.note)


def _broken(who: Authorship, seal: CheckedSeal) -> BrokenSeal:
    """What broke a seal, and since when: the day of the latest of the commits that did."""
    repository = who.repository_of(seal.file)
    files = [seal.file] if seal.own_changed else []
    _, kind = RESTS_ON[seal.file.kind]
    cited = (who.archive.find(kind, seal.file.learner, one) for one in seal.cited_changed)
    files += [one for one in cited if one is not None]
    wholes = [who.signed_off(one, "", "") for one in files]
    if repository is not None:
        repository.prepare((one.file.path, one.question) for one in wholes)
    origins = [who.origin(one) for one in wholes]
    days = [one.day for one in origins if one is not None and one.day is not None]
    return told(seal, max(days) if days and None not in origins else None)


def told(seal: CheckedSeal, since: dt.date | None) -> BrokenSeal:
    """A seal that broke, on a day where that is known."""
    return BrokenSeal(
        own=seal.own_changed,
        cited=cited_paths(seal),
        unknown=seal.state is SealState.UNKNOWN_FORMAT,
        since=since,
    )


def _last(who: Authorship, file: SourceFile, *, record: bool) -> LastCommit | None:
    repository = who.repository_of(file)
    commit = repository.last(file.path, record=record) if repository else None
    if commit is None or (repository is not None and repository.is_cut_off(commit)):
        return None
    return LastCommit(generation=commit.generation, id=commit.id)
