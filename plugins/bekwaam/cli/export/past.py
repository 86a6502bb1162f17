"""The learner's own part of the history, for what they take along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from bekwaam import source
from bekwaam.cli.refusing import Refused
from bekwaam.diagnostics import say
from bekwaam.model.project import LearnerFolder, Project
from bekwaam.model.text import Text
from bekwaam.provenance.git import Git, find
from bekwaam.provenance.ownership import Ownership, find_ownership
from bekwaam.provenance.rewriting import Rewriting
from bekwaam.provenance.taking_along import begin, commit_all, is_shallow, take_history
from bekwaam.source import SourceFile

RECORDS = "portfolios"
"""The folder of records in what is taken along."""

_PEOPLE = "people/"
_NOWHERE = "people.invalid"
"""No address ends in this, ever: RFC 2606 keeps it free."""

_UNKNOWN = ("-", f"unknown@{_NOWHERE}")
_PROGRAM = ("bekwaam", f"bekwaam@{_NOWHERE}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The repository that holds a learner's folder, and which part of its history is theirs."""

    git: Git
    head: str
    ownership: Ownership


def find_past(root: Path, folder: LearnerFolder) -> Past:
    """The history of a learner's folder: in the school's repository or in one of its own.

    Raises:
        Refused: where there is none, or not all of it.
        GitFailed: where git cannot tell.
    """
    place = (root / "learners" / folder.id).resolve()
    git = find(place)
    head = git.commit("HEAD") if git else None
    if git is None or head is None:
        raise Refused(say("There is no git history here; leave out --with-history."))
    if is_shallow(git):
        raise Refused(
            say("This clone has a part of the history only: “git fetch --unshallow” gets the rest.")
        )
    inside = place.relative_to(git.work_tree).as_posix()
    file = SourceFile(
        path=folder.learner.path, kind=folder.learner.kind, id=folder.id, learner=folder.learner.learner
    )
    now = source.read(root, file).data or {}
    ownership = find_ownership(git, head, "" if inside == "." else f"{inside}/", now)
    return Past(git=git, head=head, ownership=ownership)


def add_history(new: Path, past: Past, project: Project, folder: LearnerFolder, today: dt.date) -> int:
    """Make a repository of a folder that has all its files; gives how many commits are of before."""
    repository = begin(past.git, new, past.head)
    kept = [file.stem for file in (new / RECORDS / _PEOPLE).glob("*.yml")]
    rewriting = Rewriting(
        homes=past.ownership.homes,
        target=f"{RECORDS}/learners/{folder.id}/",
        commits=None if past.ownership.commits is None else tuple(sorted(past.ownership.commits)),
        strange=tuple(sorted(past.ownership.strange)),
        own=tuple(one.casefold() for one in folder.learner.data.emails),
        name=_plain(folder.learner.data.name or folder.learner.data.pseudonym, project),
        people=_people(project, kept),
        unknown=_UNKNOWN,
    )
    commits = take_history(past.git, past.head, repository, rewriting)
    message = f"bekwaam export learner {folder.id} --with-history\n"
    commit_all(repository, _PROGRAM, message, f"{today.isoformat()}T12:00:00+00:00")
    return commits


def with_address(path: str, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """A person's record with the address by which the rewritten history knows them."""
    if not path.startswith(_PEOPLE):
        return data
    return {**data, "emails": [_address(PurePosixPath(path).stem)]}


def _people(project: Project, kept: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Who stands in the records that go along, by their real address: what is written instead."""
    found: dict[str, tuple[str, str]] = {}
    shared: set[str] = set()
    for one in sorted(kept):
        person = project.people[one].data
        name = _plain(person.name, project)
        for email in {email.casefold() for email in person.emails}:
            if email in found:
                shared.add(email)
            found[email] = name, _address(one)
    return {email: who for email, who in found.items() if email not in shared}


def _plain(name: Text | str, project: Project) -> str:
    """A name on one line, without the brackets that git puts around an address."""
    language = project.school.data.first_language
    text = name if isinstance(name, str) else name.pick(language, language)
    return " ".join(text.translate({ord("<"): None, ord(">"): None}).split()) or "-"


def _address(id_: str) -> str:
    return f"{id_}@{_NOWHERE}"
