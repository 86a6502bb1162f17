"""From single records to one school."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bekwaam.model.kinds import Kind
from bekwaam.model.learner import Learner
from bekwaam.model.project import LearnerFolder, MediaFile, Project, Record
from bekwaam.model.provenance import Provenance
from bekwaam.model.school import School
from bekwaam.model.text import UNMARKED, Text

Listed = Mapping[tuple[Kind, str | None], frozenset[str]]
"""Ids of all files there are, by kind and learner."""

_SCHOOL_FIELDS = {
    Kind.FRAMEWORK: "frameworks",
    Kind.ORGANISATION: "organisations",
    Kind.PERSON: "people",
    Kind.CONTACT: "contacts",
    Kind.SELF_EVALUATION: "self_evaluations",
    Kind.ACTION: "actions",
    Kind.CYCLE: "cycles",
}
_LEARNER_FIELDS = {
    Kind.AGREEMENT: "agreements",
    Kind.PLAN: "plans",
    Kind.EVIDENCE: "evidence",
    Kind.ASSESSMENT: "assessments",
    Kind.DECISION: "decisions",
    Kind.CONTACT: "contacts",
    Kind.FEEDBACK: "feedback",
}


def assemble(records: Iterable[Record[Any]], listed: Listed, media: Mapping[str, MediaFile]) -> Project:
    """Put records together; what is missing or broken but needed gets a stand-in."""
    own: list[Record[Any]] = []
    of_learners: dict[str, list[Record[Any]]] = {learner: [] for _, learner in listed if learner is not None}
    for record in records:
        (own if record.learner is None else of_learners[record.learner]).append(record)
    folders = {one: assemble_folder(one, theirs) for one, theirs in sorted(of_learners.items())}
    return assemble_school(own, folders, listed, media)


def assemble_school(
    records: Iterable[Record[Any]],
    learners: Mapping[str, LearnerFolder],
    listed: Listed,
    media: Mapping[str, MediaFile],
) -> Project:
    """Put the school's own records together with learners, in the order of their ids."""
    school: Record[School] | None = None
    kinds: dict[Kind, dict[str, Record[Any]]] = defaultdict(dict)
    for record in records:
        if record.kind is Kind.SCHOOL:
            school = record
        else:
            kinds[record.kind][record.id] = record
    return Project(
        school=school or _school_stand_in(),
        learners=learners,
        media=media,
        listed=listed,
        **{name: _by_id(kinds[kind]) for kind, name in _SCHOOL_FIELDS.items()},
    )


def assemble_folder(learner: str, records: Iterable[Record[Any]]) -> LearnerFolder:
    """Put one learner's records together."""
    kinds: dict[Kind, dict[str, Record[Any]]] = defaultdict(dict)
    for record in records:
        kinds[record.kind][record.id] = record
    own: list[Record[Learner]] = list(kinds[Kind.LEARNER].values())
    next_steps = list(kinds[Kind.NEXT_STEP].values())
    return LearnerFolder(
        id=learner,
        learner=own[0] if own else _learner_stand_in(learner),
        next_step=next_steps[0] if next_steps else None,
        **{name: _by_id(kinds[kind]) for kind, name in _LEARNER_FIELDS.items()},
    )


def _by_id(records: Mapping[str, Record[Any]]) -> dict[str, Record[Any]]:
    return dict(sorted(records.items()))


def with_provenance(
    project: Project,
    known: Mapping[str, Provenance],
    media: Mapping[str, MediaFile],
    learners: Mapping[str, LearnerFolder],
) -> Project:
    """The same project with what is known of each record, by its path; ``learners`` have it already."""
    shared = {name: _add_all(getattr(project, name), known) for name in _SCHOOL_FIELDS.values()}
    return replace(project, school=_add(project.school, known), learners=learners, media=media, **shared)


def folder_with_provenance(folder: LearnerFolder, known: Mapping[str, Provenance]) -> LearnerFolder:
    """The same folder with what is known of each record, by its path."""
    own = {name: _add_all(getattr(folder, name), known) for name in _LEARNER_FIELDS.values()}
    step = _add(folder.next_step, known) if folder.next_step else None
    return replace(folder, learner=_add(folder.learner, known), next_step=step, **own)


def _add_all(records: Mapping[str, Record[Any]], known: Mapping[str, Provenance]) -> Any:
    return {one: _add(record, known) for one, record in records.items()}


def _add(record: Record[Any], known: Mapping[str, Provenance]) -> Record[Any]:
    found = known.get(record.path)
    if not found:
        return record
    return Record(  # `replace` takes four times as long, and there are tens of thousands
        id=record.id,
        path=record.path,
        kind=record.kind,
        data=record.data,
        learner=record.learner,
        stand_in=record.stand_in,
        provenance=found,
    )


def _school_stand_in() -> Record[School]:
    """No levels: rules that need the scale then have nothing to say."""
    data = School(name=Text(((UNMARKED, "?"),)), languages=("nl",), responsible="", levels=())
    return Record(id="school", path="school.yml", kind=Kind.SCHOOL, data=data, stand_in=True)


def _learner_stand_in(learner: str) -> Record[Learner]:
    return Record(
        id=learner,
        path=f"learners/{learner}/learner.yml",
        kind=Kind.LEARNER,
        data=Learner(pseudonym="?", minor=True, programme="", cohort=""),
        learner=learner,
        stand_in=True,
    )
