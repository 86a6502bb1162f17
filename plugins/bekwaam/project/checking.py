"""What is wrong in one learner's records, and what they come to: given the school's, and nobody else's."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bekwaam import rules
from bekwaam.diagnostics import Diagnostic, Pointer
from bekwaam.model.project import LearnerFolder, MediaFile, Project, Record
from bekwaam.model.status import CompetenceStatus
from bekwaam.project.dividing import Files
from bekwaam.project.doubting import is_unsure
from bekwaam.project.locating import located
from bekwaam.project.reading import Part
from bekwaam.provenance import CheckedSeal, broken_seals
from bekwaam.records.assembly import assemble_folder, assemble_school
from bekwaam.rules.records import every_record_of
from bekwaam.source import Tree, fingerprint, marks_of
from bekwaam.status import compute

_REFERENCES = ("E30", "E31")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found in a learner's records, in order and with places; their statuses and broken seals.

    ``digest`` is that of all three. ``alone`` says that nothing hangs on the files of somebody else.
    """

    findings: tuple[Diagnostic, ...]
    statuses: Mapping[str, CompetenceStatus]
    digest: str
    broken: Mapping[str, CheckedSeal] = field(default_factory=dict)
    alone: bool = True


class Checks:
    """Ready to check the learners of one school on one day."""

    def __init__(self, root: Path, files: Files, part: Part, as_of: dt.date) -> None:
        """Put together what all learners' records rest on: ``files`` and ``part`` are the school's."""
        self.root = root
        self._as_of = as_of
        self._part = part
        self._listed = files.listed
        self.school = assemble_school(part.records, {}, files.listed, {})
        self._rules = rules.Rules(self.school)
        self._whole = self.school
        self._whole_rules = self._rules
        if part.mended:
            also = [record for record, _ in part.mended]
            self._whole = assemble_school([*part.records, *also], {}, files.listed, {})
            self._whole_rules = rules.Rules(self._whole)
        own = list(self.of_school(self.school))
        self._unsure = files.unsure or any(is_unsure(one) for one in own)

    def of_school(self, project: Project) -> Iterator[Diagnostic]:
        """What is found in the school's own records, given everybody's; without places."""
        yield from self._part.findings
        yield from self._rules.of_school(project, self._as_of)
        if self._part.mended:
            whole = replace(
                self._whole, learners=project.learners, media=project.media, listed=project.listed
            )
            found = self._whole_rules.of_school(whole, self._as_of)
            yield from _dangling(found, self._part)

    def of_learner(self, files: Files, part: Part, media: Mapping[str, MediaFile] | None = None) -> Checked:
        """What is found in a learner's records.

        ``media`` is everybody's; without it, a file of somebody else counts as missing, and the
        result says so where a seal could hang on it.
        """
        folder = part.folder
        assert folder is not None
        found = [
            *part.findings,
            *self._rules.of_learner(self._with(self.school, files, folder), folder, self._as_of),
        ]
        if part.mended:
            records = [*every_record_of(folder), *(record for record, _ in part.mended)]
            mended = assemble_folder(folder.id, records)
            whole = self._with(self._whole, files, mended)
            found.extend(_dangling(self._whole_rules.of_learner(whole, mended, self._as_of), part))
        tree = Tree(records=files.records, media=files.media if media is None else media)
        broken, wrong_seals = broken_seals(self.root, tree, folder)
        found.extend(wrong_seals)
        unsure = self._unsure or files.unsure or any(is_unsure(one) for one in found)
        statuses, wrong = compute(self.school, folder, self._as_of, broken)
        if not unsure:
            found.extend(wrong)
        astray = part.sealed and any(one.code == "E321" for one in found)
        findings = tuple(located(self.root, files.records, found))
        return Checked(
            findings=findings,
            statuses=statuses,
            digest=fingerprint((findings, statuses, broken)).hex(),
            broken=broken,
            alone=not astray or media is not None,
        )

    def key(self, files: Files, part: Part, is_settled: Callable[[int], bool]) -> str:
        """A digest of all that checking a learner's records rests on; nothing where nobody can tell."""
        marks = ""
        if part.sealed:  # a seal may be about the bytes of a photo; all else asks only whether it is there
            marks, changed = marks_of(self.root, files.media)
            if not is_settled(changed):
                return ""
        rests_on = (
            part.digest,
            self._part.digest,
            self._as_of.isoformat(),
            self._unsure,
            files.unsure,
            marks,
            list(files.media),
        )
        return hashlib.blake2b(repr(rests_on).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    def _with(self, school: Project, files: Files, folder: LearnerFolder) -> Project:
        return replace(
            school,
            learners={folder.id: folder},
            media=files.media,
            listed={**self._listed, **files.listed},
        )


def _dangling(found: Iterable[Diagnostic], part: Part) -> Iterator[Diagnostic]:
    """References to nothing in records with a mistake, but for those that we put in ourselves."""
    mended: dict[str, tuple[Record[Any], frozenset[Pointer]]] = {one[0].path: one for one in part.mended}
    for one in found:
        if one.path in mended and one.code.startswith(_REFERENCES):
            touched = mended[one.path][1]
            if not any(one.pointer[: len(place)] == place for place in touched):
                yield one
