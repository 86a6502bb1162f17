"""Pages about where one can learn: the workplaces of each organisation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.views.lazily import given


def workplaces(press: Press) -> Iterator[Page]:
    """The pages `workplaces/` and `workplaces/<organisation>/<workplace>/`."""
    found = given(press.school.workplaces) or ()
    grouped = groupby(found, key=lambda one: one.id.partition("/")[0])
    groups = [(places[0].organisation, places) for places in (list(group) for _, group in grouped)]
    yield press.page("workplaces", "workplaces/", title=press.say("Workplaces"), groups=groups)
    for one in found:
        yield press.page(
            "workplace",
            one.uri,
            title=str(one.name),
            description=f"{one.name}, {one.organisation}",
            workplace=one,
        )
