"""What one document needs, small enough to send to another process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bekwaam.diagnostics import Message
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.rendering.pictures import Pictures
from bekwaam.views.learner import DocumentKind, EvidenceView, LearnerView
from bekwaam.views.parts import PhotoView
from bekwaam.views.school import SchoolView
from bekwaam.views.school_documents import SchoolDocument, SchoolDocumentKind
from bekwaam.views.stamp import Stamp


class CannotPrint(Exception):  # noqa: N818 - said to the user, in the user's words
    """Documents that cannot be made; the argument is the `Message` that says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One document of a learner to print.

    ``root`` holds the records, ``pictures`` is the cache of pictures.
    """

    kind: DocumentKind
    school: SchoolView
    learner: LearnerView
    evidence: tuple[EvidenceView, ...]
    stamp: Stamp
    root: Path
    pictures: Path

    @property
    def whose(self) -> str:
        """The name of whom it is about."""
        return self.learner.name

    @property
    def size(self) -> int:
        """How many pieces of evidence stand in it: what takes time."""
        return len(self.evidence)

    def photos(self) -> Iterator[PhotoView | None]:
        """The pictures that may stand in it."""
        yield self.school.logo
        yield self.learner.photo
        yield from (card.cover for card in self.learner.featured)
        yield from (photo for evidence in self.evidence for photo in evidence.photos)


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolJob:
    """One document of the school as a whole to print."""

    document: SchoolDocument
    school: SchoolView
    root: Path
    pictures: Path

    @property
    def kind(self) -> SchoolDocumentKind:
        """What sort of document it is."""
        return self.document.kind

    @property
    def whose(self) -> str:
        """The name of whom it is about."""
        return str(self.school.name)

    @property
    def size(self) -> int:
        """No evidence stands in it."""
        return 0

    def photos(self) -> Iterator[PhotoView | None]:
        """The pictures that may stand in it."""
        yield self.school.logo


AnyJob = Job | SchoolJob


def job_for(content: Content, learner: str, kind: DocumentKind, language: str, pictures: Path) -> Job:
    """Put together what one document needs; ``learner`` is a key of the views."""
    school = content.schools[language]
    view = replace(school.learners[learner], remarks=())
    return Job(
        kind=kind,
        school=replace(bare(school), learners={learner: view}),
        learner=view,
        evidence=school.evidence.get(learner, ()) if kind is DocumentKind.PORTFOLIO else (),
        stamp=content.stamp(learner, kind),
        root=content.root,
        pictures=pictures,
    )


def school_job_for(content: Content, document: SchoolDocument, pictures: Path) -> SchoolJob:
    """The same for a document of the school."""
    return SchoolJob(
        document=document,
        school=bare(content.schools[document.language]),
        root=content.root,
        pictures=pictures,
    )


def render_job(job: AnyJob) -> tuple[bytes, list[Message]]:
    """Print a document here and now; the first one loads WeasyPrint."""
    return render_with(Pictures(job.root, job.pictures), job)


def render_with(pictures: Pictures, job: AnyJob) -> tuple[bytes, list[Message]]:
    """The same with pictures that may come from elsewhere."""
    if isinstance(job, SchoolJob):
        from bekwaam.pdf.school_documents import render_of_school

        return render_of_school(job.document, job.school, pictures)
    from bekwaam.pdf.documents import render

    return render(job.kind, job.school, job.learner, job.evidence, pictures, job.stamp)


def bare(school: SchoolView) -> SchoolView:
    """The school without what its pages show: a document changes only with what stands in it."""
    return replace(
        school,
        learners={},
        evidence={},
        review=None,
        frameworks=None,
        workplaces=None,
        documents=None,
        papers=(),
        team=None,
        cycles=None,
        quality=None,
        report=None,
    )
