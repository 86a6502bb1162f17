"""Makes one document: chooses what it says, fills its template and prints it."""

from __future__ import annotations

from collections.abc import Mapping

from bekwaam.diagnostics import Message, say
from bekwaam.pdf import assessment_form, description, portfolio
from bekwaam.pdf.assets import AssetFetcher
from bekwaam.pdf.colours import accent
from bekwaam.pdf.imprint import imprint
from bekwaam.pdf.phrases import in_groups, readable_address
from bekwaam.pdf.pictures import Album
from bekwaam.pdf.portrait import portrait
from bekwaam.pdf.press import Theme, press
from bekwaam.pdf.qr import qr_code
from bekwaam.pdf.signing import signing_lines
from bekwaam.rendering import environment
from bekwaam.rendering.pictures import Pictures
from bekwaam.rendering.tame import tame
from bekwaam.views.learner import DocumentKind, EvidenceView, LearnerView
from bekwaam.views.school import SchoolView
from bekwaam.views.stamp import Stamp

_DESCRIPTION_PAGES = 2
_LONGEST_NAME = 120

_ROOMY = "--row: 2.1mm; --gap: 5mm; --name: 25pt; --lead: 12.5pt; --more: block"
_SNUG = "--row: 1mm; --gap: 2.7mm; --name: 21pt; --lead: 11.5pt; --more: block"
_TIGHT = "--row: 1mm; --gap: 2.7mm; --name: 21pt; --lead: 11.5pt; --more: none"
_DENSITIES = ((_ROOMY, 1), (_SNUG, 1), (_ROOMY, 2), (_TIGHT, 2))
"""How a description is spaced, and the pages it may then take: the first that fits is used."""


def render(
    kind: DocumentKind,
    school: SchoolView,
    learner: LearnerView,
    evidence: tuple[EvidenceView, ...],
    pictures: Pictures,
    stamp: Stamp,
) -> tuple[bytes, list[Message]]:
    """Make a document in the language of ``school``.

    The same input gives the same bytes, whatever the clock, the time zone or the user. A pool of
    processes can call it: it keeps no state.

    Returns:
        The PDF (PDF/UA-1), and what could not be printed as it should.
    """
    album = Album(pictures.prepare)
    colour = accent(school.accent)
    templates = environment.make(school.language)
    html = templates.get_template(f"pdf/{_TEMPLATES[kind]}").render(
        school=school,
        learner=learner,
        name=tame(learner.name, _LONGEST_NAME),
        stamp=stamp,
        kind=kind,
        accent=colour,
        picture=album.add,
        rows=album.rows,
        qr=qr_code(stamp.address) if stamp.address else None,
        address=readable_address(stamp.address or ""),
        fingerprint=in_groups(stamp.digest),
        **_content(kind, school, learner, evidence),
    )
    pdf, messages, pages = press(
        html,
        sheets=("print.css", f"{kind.value}.css"),
        themes=_themes(kind, colour),
        fetcher=AssetFetcher(album.files),
        imprint=imprint(stamp, kind, school.language),
    )
    if kind is DocumentKind.DESCRIPTION and pages > _DESCRIPTION_PAGES:
        messages.append(
            say(
                "The competence description of {learner} takes {pages} pages.",
                learner=learner.name,
                pages=pages,
            )
        )
    return pdf, [*album.missing, *messages]


_TEMPLATES = {
    DocumentKind.DESCRIPTION: "description.html",
    DocumentKind.PORTFOLIO: "portfolio.html",
    DocumentKind.PLAN: "plan.html",
    DocumentKind.ASSESSMENT_FORM: "assessment-form.html",
}


def _content(
    kind: DocumentKind, school: SchoolView, learner: LearnerView, evidence: tuple[EvidenceView, ...]
) -> Mapping[str, object]:
    """What a template gets beside what they all get."""
    if kind is DocumentKind.DESCRIPTION:
        return {"page": description.describe(learner, school.language)}
    if kind is DocumentKind.PORTFOLIO:
        return {"page": portfolio.lay_out(learner, evidence), "portrait": portrait(learner.key)}
    if kind is DocumentKind.ASSESSMENT_FORM:
        return {"page": assessment_form.fill_in(learner)}
    return {
        "plan": learner.plan,
        "signing": signing_lines(learner, learner.plan) if learner.plan else (),
    }


def _themes(kind: DocumentKind, colour: str) -> tuple[Theme, ...]:
    accent_rule = f"--accent: {colour}"
    if kind is not DocumentKind.DESCRIPTION:
        return (Theme(css=f":root {{ {accent_rule} }}", at_most=None),)
    return tuple(
        Theme(css=f":root {{ {accent_rule}; {density} }}", at_most=pages) for density, pages in _DENSITIES
    )
