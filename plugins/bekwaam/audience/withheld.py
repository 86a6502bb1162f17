"""What the gate took out, string by string, so that a build can be searched for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from bekwaam.audience.findings import records, records_of
from bekwaam.audience.gated import Gated
from bekwaam.audience.strings import Sort, strings
from bekwaam.model.audience import Audience
from bekwaam.model.project import Project, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """A string that this audience may not see, and the path of the record that holds it."""

    sort: Sort
    text: str
    path: str


def withheld(
    project: Project, gated: Gated, shown: Callable[[], Iterable[str]] | None = None
) -> Iterator[Secret]:
    """The strings of the whole project that are not in what came through the gate.

    ``shown`` may give a part of what did; the rest of it is then among the strings too. The name of a file
    on somebody's phone or computer never leaves the team, so it is a secret even where the picture itself
    is shown.
    """
    team = gated.audience is Audience.TEAM
    # The team sees all of a record that came through as it was; most did.
    whole = {id(one.data) for one in records(gated.project)} if team else set()
    suspects = [one for one in _all(project, whole) if not (team and one.text in gated.shown)]
    seen_by_all = set(shown() if shown else shown_strings(gated)) if suspects else set()
    seen: set[tuple[Sort, str]] = set()
    for secret in suspects:
        named = secret.sort is Sort.FILE_NAME and not team
        if (named or secret.text not in seen_by_all) and (secret.sort, secret.text) not in seen:
            seen.add((secret.sort, secret.text))
            yield secret


def shown_strings(gated: Gated) -> list[str]:
    """Every string that this audience may see, file names apart (the team may see those too)."""
    found = [text for _, text in shown_of_school(gated)]
    for learner in gated.project.learners:
        found += [text for _, text in shown_of_learner(gated, learner)]
    return found


def shown_of_school(gated: Gated) -> Iterator[tuple[Sort, str]]:
    """What of it stands in the records of the school, and the names and ids of all learners."""
    for one in gated.shown.values():
        yield Sort.NAME, one.name
    for key in dict.fromkeys((*gated.shown, *gated.project.learners)):
        yield Sort.ID, key
    yield from _shown(records(gated.project, gated.project.learners), gated)


def shown_of_learner(gated: Gated, learner: str) -> Iterator[tuple[Sort, str]]:
    """What of it stands in the records of one learner."""
    return _shown(records_of(gated.project.learners[learner]), gated)


def _shown(found: Iterable[Record[Any]], gated: Gated) -> Iterator[tuple[Sort, str]]:
    team = gated.audience is Audience.TEAM
    for record in found:
        yield from (one for one in _strings_of(record) if team or one[0] is not Sort.FILE_NAME)


def _all(project: Project, without: Collection[int] = ()) -> Iterator[Secret]:
    """The strings of all records but those with data of one of these identities."""
    for record in records(project):
        if id(record.data) in without:
            continue
        for sort, text in _strings_of(record):
            yield Secret(sort=sort, text=text, path=record.path)
    for one, folder in project.learners.items():
        yield Secret(sort=Sort.ID, text=one, path=folder.learner.path)


def _strings_of(record: Record[Any]) -> Iterator[tuple[Sort, str]]:
    """The id and the strings of a record, a file by its name without the ending."""
    yield Sort.ID, record.id
    for sort, text in strings(record.data):
        yield sort, PurePosixPath(text).stem if sort is Sort.FILE_NAME else text
