"""All records of a project, one after another, and whether all of a kind could be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bekwaam.model.kinds import Kind
from bekwaam.model.project import LearnerFolder, Project, Record


def every_record_of_school(project: Project) -> Iterator[Record[Any]]:
    """Every record of the school's own that was really read."""
    if not project.school.stand_in:
        yield project.school
    for group in (
        project.frameworks,
        project.organisations,
        project.people,
        project.contacts,
        project.self_evaluations,
        project.actions,
        project.cycles,
    ):
        yield from group.values()


def every_record_of(folder: LearnerFolder) -> Iterator[Record[Any]]:
    """Every record of one learner that was really read."""
    if not folder.learner.stand_in:
        yield folder.learner
    for group in (
        folder.agreements,
        folder.plans,
        folder.evidence,
        folder.assessments,
        folder.decisions,
        folder.contacts,
        folder.feedback,
    ):
        yield from group.values()
    if folder.next_step is not None:
        yield folder.next_step


_FIELDS = {
    Kind.AGREEMENT: "agreements",
    Kind.PLAN: "plans",
    Kind.EVIDENCE: "evidence",
    Kind.ASSESSMENT: "assessments",
    Kind.CONTACT: "contacts",
    Kind.FEEDBACK: "feedback",
    Kind.DECISION: "decisions",
}


def all_read(project: Project, folder: LearnerFolder, kind: Kind) -> bool:
    """Whether every file of a kind that a learner has could be read.

    Where one is broken, nobody knows what it holds, so nothing may be called missing.
    """
    listed = project.listed.get((kind, folder.id), frozenset())
    return len(listed) <= len(getattr(folder, _FIELDS[kind]))
