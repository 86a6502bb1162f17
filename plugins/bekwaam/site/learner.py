"""A learner's own page: the page that the rest of the site is there for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType

from bekwaam.model.status import Status
from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.todo import todos
from bekwaam.site.trust import kinds_of_trust
from bekwaam.views.learner import DocumentKind, LearnerView, ReflectionPart
from bekwaam.views.parts import SignOff
from bekwaam.views.team.maker import follow_up_uri

_SECTIONS = (
    "todo", "can", "learning", "proud", "evidence", "year", "learned", "next", "where", "compare", "plan",
    "contacts", "feedback",
)  # fmt: skip

SECTION_IDS = MappingProxyType({name: f"bk-{name}" for name in _SECTIONS})
"""Ids of the page's sections; competences have ids with their framework's name, so none is the same."""

_CAN = frozenset({Status.ACHIEVED, Status.EXEMPT})
_ON_PAPER = frozenset({DocumentKind.PLAN, DocumentKind.ASSESSMENT_FORM})
"""What the team prints for itself, to agree on and to assess with a pen."""


def portfolio(press: Press, learner: LearnerView, uri: str) -> Page:
    """The page `learners/<key>/`."""
    language = press.school.language
    counts = Counter(card.type for card in learner.evidence)
    shared = [one for one in learner.documents if one.kind not in _ON_PAPER]
    return press.page(
        "learner",
        uri,
        title=learner.name,
        description=f"{learner.name}, {learner.programme.title}",
        learner=learner,
        first=[one for one in shared if one.language == language],
        others=[one for one in shared if one.language != language],
        paper=[one for one in learner.documents if one.kind in _ON_PAPER],
        can=[one for one in learner.competences if one.status in _CAN],
        learning=[one for one in learner.competences if one.status not in _CAN],
        follow_up=_follow_up(press, learner),
        todos=todos(press, learner),
        types=counts.most_common(),
        compared=[
            one
            for one in learner.competences
            if _rated(one.ladder.learner, one.ladder.mentor, one.ladder.coach)
        ],
        look_back=ReflectionPart.REFLECTION,
        trusts=kinds_of_trust(_sign_offs(learner)),
        ids=SECTION_IDS,
    )


def _sign_offs(learner: LearnerView) -> Iterator[SignOff]:
    for one in learner.competences:
        yield from one.assessed_by
        yield from (rating.by for rating in one.ratings)
        if one.decided_by is not None:
            yield one.decided_by


def _follow_up(press: Press, learner: LearnerView) -> str | None:
    return follow_up_uri(learner.key) if press.school.team else None


def _rated(*ranks: int | None) -> bool:
    return any(rank is not None for rank in ranks)
