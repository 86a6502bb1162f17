"""The menu that stands on every page for the team."""

from __future__ import annotations

from bekwaam.diagnostics.message import N_
from bekwaam.site.press import Press

_PAGES = (
    ("team/", N_("This week")),
    ("team/review/", N_("Review queue")),
    ("team/contacts/", N_("Contacts")),
    ("team/workplaces/", N_("Workplaces")),
    ("team/roles/", N_("Roles and training")),
    ("team/resources/", N_("Resources")),
    ("quality/", N_("Quality")),
)


def menu(press: Press) -> list[tuple[str, str]]:
    """Addresses and titles of the pages that this site has, in order."""
    school = press.school
    there = {"team/review/": school.review, "quality/": school.quality}
    return [(uri, press.say(title)) for uri, title in _PAGES if there.get(uri, uri) is not None]
