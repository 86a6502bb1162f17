"""What one document needs, small enough to send to another process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from bekwaam.diagnostics import Message
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.rendering.pictures import Pictures
from bekwaam.views.learner import DocumentKind, EvidenceView, LearnerView
from bekwaam.views.school import SchoolView
from bekwaam.views.stamp import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One document to print. ``root`` holds the records, ``pictures`` is the cache of pictures."""

    kind: DocumentKind
    school: SchoolView
    learner: LearnerView
    evidence: tuple[EvidenceView, ...]
    stamp: Stamp
    root: Path
    pictures: Path


def job_for(content: Content, learner: str, kind: DocumentKind, language: str, pictures: Path) -> Job:
    """Put together what one document needs; ``learner`` is a key of the views."""
    school = content.schools[language]
    view = school.learners[learner]
    return Job(
        kind=kind,
        school=replace(school, cards=(), learners={learner: view}, evidence={}, frameworks=(), workplaces=()),
        learner=view,
        evidence=school.evidence.get(learner, ()) if kind is DocumentKind.PORTFOLIO else (),
        stamp=content.stamp(learner, kind),
        root=content.root,
        pictures=pictures,
    )


def render_job(job: Job) -> tuple[bytes, list[Message]]:
    """Print a document here and now; the first one loads WeasyPrint."""
    from bekwaam.pdf.documents import render

    pictures = Pictures(job.root, job.pictures)
    return render(job.kind, job.school, job.learner, job.evidence, pictures, job.stamp)
