"""The menu that stands on every page for the team."""

from __future__ import annotations

from bekwaam.diagnostics.message import N_
from bekwaam.site.press import Press

_PAGES = (
    ("team/", N_("This week")),
    ("team/contacts/", N_("Contacts")),
    ("team/workplaces/", N_("Workplaces")),
    ("team/roles/", N_("Roles and training")),
    ("team/resources/", N_("Resources")),
)


def menu(press: Press) -> list[tuple[str, str]]:
    """Addresses and titles, in order."""
    return [(uri, press.say(title)) for uri, title in _PAGES]
