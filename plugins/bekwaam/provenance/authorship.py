"""Who signed off each record, according to git and to the signature in the seal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bekwaam.diagnostics import say
from bekwaam.model.kinds import Kind
from bekwaam.provenance import ssh
from bekwaam.provenance.archive import Archive
from bekwaam.provenance.digest import digest
from bekwaam.provenance.git import Git, GitFailed, find
from bekwaam.provenance.history import Commit
from bekwaam.provenance.people import People, claimed_name, people_of, plain_name, records_at, trusted_commit
from bekwaam.provenance.repository import Repository, SameContent
from bekwaam.provenance.seals import CheckedSeal, SealState
from bekwaam.provenance.ssh import Signature
from bekwaam.provenance.statement import statement
from bekwaam.provenance.trust import Author, CommitSignature, Trust, judge
from bekwaam.source import SourceFile

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


@dataclass(frozen=True, slots=True)
class _Claim:
    """What is to be attributed: to whom, on which day, and what matters in the record."""

    file: SourceFile
    name: str
    day: str
    same: SameContent


@dataclass(slots=True)
class Authorship:
    """Attributes records to people; ``trusted`` names the revision whose people are believed."""

    archive: Archive
    people: People
    trusted: str | None = None
    trouble: str | None = None
    repositories: dict[str | None, Repository] = field(default_factory=dict)

    def seals(self, checked: list[CheckedSeal]) -> Iterator[tuple[CheckedSeal, Author]]:
        """The author of each signed-off record."""
        claims = [self._claim(one) for one in checked]
        found = self._attribute(claims)
        for one, claim, author in zip(checked, claims, found, strict=True):
            yield one, self._with_signature(one, claim, author)

    def verifications(self) -> Iterator[Verification]:
        """Who entered each confirmation of evidence."""
        claims = []
        for file in self.archive.of_kind(Kind.EVIDENCE):
            entries = (self.archive.data(file) or {}).get("verified")
            for entry in entries if isinstance(entries, list) else [entries]:
                if isinstance(entry, dict) and isinstance(entry.get("by"), str):
                    day = str(entry.get("date", ""))
                    claims.append(_Claim(file, entry["by"], day, _holds(entry)))
        for claim, author in zip(claims, self._attribute(claims), strict=True):
            yield Verification(file=claim.file, by=claim.name, author=author)

    def repository_of(self, file: SourceFile) -> Repository | None:
        """The repository that a record is in: the learner's own, or the school's."""
        return self.repositories.get(file.learner) or self.repositories.get(None)

    def _claim(self, checked: CheckedSeal) -> _Claim:
        data = self.archive.data(checked.file) or {}
        name = claimed_name(checked.by or "", checked.file.learner)
        return _Claim(checked.file, name, str(data.get("date", "")), _says(data))

    def _attribute(self, claims: list[_Claim]) -> list[Author]:
        for repository in self._all():
            repository.prepare(one.file.path for one in claims if self.repository_of(one.file) is repository)
        origins = [self._origin(one) for one in claims]
        signatures: dict[str, CommitSignature] = {}
        for repository in self._all():
            mine = [
                origin.id
                for one, origin in zip(claims, origins, strict=True)
                if origin is not None and self.repository_of(one.file) is repository
            ]
            signatures.update(repository.check_signatures(mine, self.people))
        return [self._author(*pair, signatures) for pair in zip(claims, origins, strict=True)]

    def _all(self) -> list[Repository]:
        return list(self.repositories.values())

    def _origin(self, claim: _Claim) -> Commit | None:
        repository = self.repository_of(claim.file)
        return repository.origin(claim.file.path, claim.same) if repository else None

    def _author(
        self, claim: _Claim, origin: Commit | None, signatures: Mapping[str, CommitSignature]
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

    def _with_signature(self, checked: CheckedSeal, claim: _Claim, author: Author) -> Author:
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


def authorship(archive: Archive, trusted_ref: str | None) -> Authorship:
    """Find the repositories of a folder of records, and who is who in them.

    Without git, or where git cannot read the repository, everything counts as declared, and
    people are as they are on the disk.

    Raises:
        GitFailed: where a revision was asked for that is not there.
    """
    here = [
        (one.kind, one.id, archive.data(one) or {})
        for kind in (Kind.PERSON, Kind.LEARNER)
        for one in archive.of_kind(kind)
    ]
    found = Authorship(archive, people_of(here))
    school = find(archive.root)
    try:
        _open(found, None, school)
    except GitFailed as failure:
        found.trouble = str(failure)
    repository = found.repositories.get(None)
    if repository is None:
        return found
    apart = _open_learners(found, school)
    trusted = trusted_commit(repository.git, trusted_ref)
    if trusted is None:
        raise GitFailed(str(trusted_ref))
    found.trusted = trusted[0]
    known = [*records_at(repository.git, trusted[1], repository.prefix)]
    known += [one for one in here if one[0] is Kind.LEARNER and one[1] in apart]
    found.people = people_of(known)
    return found


def _open(found: Authorship, learner: str | None, git: Git | None) -> None:
    head = git.commit("HEAD") if git else None
    if git is not None and head is not None:
        found.repositories[learner] = Repository(git, found.archive.root, head, learner)


def _open_learners(found: Authorship, school: Git | None) -> set[str]:
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
            _open(found, file.id, git)
        except GitFailed as failure:
            found.trouble = str(failure)
    return apart


def _says(data: Mapping[str, Any]) -> SameContent:
    """What matters in a sign-off: all but its seal, files by their names."""
    own = _content(data)
    return lambda other: _content(other) == own


def _content(data: Mapping[str, Any]) -> str | None:
    try:
        return digest(data, lambda name: name)
    except ValueError:
        return None


def _holds(entry: Mapping[str, Any]) -> SameContent:
    def holds(other: Mapping[str, Any]) -> bool:
        entries = other.get("verified")
        return entry in (entries if isinstance(entries, list) else [entries])

    return holds
