"""All pages of a site for one audience and in one language: of each learner, then of the school."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from bekwaam.rendering.pictures import Pictures
from bekwaam.site.attachments import Attachments
from bekwaam.site.cycles import cycles
from bekwaam.site.evidence import piece
from bekwaam.site.frameworks import frameworks
from bekwaam.site.learner import portfolio
from bekwaam.site.learners import Row, overview, row
from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.quality import quality
from bekwaam.site.review import review_page
from bekwaam.site.team.follow_up import follow_up
from bekwaam.site.team.pages import team_pages
from bekwaam.site.workplaces import workplaces
from bekwaam.views.lazily import given
from bekwaam.views.learner import EvidenceView, LearnerView
from bekwaam.views.school import SchoolView


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A learner's share of a site: pages, and what the pages of the school need to know.

    The pages are the learner's own and below that. A build may make the shares in any order, in several
    processes, or take one from an earlier build; then come the pages of the school.
    """

    pages: tuple[Page, ...]
    row: Row | None


def pages(school: SchoolView, pictures: Pictures, root: Path) -> Iterator[Page]:
    """Make the pages one by one; ``root`` is the folder of records, which attachments come from."""
    press = Press(school, pictures, Attachments(root, pictures))
    rows = []
    for key, learner in school.learners.items():
        share = share_of(press, learner, school.evidence.get(key, ()))
        yield from share.pages
        rows.append(share.row)
    yield from pages_of_school(press, [one for one in rows if one is not None])


def share_of(
    press: Press, learner: LearnerView, evidence: Sequence[EvidenceView], *, followed: bool = True
) -> Share:
    """Make the pages of a learner; for the team with the one on which the learner is ``followed`` up."""
    own = [portfolio(press, learner, learner.uri)] if learner.uri is not None else []
    pieces = [piece(press, one) for one in evidence] if learner.uri is not None else []
    team = press.school.team
    last = [follow_up(press, team(), learner.key)] if followed and team is not None else []
    return Share(pages=(*own, *pieces, *last), row=row(press, learner))


def sections(school: SchoolView) -> tuple[str, ...]:
    """The addresses of the sections that the site will have."""
    of_team = ("team/",) if school.team is not None else ()
    of_quality = ("quality/",) if school.quality is not None else ()
    return ("learners/", "frameworks/", "workplaces/", *of_team, *of_quality)


def pages_of_school(press: Press, rows: Sequence[Row]) -> Iterator[Page]:
    """Make the pages that are about several learners or none; ``rows`` are the learners' in the overview."""
    yield overview(press, rows)
    for make in PARTS.values():
        yield from make(press)


def _team(press: Press) -> Iterator[Page]:
    team = given(press.school.team)
    if team is not None:
        yield from team_pages(press, team)


def _review(press: Press) -> Iterator[Page]:
    review = given(press.school.review)
    if review is not None:
        yield review_page(press, review)


PARTS: Mapping[str, Callable[[Press], Iterator[Page]]] = MappingProxyType(
    {
        "frameworks/": frameworks,
        "workplaces/": workplaces,
        "team/": _team,
        "quality/": quality,
        "quality/cycles/": cycles,
        "team/review/": _review,
    }
)
"""The pages of the school beside the overview, in their order, by the start of their addresses.

A part may have a page elsewhere too: that address then starts like another part.
"""
