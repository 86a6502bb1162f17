"""From a gated project to everything that only the team sees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bekwaam.views.context import Context
from bekwaam.views.lazily import Lazily
from bekwaam.views.parts import Link
from bekwaam.views.team.cohorts import cohort_views
from bekwaam.views.team.contacts import contacts_view
from bekwaam.views.team.follow_up import follow_up_view
from bekwaam.views.team.people import people_pages, touches
from bekwaam.views.team.places import places_view
from bekwaam.views.team.resources import resources_view
from bekwaam.views.team.roles import role_views
from bekwaam.views.team.task import Task
from bekwaam.views.team.tasks import all_tasks
from bekwaam.views.team.view import TeamView
from bekwaam.views.words import Words


def team_view(context: Context, keys: Sequence[str]) -> TeamView:
    """Everything in one pass over the records, and one over the tasks; ``keys`` are the learners in order."""
    tasks = all_tasks(context)
    by_learner, by_person = _by_learner(tasks), _by_person(tasks)
    touch = touches(context)
    people = people_pages(context, by_learner, by_person, touch)
    pages = {one.id: one.uri for one in people}
    names = {
        one: Link(title=context.words(record.data.name), uri=pages.get(one))
        for one, record in context.project.people.items()
    }

    def name(one: str) -> Link:
        return names.get(one) or Link(title=Words(one), uri=None)

    return TeamView(
        tasks=tasks,
        names=names,
        people=people,
        cohorts=cohort_views(context, keys, by_learner),
        contacts=contacts_view(context, name, touch),
        places=places_view(context, name),
        roles=role_views(context, name),
        resources=resources_view(context),
        follow_ups=Lazily(keys, lambda key: follow_up_view(context, key, by_learner.get(key, ()))),
    )


def _by_learner(tasks: Iterable[Task]) -> Mapping[str, tuple[Task, ...]]:
    found: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        if task.key is not None:
            found[task.key].append(task)
    return {key: tuple(some) for key, some in found.items()}


def _by_person(tasks: Iterable[Task]) -> Mapping[str, tuple[Task, ...]]:
    found: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        for one in task.who:
            found[one].append(task)
    return {one: tuple(some) for one, some in found.items()}
