"""Pages about what can be learned: the frameworks and their competences."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.site.page import Page
from bekwaam.site.press import Press


def frameworks(press: Press) -> Iterator[Page]:
    """The pages `frameworks/` and `frameworks/<id>/`."""
    school = press.school
    yield press.page(
        "frameworks",
        "frameworks/",
        title=press.say("Competence frameworks"),
        frameworks=school.frameworks,
    )
    for one in school.frameworks:
        yield press.page(
            "framework",
            one.uri,
            title=str(one.title),
            description=f"{one.title}, {school.name}",
            framework=one,
            levels=school.levels,
        )
