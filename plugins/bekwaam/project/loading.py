"""From a folder of records to a checked project with statuses: what changed is read and checked anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path

from bekwaam import source
from bekwaam.project.checking import Checked, Checks
from bekwaam.project.crew import Crew, Hire, share
from bekwaam.project.dividing import Files, divide
from bekwaam.project.keeping import Keep, Packed
from bekwaam.project.loaded import Loaded
from bekwaam.project.locating import in_order, located
from bekwaam.project.packing import pack, unpack
from bekwaam.project.reading import Part, read_part
from bekwaam.records.assembly import assemble_school

_ENOUGH = 48
"""For fewer learners than these, starting processes takes longer than they save."""

_TOGETHER = 16
"""Learners whom one piece of work is about: few enough that what it gives is soon small again."""


def load(root: Path, as_of: dt.date, keep: Keep | None = None, hire: Hire | None = None) -> Loaded:
    """Read, check and compute everything below ``root`` as on a day.

    Never fails on what records hold: what is wrong comes back as diagnostics, and the rest is
    checked all the same. The result is the same with and without a keep and a crew.

    Args:
        root: the folder of records.
        as_of: the day.
        keep: remembers what was found before.
        hire: gets other processes, once it shows that there is enough to do for them.
    """
    tree, found = source.discover(root, keep.walked if keep else None)
    of_school, divided = divide(tree, found)
    part = keep.part(root, of_school) if keep else None
    if part is None:
        part = read_part(root, of_school)
        if keep:
            keep.keep(part, "", None, None)
    checks = Checks(root, of_school, part, as_of)
    learners = _learners(root, as_of, divided, checks, (of_school, part), keep, hire)
    parts = {learner: learners[learner][0] for learner in divided}
    project = assemble_school(
        part.records,
        {one: theirs.folder for one, theirs in parts.items() if theirs.folder is not None},
        {place: ids for files in (of_school, *divided.values()) for place, ids in files.listed.items()},
        tree.media,
    )
    checked = {learner: learners[learner][1] for learner in divided}
    for learner, one in checked.items():
        if not one.alone:
            checked[learner] = checks.of_learner(divided[learner], parts[learner], tree.media)
    if keep:
        keep.end({None, *divided})
    diagnostics = located(root, of_school.records, [*found, *checks.of_school(project)])
    for one in checked.values():
        diagnostics.extend(one.findings)
    return Loaded(
        root=root,
        project=project,
        statuses={learner: one.statuses for learner, one in checked.items()},
        diagnostics=tuple(in_order(diagnostics)),
        files=len(tree.records),
        paths=tuple(file.path for file in tree.records),
        broken={learner: one.broken for learner, one in checked.items() if one.broken},
        digests={learner: one.digest for learner, one in parts.items()},
        digest_of_school=part.digest,
        checked={learner: one.digest for learner, one in checked.items()},
    )


def _learners(
    root: Path,
    as_of: dt.date,
    divided: Mapping[str, Files],
    checks: Checks,
    school: tuple[Files, Part],
    keep: Keep | None,
    hire: Hire | None,
) -> dict[str, tuple[Part, Checked]]:
    """What each learner's files hold, and what checking that gave: kept from before, or found now."""
    known: dict[str, tuple[Part, Checked]] = {}
    unread: list[Files] = []
    for learner, files in divided.items():
        part = keep.part(root, files) if keep else None
        if keep is None or part is None:
            unread.append(files)
            continue
        key = checks.key(files, part, keep.is_settled)
        checked = keep.checked(learner, key) if key else None
        if checked is None:
            checked = checks.of_learner(files, part)
            keep.keep(part, key if checked.alone else "", checked, None)
        known[learner] = part, checked
    with ExitStack() as stack:
        crew = stack.enter_context(hire()) if hire is not None and len(unread) >= _ENOUGH else None
        found = _read_by(crew, root, as_of, unread, school) if crew else _read_here(root, unread, checks)
        for part, checked, packed in found:
            assert part.whose is not None
            if keep:
                key = checks.key(divided[part.whose], part, keep.is_settled) if checked.alone else ""
                keep.keep(part, key, checked, packed)
            known[part.whose] = part, checked
    return known


_Found = tuple[Part, Checked, Packed | None]


def _read_here(root: Path, unread: Iterable[Files], checks: Checks) -> Iterator[_Found]:
    for files in unread:
        part = read_part(root, files)
        yield part, checks.of_learner(files, part), None


def _read_by(
    crew: Crew, root: Path, as_of: dt.date, unread: list[Files], school: tuple[Files, Part]
) -> Iterator[_Found]:
    rests_on = pack((str(root), as_of, *school))
    tasks = ((rests_on, pack(tuple(unread[at : at + _TOGETHER]))) for at in range(0, len(unread), _TOGETHER))
    for results in share(_read_there, tasks, crew):
        for packed in results:
            yield unpack(packed[0]), unpack(packed[1]), packed


def _read_there(task: tuple[bytes, bytes]) -> list[Packed]:
    """Read and check some learners; in a process of the crew."""
    checks = _checks(task[0])
    found = []
    for files in unpack(task[1]):
        part = read_part(checks.root, files)
        found.append((pack(part), pack(checks.of_learner(files, part))))
    return found


@lru_cache(maxsize=1)
def _checks(rests_on: bytes) -> Checks:
    root, as_of, files, part = unpack(rests_on)
    return Checks(Path(root), files, part, as_of)
