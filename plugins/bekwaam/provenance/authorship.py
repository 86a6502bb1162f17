"""Who signed off each record, according to git and to the signature in the seal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache as once
from pathlib import Path
from typing import Any

from bekwaam.diagnostics import say
from bekwaam.model.kinds import Kind
from bekwaam.model.provenance import Trust
from bekwaam.provenance import ssh
from bekwaam.provenance.archive import Archive
from bekwaam.provenance.digest import digest
from bekwaam.provenance.git import Git, GitFailed, find
from bekwaam.provenance.history import Commit
from bekwaam.provenance.people import People, Told, claimed_name, people_of, plain_name, trusted_commit
from bekwaam.provenance.repository import Repository, SameContent
from bekwaam.provenance.seals import CheckedSeal, SealState
from bekwaam.provenance.ssh import Signature
from bekwaam.provenance.statement import statement
from bekwaam.provenance.trust import Author, CommitSignature, judge
from bekwaam.source import SourceFile

Opened = dict[str | None, Repository]
"""The school's repository, and those of learners with their own."""

_NO_HISTORY = say("There is no git history here, so the record's own word is all there is.")
_UNCOMMITTED = say("What it says now is not committed.")
_CUT_OFF = say("This clone is shallow; who wrote it stands in the part that is missing.")
_SQUASHED = say("The commit takes work of several people together under one address.")
_NO_KEYGEN = say("Its signature cannot be checked, because ssh-keygen is not installed.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Somebody's confirmation of a piece of evidence, and who entered it."""

    file: SourceFile
    by: str
    author: Author


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is to be attributed: to whom, on which day, and what matters in the record.

    ``name`` as in `People`; ``question`` names the part of the record that ``same`` compares.
    """

    file: SourceFile
    name: str
    day: str
    question: str
    same: SameContent


@dataclass(slots=True)
class Authorship:
    """Attributes records to people; ``trusted`` names the revision whose people are believed, of a commit."""

    archive: Archive
    who_is_who: Callable[[], People]
    """Read only where it is asked: without git or signatures nobody needs to know."""

    trusted: str | None = None
    trusted_commit: str | None = None
    trouble: str | None = None
    repositories: dict[str | None, Repository] = field(default_factory=dict)

    @property
    def people(self) -> People:
        """Everyone whose records are believed."""
        return self.who_is_who()

    def seals(self, checked: list[CheckedSeal]) -> Iterator[tuple[CheckedSeal, Author]]:
        """The author of each signed-off record."""
        claims = [
            self.signed_off(one.file, one.by or "", str((self.archive.data(one.file) or {}).get("date", "")))
            for one in checked
        ]
        found = self.attribute(claims)
        for one, claim, author in zip(checked, claims, found, strict=True):
            yield one, self.with_signature(one, claim, author)

    def verifications(self) -> Iterator[Verification]:
        """Who entered each confirmation of evidence."""
        claims = [
            self.confirmed(file, entry["by"], str(entry.get("date", "")), number)
            for file in self.archive.of_kind(Kind.EVIDENCE)
            for number, entry in enumerate(entries(self.archive.data(file) or {}))
            if isinstance(entry, dict) and isinstance(entry.get("by"), str)
        ]
        for claim, author in zip(claims, self.attribute(claims), strict=True):
            yield Verification(file=claim.file, by=claim.name, author=author)

    def repository_of(self, file: SourceFile) -> Repository | None:
        """The repository that a record is in: the learner's own, or the school's."""
        return self.repositories.get(file.learner) or self.repositories.get(None)

    def signed_off(self, file: SourceFile, by: str, day: str) -> Claim:
        """That somebody (``self`` for the learner) signs off an assessment or a decision."""
        name = claimed_name(by, file.learner)
        same = _says(lambda: self.archive.data(file) or {})
        return Claim(file=file, name=name, day=day, question="signed off", same=same)

    def confirmed(self, file: SourceFile, by: str, day: str, number: int) -> Claim:
        """That somebody confirms a piece of evidence, in its entry with this number."""
        same = _holds(lambda: entries(self.archive.data(file) or {})[number])
        return Claim(file=file, name=by, day=day, question=f"confirmed {number}", same=same)

    def attribute(self, claims: Sequence[Claim]) -> list[Author]:
        """Who brought in what each claim is about."""
        for repository in self.all:
            repository.prepare(
                (one.file.path, one.question) for one in claims if self.repository_of(one.file) is repository
            )
        origins = [self.origin(one) for one in claims]
        signatures: dict[str, CommitSignature] = {}
        for repository in self.all:
            mine = [
                origin.id
                for one, origin in zip(claims, origins, strict=True)
                if origin is not None and self.repository_of(one.file) is repository
            ]
            signatures.update(repository.check_signatures(mine, self.people))
        return [self._author(*pair, signatures) for pair in zip(claims, origins, strict=True)]

    @property
    def all(self) -> list[Repository]:
        """The school's repository, and those of learners with their own."""
        return list(self.repositories.values())

    def origin(self, claim: Claim) -> Commit | None:
        """The commit that brought in what a claim is about."""
        repository = self.repository_of(claim.file)
        return repository.origin(claim.file.path, claim.question, claim.same) if repository else None

    def _author(
        self, claim: Claim, origin: Commit | None, signatures: Mapping[str, CommitSignature]
    ) -> Author:
        repository = self.repository_of(claim.file)
        if repository is None:
            return Author(note=_NO_HISTORY)
        if origin is None:
            return Author(note=_UNCOMMITTED)
        if repository.is_cut_off(origin):
            return Author(note=_CUT_OFF)
        signed = signatures.get(origin.id, CommitSignature(Signature.NONE))
        person, signature, trust = judge(self.people, claim.name, claim.day, origin.email, signed)
        return Author(
            person=plain_name(person) if person else None,
            commit=origin.id,
            signature=signature,
            trust=trust,
            note=_SQUASHED if origin.squashed else None,
        )

    def with_signature(self, checked: CheckedSeal, claim: Claim, author: Author) -> Author:
        """The signature in the seal goes before what git says: it is the signer's own."""
        seal = (self.archive.data(checked.file) or {}).get("seal")
        if not isinstance(seal, dict) or checked.by is None:
            return author
        signature = seal.get("signature")
        if not isinstance(signature, str):
            return author
        if ssh.program() is None:
            return Author(person=author.person, commit=author.commit, trust=author.trust, note=_NO_KEYGEN)
        said = statement(checked.file, checked.by, seal)
        found = ssh.check(signature, said, self.people.own_keys(claim.name))
        person, trust = author.person, author.trust
        if found is not Signature.GOOD:
            trust = Trust.CONTRADICTED
        elif checked.state is SealState.INTACT:
            person, trust = plain_name(claim.name), Trust.SIGNED
        return Author(person=person, commit=author.commit, signature=found, trust=trust, note=author.note)


def authorship(
    archive: Archive, trusted_ref: str | None, cache: Path | None = None, opened: Opened | None = None
) -> Authorship:
    """Find the repositories of a folder of records, and who is who in them.

    Without git, or where git cannot read the repository, everything counts as declared, and
    people are as they are on the disk. What git says is kept in ``cache``, where there is one, and
    in ``opened``: repositories that an earlier reading opened, which make place for those of this one.

    Raises:
        GitFailed: where a revision was asked for that is not there.
    """
    found = Authorship(archive, once(lambda: people_of(_people_here(archive))))
    school = find(archive.root)
    try:
        _open(found, None, school, cache, opened)
    except GitFailed as failure:
        found.trouble = str(failure)
    repository = found.repositories.get(None)
    if repository is None:
        return found
    apart = _open_learners(found, school, cache, opened)
    trusted = trusted_commit(repository.git, trusted_ref)
    if trusted is None:
        raise GitFailed(str(trusted_ref))
    found.trusted = trusted[0]
    found.trusted_commit = trusted[1]
    found.who_is_who = once(lambda: people_of(_people_then(archive, repository, trusted[1], apart)))
    return found


def _people_then(archive: Archive, repository: Repository, commit: str, apart: set[str]) -> Iterator[Told]:
    """Those of the trusted revision; ``apart``, whose folder is a repository of its own, as they are here."""
    yield from repository.people_at(commit)
    if apart:
        yield from (one for one in _people_here(archive) if one[0] is Kind.LEARNER and one[1] in apart)


def _people_here(archive: Archive) -> list[Told]:
    return [
        (one.kind, one.id, archive.data(one) or {})
        for kind in (Kind.PERSON, Kind.LEARNER)
        for one in archive.of_kind(kind)
    ]


def _open(
    found: Authorship, learner: str | None, git: Git | None, cache: Path | None, opened: Opened | None
) -> None:
    head = git.commit("HEAD") if git else None
    if git is not None and head is not None:
        before = opened.get(learner) if opened else None
        repository = Repository(git, found.archive.root, head, learner, cache, before)
        if cache is None:
            repository.read()
        found.repositories[learner] = repository
        if opened is not None:
            opened[learner] = repository


def _open_learners(
    found: Authorship, school: Git | None, cache: Path | None, opened: Opened | None
) -> set[str]:
    """Learners whose folder is a repository of its own."""
    apart = set()
    for file in found.archive.of_kind(Kind.LEARNER):
        folder = found.archive.root / "learners" / file.id
        if not (folder / ".git").exists():
            continue
        git = find(folder)
        if git is None or git == school:
            continue
        apart.add(file.id)
        try:
            _open(found, file.id, git, cache, opened)
        except GitFailed as failure:
            found.trouble = str(failure)
    return apart


def entries(data: Mapping[str, Any]) -> list[Any]:
    """The confirmations of a piece of evidence, one or several."""
    found = data.get("verified")
    return found if isinstance(found, list) else [] if found is None else [found]


def _says(read: Callable[[], Mapping[str, Any]]) -> SameContent:
    """What matters in a sign-off: all but its seal, files by their names. Read only where it is asked."""
    own = once(lambda: _content(read()))
    return lambda other: _content(other) == own()


def _content(data: Mapping[str, Any]) -> str | None:
    try:
        return digest(data, lambda name: name)
    except ValueError:
        return None


def _holds(read: Callable[[], Any]) -> SameContent:
    own = once(read)
    return lambda other: own() in entries(other)
