"""The pages about a school over the years: trends, what got better, what goes on, and a report to share."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.figures.trends import Change
from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.views.lazily import given
from bekwaam.views.school_documents import SchoolDocumentKind

URI, REPORT_URI = "quality/cycles/", "quality/report/"


def cycles(press: Press) -> Iterator[Page]:
    """The pages `quality/cycles/` and `quality/report/`, for the team."""
    found = given(press.school.cycles)
    if found is None:
        return
    report = given(press.school.report)
    compared = {change: [one for one in found.trends if one.change is change] for change in Change}
    yield press.page(
        "cycles",
        URI,
        title=press.say("Over the years"),
        description=press.say("What each school year came to, and whether it gets better."),
        cycles=found,
        compared=compared,
        report=report is not None,
    )
    if report is not None:
        papers = press.school.papers
        yield press.page(
            "report",
            REPORT_URI,
            title=press.say("Report to share"),
            report=report,
            documents=[one for one in papers if one.kind is SchoolDocumentKind.REPORT],
        )
