"""The page about a school over the years: trends, what got better, what goes on."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.figures.trends import Change
from bekwaam.site.page import Page
from bekwaam.site.press import Press

URI = "quality/cycles/"


def cycles(press: Press) -> Iterator[Page]:
    """The page `quality/cycles/`, for the team."""
    found = press.school.cycles
    if found is None:
        return
    compared = {change: [one for one in found.trends if one.change is change] for change in Change}
    yield press.page(
        "cycles",
        URI,
        title=press.say("Over the years"),
        description=press.say("What each school year came to, and whether it gets better."),
        cycles=found,
        compared=compared,
    )
