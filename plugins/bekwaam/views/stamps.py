"""The number and digest of a document, from the data behind it and nothing else."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

import rfc8785

from bekwaam.audience import Gated
from bekwaam.diagnostics import Message
from bekwaam.model.audience import Audience
from bekwaam.model.media import learner_files, resolve
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.model.text import Text
from bekwaam.views.learner import DocumentKind
from bekwaam.views.stamp import Stamp

FileDigest = Callable[[str], str | None]
"""A digest of a file that a document shows, by its path below the folder of records."""

_GROUPS = 3
_NOT_PRINTED = ("rules", "privacy", "resources", "procedures", "practice_notes", "core_group", "vision")
"""What the school's record holds that stands in no document."""


def make_stamp(
    gated: Gated, key: str, kind: DocumentKind, file_digest: FileDigest = lambda _path: None
) -> Stamp:
    """The stamp of one document of a learner, the same in every language.

    The digest is SHA-256 over the RFC 8785 form of the records behind the document, as this audience
    may see them, and of what they come to. The day is not in it: while nothing changes, a document
    that is printed later has the same number. The number is the year of the newest record and the
    digest's first twelve digits.
    """
    project, folder = gated.project, gated.project.learners[key]
    whole = kind is DocumentKind.PORTFOLIO
    counting = {one for status in gated.statuses[key].values() for one in status.counting}
    evidence = {one: record for one, record in folder.evidence.items() if whole or one in counting}
    behind = list(_behind(project, folder, gated))
    own = [*evidence.values(), *_own(folder)]
    payload = {
        "format": 2,
        "document": kind.value,
        "audience": gated.audience.value,
        "learner": _plain(_told(folder, whole=whole, for_team=gated.audience is Audience.TEAM)),
        "statuses": _plain(gated.statuses[key]),
        "records": {record.path: _plain(_printed(record)) for record in behind},
        "files": {path: file_digest(project.media[path].path) for path in _files(project, folder, whole)},
    }
    if gated.audience is Audience.PUBLIC:
        payload = _renumbered(payload, project.people)
    digest = hashlib.sha256(rfc8785.dumps(payload)).hexdigest()
    days = [day for record in own if (day := _day(record)) is not None and day <= gated.as_of]
    parts = [digest[4 * place : 4 * place + 4] for place in range(_GROUPS)]
    number = f"{max(days, default=gated.as_of).year}-{'-'.join(parts)}".upper()
    url = project.school.data.url
    return Stamp(
        number=number,
        digest=digest,
        date=gated.as_of,
        address=f"{url.rstrip('/')}/c/{number}/" if url else None,
        audience=gated.audience,
        commit=_commit([*own, *behind]),
    )


def _own(folder: LearnerFolder) -> Iterator[Record[Any]]:
    yield folder.learner
    for records in (folder.agreements, folder.plans, folder.assessments, folder.decisions):
        yield from records.values()
    if folder.next_step is not None:
        yield folder.next_step


def _behind(project: Project, folder: LearnerFolder, gated: Gated) -> Iterator[Record[Any]]:
    """The school's own records that a document of the learner prints something of."""
    yield project.school
    references = (*gated.statuses[folder.id], folder.learner.data.programme)
    for name in sorted({one.partition("/")[0] for one in references}):
        if name in project.frameworks:
            yield project.frameworks[name]
    people = [project.people[one] for one in _people(project, folder) if one in project.people]
    yield from people
    organisations = {held.organisation for one in people for held in one.data.roles}
    for agreement in folder.agreements.values():
        organisations |= {agreement.data.school, agreement.data.workplace.partition("/")[0]}
    for name in sorted(organisations):
        if name in project.organisations:
            yield project.organisations[name]


def _people(project: Project, folder: LearnerFolder) -> list[str]:
    """Everyone that the learner's records name, in the order in which they do."""
    found = [project.school.data.responsible]
    for agreement in folder.agreements.values():
        found += sorted(agreement.data.mentors) + sorted(agreement.data.coaches)
    for evidence in folder.evidence.values():
        found += [one.by for one in evidence.data.verified]
    found += [one.data.assessor for one in folder.assessments.values()]
    found += [one.data.by for one in folder.decisions.values()]
    return list(dict.fromkeys(found))


def _told(folder: LearnerFolder, *, whole: bool, for_team: bool) -> dict[str, Any]:
    """The learner's records by kind and id; evidence only where it is printed."""
    names = ["agreements", "plans", "assessments", "decisions"]
    names += ["evidence"] if whole else []
    told: dict[str, Any] = {
        name: {one: record.data for one, record in getattr(folder, name).items()} for name in names
    }
    learner = folder.learner.data
    if for_team:
        learner = dataclasses.replace(learner, consents=(), emails=learner.emails[:1], signing_keys=())
    return {**told, "learner": learner, "next_step": folder.next_step.data if folder.next_step else None}


def _printed(record: Record[Any]) -> Any:
    """A shared record without what no document prints: a new key changes no number."""
    hidden = dict.fromkeys((*_NOT_PRINTED, "emails", "signing_keys", "training"))
    data = record.data
    return {
        field.name: getattr(data, field.name)
        for field in dataclasses.fields(data)
        if field.name not in hidden
    }


def _files(project: Project, folder: LearnerFolder, whole: bool) -> list[str]:
    """The files that a document shows."""
    logo = project.school.data.logo
    shown = {resolve(project.school.path, logo.file)} if logo else set()
    if whole:
        shown |= set(learner_files(folder))
    return sorted(shown & project.media.keys())


def _commit(records: Iterable[Record[Any]]) -> str | None:
    """The last commit that touched the records; None where one of them is not committed."""
    commits = [one.provenance.commit if one.provenance else None for one in records if not one.stand_in]
    known = [one for one in commits if one is not None]
    return max(known).id if known and len(known) == len(commits) else None


def _day(record: Record[Any]) -> dt.date | None:
    found = getattr(record.data, "date", None)
    return found if isinstance(found, dt.date) else None


def _renumbered(payload: Any, people: Mapping[str, object]) -> Any:
    """The same with people numbered as they come: others of the school do not change the number."""
    numbers: dict[str, str] = {}

    def rename(value: Any) -> Any:
        if isinstance(value, str):
            bare = value.removeprefix("people/").removesuffix(".yml")
            if bare not in people:
                return value
            numbers.setdefault(bare, f"person {len(numbers) + 1}")
            return value.replace(bare, numbers[bare])
        if isinstance(value, dict):
            return {rename(key): rename(one) for key, one in value.items()}
        if isinstance(value, list):
            return [rename(one) for one in value]
        return value

    return rename(payload)


def _plain(value: Any) -> Any:
    """Records as plain JSON data; what is not there is left out."""
    if isinstance(value, Message):
        return value.template
    if isinstance(value, Text):
        return dict(value.by_language)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        fields = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {name: _plain(one) for name, one in fields if one is not None}
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(one) for key, one in value.items() if one is not None}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    if isinstance(value, (set, frozenset)):
        return sorted(_plain(one) for one in value)
    return value
