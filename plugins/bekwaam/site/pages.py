"""All pages of a site for one audience and in one language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bekwaam.rendering.pictures import Pictures
from bekwaam.site.attachments import Attachments
from bekwaam.site.cycles import cycles
from bekwaam.site.evidence import piece
from bekwaam.site.frameworks import frameworks
from bekwaam.site.learner import portfolio
from bekwaam.site.learners import overview
from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.team.pages import team_pages
from bekwaam.site.workplaces import workplaces
from bekwaam.views.school import SchoolView


def pages(school: SchoolView, pictures: Pictures, root: Path) -> Iterator[Page]:
    """Make the pages one by one; ``root`` is the folder of records, which attachments come from."""
    press = Press(school, pictures, Attachments(root, pictures))
    yield overview(press)
    for key, learner in school.learners.items():
        if learner.uri is None:
            continue
        yield portfolio(press, learner, learner.uri)
        for evidence in school.evidence.get(key, ()):
            yield piece(press, evidence)
    yield from frameworks(press)
    yield from workplaces(press)
    if school.team is not None:
        yield from team_pages(press, school.team)
    yield from cycles(press)
