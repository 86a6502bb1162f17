"""By which addresses and keys git knows people, as of a revision that is trusted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bekwaam.model.assessment import SELF
from bekwaam.model.kinds import Kind
from bekwaam.provenance.git import Git
from bekwaam.provenance.ssh import fingerprint
from bekwaam.source import classify, is_id, read_bytes

_LEARNERS = "learners/"
_PEOPLE, _LEARNER = "people/", "/learner."
"""Where records of people lie, and what every path of a learner's own record has in it."""

_FIELDS = ("emails", "signing_keys", "roles")
_ASKED = (*(one.encode() for one in _FIELDS), b"\\")
"""What a record has to hold to say anything here: one of these keys, or a key that is written in code."""

_ENTERS_FOR_OTHERS = frozenset({"coach", "teacher", "school_responsible"})
_DEFAULT_BRANCHES = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
    "HEAD",
)

Told = tuple[Kind, str, Mapping[str, Any]]
"""Kind, id and data of the record of a person or learner."""

Listed = Mapping[str, Sequence[str]]
"""Paths below the folder of records by the id of their content."""


@dataclass(slots=True)
class People:
    """Everyone by the name that stands in records; learners as ``learners/<id>``."""

    names_by_email: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    names_by_key: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    roles: dict[str, list[Mapping[str, Any]]] = field(default_factory=dict)

    def by_email(self, email: str) -> str | None:
        """Whose address it is; None where it is nobody's, or more than one person's."""
        return _only(self.names_by_email.get(email.casefold(), set()))

    def by_key(self, key_fingerprint: str) -> str | None:
        """Whose key it is; None where it is nobody's, or more than one person's."""
        return _only(self.names_by_key.get(key_fingerprint, set()))

    def own_keys(self, name: str) -> tuple[str, ...]:
        """The keys of somebody that nobody else has as well."""
        return tuple(key for key in self.keys.get(name, ()) if self.by_key(fingerprint(key) or "") == name)

    def roles_on(self, name: str, day: str) -> frozenset[str]:
        """The roles that somebody holds on an ISO date, both ends included."""
        return frozenset(
            str(one.get("role"))
            for one in self.roles.get(name, ())
            if str(one.get("from", "")) <= day <= str(one.get("to", "9999"))
        )

    def may_enter_for(self, author: str, claimed: str, day: str) -> bool:
        """Whether a coach, teacher or school responsible enters what a mentor or learner said."""
        for_whom = claimed.startswith(_LEARNERS) or "mentor" in self.roles_on(claimed, day)
        return for_whom and not self.roles_on(author, day).isdisjoint(_ENTERS_FOR_OTHERS)


def claimed_name(signer: str, learner: str | None) -> str:
    """The name in `People` of who signs off: a person, or the learner for ``self``."""
    return f"{_LEARNERS}{learner}" if signer == SELF else signer


def plain_name(name: str) -> str:
    """The id of a person or of a learner."""
    return name.removeprefix(_LEARNERS)


def people_of(records: Iterable[Told]) -> People:
    """Index the records of people and learners; what has no good shape counts as not there."""
    people = People()
    for kind, id_, data in records:
        name = f"{_LEARNERS}{id_}" if kind is Kind.LEARNER else id_
        for email in _strings(data.get("emails")):
            people.names_by_email[email.casefold()].add(name)
        keys = [key for key in _strings(data.get("signing_keys")) if fingerprint(key)]
        people.keys[name] = tuple(keys)
        for key in keys:
            people.names_by_key[fingerprint(key) or ""].add(name)
        roles = data.get("roles")
        listed = roles if isinstance(roles, list) else [roles]
        people.roles[name] = [one for one in listed if isinstance(one, dict)]
    return people


def trusted_commit(git: Git, asked: str | None) -> tuple[str, str] | None:
    """The revision whose people are believed, and its commit: as asked, else the default branch."""
    for name in (asked,) if asked else _DEFAULT_BRANCHES:
        commit = git.commit(name)
        if commit is not None:
            return name, commit
    return None


def listed_in(tree: Mapping[str, str], prefix: str) -> Listed:
    """The files of the people and learners below a folder, in a tree as `Git.tree` gives it."""
    blobs: dict[str, list[str]] = defaultdict(list)
    for full, about in tree.items():
        if _LEARNER not in full and _PEOPLE not in full:
            continue  # to classify tens of thousands of paths takes longer than to list them
        if not full.startswith(prefix) or not about.startswith("100"):
            continue
        path = full.removeprefix(prefix)
        place = classify(path)
        if place is not None and place.kind in (Kind.PERSON, Kind.LEARNER) and is_id(place.id):
            blobs[about.split()[2]].append(path)
    return blobs


def records_of(git: Git, listed: Listed) -> Iterator[Told]:
    """What those of them say who have an address, a key or a role."""
    for blob, content in git.objects(listed):
        if not any(one in content for one in _ASKED):
            continue  # most learners: to read what they hold would take longer than all the rest
        for path in listed[blob]:
            place = classify(path)
            data = read_bytes(content, path).data
            if place is not None and data is not None:
                yield place.kind, place.id, {one: data[one] for one in _FIELDS if one in data}


def _strings(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _only(names: set[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None
