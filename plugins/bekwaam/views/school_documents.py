"""Documents of the school as a whole, for its team: which there are, and what stands in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from bekwaam.model.agreement import LearningForm
from bekwaam.model.roles import Role
from bekwaam.views.checklist import ChecklistView, checklist
from bekwaam.views.context import Context
from bekwaam.views.handover import HandoverView
from bekwaam.views.report import ReportView, latest_report


class SchoolDocumentKind(Enum):
    """A document that is about no single learner."""

    CHECKLIST = "checklist"
    HANDOVER = "handover"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolDocument:
    """A PDF of the school in one language: what stands in it (``page``), and where it lies.

    ``uri`` is relative to the site's root.
    """

    kind: SchoolDocumentKind
    language: str
    uri: str
    page: ChecklistView | HandoverView | ReportView


ASKED = (None, Role.LEARNER, Role.MENTOR)
"""For whom a site has a checklist ready, None for anybody; the command prints it for any role and form."""


def school_documents(context: Context) -> Iterator[SchoolDocument]:
    """Every document of the school that a site has ready, for the team only."""
    if not context.for_team:
        return
    for role in ASKED:
        yield blank_checklist(context, None, role)
    report = latest_report(context)
    if report is not None:
        yield report_document(context, report)


def report_document(context: Context, report: ReportView) -> SchoolDocument:
    """The report about a year, to share."""
    return SchoolDocument(
        kind=SchoolDocumentKind.REPORT,
        language=context.language,
        uri=f"quality/report.{context.language}.pdf",
        page=report,
    )


def blank_checklist(context: Context, form: LearningForm | None, respondent: Role | None) -> SchoolDocument:
    """The checklist to print, for a form of learning and a role; None stands for any."""
    parts = [one.value.replace("_", "-") for one in (form, respondent) if one is not None]
    return SchoolDocument(
        kind=SchoolDocumentKind.CHECKLIST,
        language=context.language,
        uri=f"quality/{'.'.join(['checklist', *parts, context.language])}.pdf",
        page=checklist(context, form, respondent),
    )
