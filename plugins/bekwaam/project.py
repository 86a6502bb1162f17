"""The composition root: a folder of records in, a checked project with statuses out."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bekwaam import provenance, rules, schema, source
from bekwaam.diagnostics import TOP, Diagnostic, Message, Pointer, Severity
from bekwaam.model.kinds import Kind
from bekwaam.model.project import Project, Record
from bekwaam.model.status import CompetenceStatus
from bekwaam.records.assembly import assemble, with_provenance
from bekwaam.records.building import from_data
from bekwaam.records.kinds import CLASSES
from bekwaam.source import SourceFile
from bekwaam.status import compute

_STATUS_RESTS_ON = ("agreements", "plans", "evidence", "assessments", "decisions")
_HIDE_NOTHING = ("E321", "E322", "E323", "E402", "E403", "E404")
"""Errors about files, and about who may do what: a status is the same with and without them."""

_REFERENCES = ("E30", "E31")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A school's records, what they come to on a day, and everything that is wrong with them.

    ``statuses`` by learner and competence. ``diagnostics`` are sorted by path and place, each
    with its location. ``paths`` are those of all records that there are, broken ones too; ``files``
    counts them. ``broken`` are the seals that no longer hold. ``remarks`` is what git says about all
    of them, once it was asked. ``digests`` are, by learner, those of the paths and bytes of all files
    of records in a learner's folder, broken ones too; ``digest_of_school`` is that of all others.
    """

    root: Path
    project: Project
    statuses: Mapping[str, Mapping[str, CompetenceStatus]]
    diagnostics: tuple[Diagnostic, ...]
    files: int
    paths: tuple[str, ...] = ()
    broken: provenance.BrokenSeals = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    digest_of_school: str = ""

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(one.severity is Severity.ERROR for one in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.diagnostics) - self.errors


def load(root: Path, as_of: dt.date) -> Loaded:
    """Read, check and compute everything below ``root`` as on a day.

    Never fails on what records hold: what is wrong comes back as diagnostics, and the rest is
    checked all the same.
    """
    tree, found = source.discover(root)
    diagnostics = list(found)
    records: list[Record[Any]] = []
    mended: dict[str, tuple[Record[Any], frozenset[Pointer]]] = {}
    digests: dict[str, str] = {}
    for file in tree.records:
        record, wrong, touched, digests[file.path] = _read(root, file)
        diagnostics.extend(wrong)
        if record is not None and not wrong:
            records.append(record)
        elif record is not None:
            mended[file.path] = record, touched
    project = assemble(records, _listed((*tree.records, *tree.twins)), tree.media)
    diagnostics.extend(rules.check(project, as_of))
    if mended:
        also = [record for record, _ in mended.values()]
        whole = assemble([*records, *also], project.listed, tree.media)
        diagnostics.extend(_dangling(rules.check(whole, as_of), mended))
    broken, wrong_seals = provenance.broken_seals(root, tree, project)
    diagnostics.extend(wrong_seals)
    unsure = _unsure(diagnostics)
    statuses: dict[str, Mapping[str, CompetenceStatus]] = {}
    for learner, folder in project.learners.items():
        statuses[learner], wrong = compute(project, folder, as_of, broken.get(learner, frozenset()))
        if not unsure & {learner, None}:
            diagnostics.extend(wrong)
    own_digests = _digests(tree, digests)
    return Loaded(
        root=root,
        project=project,
        statuses=statuses,
        diagnostics=_located(root, tree.records, diagnostics),
        files=len(tree.records),
        paths=tuple(file.path for file in tree.records),
        broken=broken,
        digest_of_school=own_digests.pop(None, ""),
        digests={learner: digest for learner, digest in own_digests.items() if learner is not None},
    )


def attributed(loaded: Loaded, cache: Path | None = None) -> Loaded:
    """The same, with what git says of each record: who brought a sign-off in, and its last commit.

    Without git, or outside a repository, everything else still works: the remarks say so. What git
    says is kept in ``cache``, so that the same history is not read twice.
    """
    found = provenance.attribute(loaded.root, loaded.project, loaded.broken, cache)
    known = found.records
    media = {
        path: replace(file, commit=known[path].commit) if path in known else file
        for path, file in loaded.project.media.items()
    }
    return replace(loaded, project=with_provenance(loaded.project, known, media), remarks=found.remarks)


def _digests(tree: source.Tree, digests: Mapping[str, str]) -> dict[str | None, str]:
    """One digest for each learner, and one for the school (None), of the digests of their files."""
    files: dict[str | None, list[tuple[str, str]]] = defaultdict(list)
    for file in tree.records:
        files[file.learner].append((file.path, digests[file.path]))
    for file in tree.twins:  # that they are there is found too
        files[file.learner].append((file.path, ""))
    return {whose: source.digest_of_all(own) for whose, own in files.items()}


def _read(
    root: Path, file: SourceFile
) -> tuple[Record[Any] | None, list[Diagnostic], frozenset[Pointer], str]:
    """One record, what is wrong with its file, where in it something stands in for that, and its digest."""
    reading = source.read(root, file)
    if reading.data is None:
        return None, list(reading.diagnostics), frozenset(), reading.digest
    wrong = [*reading.diagnostics, *schema.validate(file.kind, reading.data, file.path)]
    shape = schema.salvage(file.kind, reading.data) if wrong else (reading.data, frozenset())
    if shape is None:
        return None, wrong, frozenset(), reading.digest
    plain, touched = shape
    data = from_data(CLASSES[file.kind], plain)
    record = Record(id=file.id, path=file.path, kind=file.kind, data=data, learner=file.learner)
    return record, wrong, touched, reading.digest


def _dangling(
    found: Iterable[Diagnostic], mended: Mapping[str, tuple[Record[Any], frozenset[Pointer]]]
) -> Iterator[Diagnostic]:
    """References to nothing in records with a mistake, but for those that we put in ourselves."""
    for one in found:
        if one.path in mended and one.code.startswith(_REFERENCES):
            touched = mended[one.path][1]
            if not any(one.pointer[: len(place)] == place for place in touched):
                yield one


def _unsure(diagnostics: Iterable[Diagnostic]) -> set[str | None]:
    """The learners of whom an error hides what mentor and coach proposed; None where it hides all.

    What a status then says of a decision could be wrong: it is said once the error is mended.
    """
    learners: set[str | None] = set()
    for one in diagnostics:
        parts = one.path.split("/")
        if one.severity is not Severity.ERROR or one.code in _HIDE_NOTHING:
            continue
        if parts[0] == "learners" and len(parts) == 4 and parts[2] in _STATUS_RESTS_ON:
            learners.add(parts[1])
        elif parts[0] in ("school.yml", "school.yaml", "frameworks"):
            learners.add(None)
    return learners


def _listed(files: Iterable[SourceFile]) -> dict[tuple[Kind, str | None], frozenset[str]]:
    ids: dict[tuple[Kind, str | None], set[str]] = defaultdict(set)
    for file in files:
        ids[file.kind, file.learner].add(file.id)
    return {place: frozenset(names) for place, names in ids.items()}


def _located(
    root: Path, files: Iterable[SourceFile], diagnostics: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Every diagnostic once, with its place, in the order of files and places."""
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    for one in dict.fromkeys(diagnostics):
        by_path[one.path].append(one)
    known = {file.path: file for file in files}
    found = [
        located for path, wrong in by_path.items() for located in _located_in(root, known.get(path), wrong)
    ]
    return tuple(sorted(found, key=_order))


def _located_in(root: Path, file: SourceFile | None, diagnostics: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Texts are read again only for files with findings, so that nothing keeps them all."""
    open_ones = [one for one in diagnostics if one.location is None]
    text = source.read(root, file).text if file and open_ones else None
    if text is None:
        places = [TOP] * len(open_ones)
    else:
        places = source.locate_all(text, [(one.pointer, one.at) for one in open_ones])
    yield from (one for one in diagnostics if one.location is not None)
    for one, place in zip(open_ones, places, strict=True):
        yield replace(one, location=place)


def _order(one: Diagnostic) -> tuple[str, int, int, str, str]:
    place = one.location or TOP
    return one.path, place.line, place.column, one.code, one.message.template
