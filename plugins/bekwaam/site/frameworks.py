"""Pages about what can be learned: the frameworks and their competences."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.views.lazily import given


def frameworks(press: Press) -> Iterator[Page]:
    """The pages `frameworks/` and `frameworks/<id>/`."""
    school = press.school
    found = given(school.frameworks) or ()
    yield press.page(
        "frameworks",
        "frameworks/",
        title=press.say("Competence frameworks"),
        frameworks=found,
    )
    for one in found:
        yield press.page(
            "framework",
            one.uri,
            title=str(one.title),
            description=f"{one.title}, {school.name}",
            framework=one,
            levels=school.levels,
        )
