"""What git and the seals say of all records of a project at once, for its pages and documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from bekwaam.diagnostics import Message, say
from bekwaam.model.project import Project, Record
from bekwaam.model.provenance import Provenance
from bekwaam.provenance.archive import Archive
from bekwaam.provenance.authorship import Authorship, Opened, authorship
from bekwaam.provenance.broken import BrokenSeals
from bekwaam.provenance.git import GitFailed
from bekwaam.provenance.saying import Asking, Owner, Said, file_of, is_signed, told
from bekwaam.provenance.since import since
from bekwaam.provenance.ssh import program
from bekwaam.source import Tree, fingerprint, learner_of

_NONE: Mapping[str | None, str] = MappingProxyType({})

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
    """What is known of each record, by its path, and what holds for all of it.

    ``said`` is the same by learner, with None for the school itself; ``nobody`` that git knows nobody at
    all, which then holds for each of them.
    """

    records: Mapping[str, Provenance] = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()
    said: Mapping[str | None, Said] = field(default_factory=dict)
    nobody: bool = False


class Before(Protocol):
    """What an earlier reading left: what was said, and the repositories that it opened."""

    opened: Opened | None

    def said(self, whose: str | None, key: str) -> Said | None:
        """What was said of somebody's records, where all that it rests on has the same key."""

    def keep_said(self, whose: str | None, key: str, said: Said) -> None:
        """Remember it."""


def attribute(
    root: Path,
    project: Project,
    broken: BrokenSeals,
    cache: Path | None,
    before: Before | None = None,
    digests: Mapping[str | None, str] = _NONE,
) -> Attribution:
    """Ask git about every record of a project, in one pass over the history.

    Where there is no history, or none of it is by anybody whom the records know, records have only
    their own word, and that is said once. Never fails.

    Args:
        root: the folder of records.
        project: all of them.
        broken: seals that do not hold.
        cache: a folder to keep what git says in.
        before: what an earlier reading left.
        digests: of the files of each learner, and of the school itself; without it, all are asked about.
    """
    owners = _owners(project)
    files = {one.path: file_of(one) for owner in owners.values() for one in owner.records}
    archive = Archive(root, Tree(records=tuple(files.values()), media=project.media))
    seals = {one.file.path: one for found in broken.values() for one in found.values()}
    try:
        who = authorship(archive, None, cache, before.opened if before else None)
        keys = _keys(who, owners, broken, digests, cache) if cache else {}
        said = _said_before(before, keys)
        asked = {one: owner for one, owner in owners.items() if one not in said}
        found = Asking(who, files, seals).ask(asked)
    except GitFailed as failure:
        bare = {path: Provenance(broken=told(one, None)) for path, one in seals.items()}
        return Attribution(records=bare, remarks=(say(_TROUBLE.template, reason=failure),))
    for repository in who.all if found else ():
        repository.remember()
    if before:
        for one in found.keys() & keys.keys():
            before.keep_said(one, keys[one], found[one])
    everything = said | found
    return _together(who, {one: everything[one] for one in owners})


def _said_before(before: Before | None, keys: Mapping[str | None, str]) -> dict[str | None, Said]:
    found = {one: before.said(one, key) for one, key in keys.items()} if before else {}
    return {one: said for one, said in found.items() if said is not None}


def _together(who: Authorship, said: Mapping[str | None, Said]) -> Attribution:
    everything = said.values()
    remarks = _remarks(
        who,
        known=any(one.known for one in everything),
        committed=any(one.committed for one in everything),
    )
    records: dict[str, Provenance] = {}
    for one in everything:
        records.update(one.records)
        if _NOBODY in remarks:
            records.update(one.unknown)
    return Attribution(records=records, remarks=remarks, said=said, nobody=_NOBODY in remarks)


def _keys(
    who: Authorship,
    owners: Mapping[str | None, Owner],
    broken: BrokenSeals,
    digests: Mapping[str | None, str],
    cache: Path,
) -> dict[str | None, str]:
    """For each owner a digest of all that git's word on their records rests on, where that can be told.

    It cannot where git fails, or where learners have repositories of their own, which may know each other.
    """
    school = who.repositories.get(None)
    if who.trouble is not None or len(who.repositories) > 1:
        return {}
    followed = None
    if school is not None and who.trusted_commit is not None:
        followed = since(cache, school.git, school.head, who.trusted_commit, school.prefix)
    rests_on = school and (school.clone, school.prefix, school.shallow, program() is None)
    return {
        one: fingerprint(
            (
                rests_on,
                followed and followed.of(one),
                digests[one],
                owner.media,
                broken.get(one, {}) if one is not None else {},
            )
        ).hex()
        for one, owner in owners.items()
        # Without git, a signature is checked with the keys that stand in other people's records.
        if one in digests and (school is not None or not any(map(is_signed, owner.records)))
    }


def _owners(project: Project) -> dict[str | None, Owner]:
    """Whose records and files there are: the school's own first."""
    owners: dict[str | None, Owner] = defaultdict(Owner)
    for record in _records(project):
        if not record.stand_in:
            owners[record.learner].records.append(record)
    for path in project.media:
        owners[learner_of(path)].media.append(path)
    return dict(owners)


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


def _remarks(who: Authorship, *, known: bool, committed: bool) -> tuple[Message, ...]:
    remarks = []
    if who.trouble is not None:
        remarks.append(say(_TROUBLE.template, reason=who.trouble))
    elif not who.repositories:
        remarks.append(_NO_GIT)
    elif not known and committed:
        remarks.append(_NOBODY)
    if any(one.shallow for one in who.all):
        remarks.append(_SHALLOW)
    return tuple(remarks)
