"""A page per piece of evidence."""

from __future__ import annotations

from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.trust import kinds_of_trust
from bekwaam.views.learner import CriterionView, EvidenceView
from bekwaam.views.words import Words

Shown = tuple[Words, str | None, tuple[CriterionView, ...]]
"""A competence that evidence shows: its title, its address and the criteria in question."""


def piece(press: Press, evidence: EvidenceView) -> Page:
    """The page `learners/<key>/evidence/<id>/`."""
    return press.page(
        "evidence",
        evidence.uri,
        title=str(evidence.card.title),
        description=f"{evidence.card.title}, {evidence.learner_name}",
        evidence=evidence,
        shown=_shown(evidence),
        trusts=kinds_of_trust(
            [*(sign for sign, _ in evidence.verified), *(use.rating.by for use in evidence.uses)]
        ),
    )


def _shown(evidence: EvidenceView) -> list[Shown]:
    """Every competence of the evidence once, with its criteria where there are any."""
    criteria = {str(title): found for title, found in evidence.criteria}
    shown: list[Shown] = [
        (link.title, link.uri, criteria.pop(str(link.title), ())) for link in evidence.card.competences
    ]
    return shown + [(title, None, found) for title, found in evidence.criteria if str(title) in criteria]
