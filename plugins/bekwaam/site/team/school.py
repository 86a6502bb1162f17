"""Pages about the school as a whole: contacts, workplaces, roles and resources."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics.message import N_
from bekwaam.rendering.labels import label
from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.team.menu import menu
from bekwaam.views.team.school_tasks import RESOURCES
from bekwaam.views.team.view import TeamView

_MEETINGS = {
    "leaders": (
        N_("Those who lead the school and the companies talk to each other"),
        N_("Invite the employers, and note it in `quality/contacts/`."),
    ),
    "peers": (
        N_("Mentors or coaches talk to their colleagues"),
        N_("Bring mentors together, or coaches, and note it in `quality/contacts/`."),
    ),
    "guides": (
        N_("Mentor and coach talk to each other"),
        N_("Call or visit, and note it in the learner's `contacts/`."),
    ),
    "externals": (
        N_("Somebody from outside joins a case review"),
        N_("Invite whoever can help, and note it with `kind: case_review`."),
    ),
    "wide": (
        N_("More than two parties sit together"),
        N_("Plan a meeting with everyone around the learner."),
    ),
}


def about_the_school(press: Press, team: TeamView) -> Iterator[Page]:
    """The pages `team/contacts/`, `team/workplaces/`, `team/roles/` with one per role, `team/resources/`."""
    top = menu(press)
    yield press.page(
        "team/contacts",
        "team/contacts/",
        title=press.say("Contacts"),
        search=False,
        menu=top,
        contacts=team.contacts,
        meetings=[(one, *map(press.say, _MEETINGS[one.code])) for one in team.contacts.meetings],
    )
    yield press.page(
        "team/workplaces",
        "team/workplaces/",
        title=press.say("Workplaces"),
        search=False,
        menu=top,
        places=team.places,
    )
    yield press.page(
        "team/roles",
        "team/roles/",
        title=press.say("Roles and training"),
        search=False,
        menu=top,
        roles=team.roles,
        people=[one for one in team.people if any(training.overdue for training in one.trainings)],
    )
    for one in team.roles:
        yield press.page(
            "team/role",
            one.uri,
            title=press.say(label(one.role)),
            search=False,
            menu=top,
            role=one,
        )
    yield press.page(
        "team/resources",
        RESOURCES,
        title=press.say("Resources"),
        search=False,
        menu=top,
        resources=team.resources,
    )
