"""What git and the seals say of all records of a project at once, for its pages and documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bekwaam.diagnostics import Message, say
from bekwaam.model.assessment import Assessment
from bekwaam.model.decision import Decision
from bekwaam.model.evidence import Evidence
from bekwaam.model.kinds import Kind
from bekwaam.model.project import Project, Record
from bekwaam.model.provenance import Attributed, BrokenSeal, LastCommit, Provenance
from bekwaam.provenance.archive import Archive
from bekwaam.provenance.authorship import Authorship, Claim, authorship
from bekwaam.provenance.broken import BrokenSeals, cited_paths
from bekwaam.provenance.git import GitFailed
from bekwaam.provenance.seals import RESTS_ON, CheckedSeal, SealState
from bekwaam.provenance.ssh import Signature
from bekwaam.provenance.trust import Author
from bekwaam.source import SourceFile, Tree

_NO_GIT = say("There is no git history here: who signed off is what the records say themselves.")
_NOBODY = say(
    "No commit is by somebody whose address or key stands in the records, so git says nothing about who"
    " signed off. Put `emails:` in the records of people."
)
_SHALLOW = say("This copy has only part of the git history, so git cannot tell who signed off what is older.")
_TROUBLE = say(
    "Git could not read the history ({reason}): who signed off is what the records say themselves."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What is known of each record, by its path, and what holds for all of it."""

    records: Mapping[str, Provenance] = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()


def attribute(root: Path, project: Project, broken: BrokenSeals, cache: Path | None) -> Attribution:
    """Ask git about every record of a project, in one pass over the history.

    Where there is no history, or none of it is by anybody whom the records know, records have only
    their own word, and that is said once. Never fails.
    """
    records = {one.path: one for one in _records(project) if not one.stand_in}
    files = {one.path: _file(one) for one in records.values()}
    archive = Archive(root, Tree(records=tuple(files.values()), media=project.media))
    seals = {one.file.path: one for found in broken.values() for one in found.values()}
    try:
        return _attribute(authorship(archive, None, cache), project, records, files, seals)
    except GitFailed as failure:
        bare = {path: Provenance(broken=_told(one, None)) for path, one in seals.items()}
        return Attribution(records=bare, remarks=(say(_TROUBLE.template, reason=failure),))


def _attribute(
    who: Authorship,
    project: Project,
    records: Mapping[str, Record[Any]],
    files: Mapping[str, SourceFile],
    seals: Mapping[str, CheckedSeal],
) -> Attribution:
    claims = {
        path: tuple(_claims(who, record, files[path]))
        for path, record in records.items()
        if record.kind in (Kind.ASSESSMENT, Kind.DECISION, Kind.EVIDENCE)
        if who.repositories or _is_signed(record)
    }
    flat = [claim for of_one in claims.values() for claim in of_one]
    found = who.attribute(flat) if who.repositories else [Author() for _ in flat]
    authors = [_with_signature(who, records, *pair, seals) for pair in zip(flat, found, strict=True)]
    remarks = _remarks(who, authors)
    told = iter(authors)
    signed = {
        path: tuple(_said(who, claim, next(told), silent=_NOBODY in remarks) for claim in of_one)
        for path, of_one in claims.items()
    }
    known = {
        path: Provenance(
            signed=signed.get(path) or _only_their_word(record),
            broken=_broken(who, seals[path]) if path in seals else None,
            commit=_last(who, files[path], record=True) if who.repositories else None,
        )
        for path, record in records.items()
    }
    for path in project.media if who.repositories else ():
        commit = _last(
            who, SourceFile(path=path, kind=Kind.EVIDENCE, id="", learner=_learner(path)), record=False
        )
        if commit is not None:
            known[path] = Provenance(commit=commit)
    for repository in who.all:
        repository.remember()
    return Attribution(records=known, remarks=remarks)


def _records(project: Project) -> Iterator[Record[Any]]:
    """What can stand on a page or a document that a commit is told of."""
    yield project.school
    for shared in (project.frameworks, project.organisations, project.people):
        yield from shared.values()
    for folder in project.learners.values():
        yield folder.learner
        for own in (folder.agreements, folder.plans, folder.evidence, folder.assessments, folder.decisions):
            yield from own.values()
        if folder.next_step is not None:
            yield folder.next_step


def _file(record: Record[Any]) -> SourceFile:
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


def _is_signed(record: Record[Any]) -> bool:
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


def _remarks(who: Authorship, authors: list[Author]) -> tuple[Message, ...]:
    remarks = []
    known = any(one.person is not None or one.signature is not Signature.NONE for one in authors)
    if who.trouble is not None:
        remarks.append(say(_TROUBLE.template, reason=who.trouble))
    elif not who.repositories:
        remarks.append(_NO_GIT)
    elif not known and any(one.commit for one in authors):
        remarks.append(_NOBODY)
    if any(one.shallow for one in who.all):
        remarks.append(_SHALLOW)
    return tuple(remarks)


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
    return _told(seal, max(days) if days and None not in origins else None)


def _told(seal: CheckedSeal, since: dt.date | None) -> BrokenSeal:
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


def _learner(path: str) -> str | None:
    top, _, rest = path.partition("/")
    return rest.partition("/")[0] if top == "learners" else None
