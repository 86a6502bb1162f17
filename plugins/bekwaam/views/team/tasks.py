"""Everything that anybody has to do, in the order in which it is due."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.views.context import Context
from bekwaam.views.team.contacts_planned import planned_contacts
from bekwaam.views.team.gaps import gap_tasks
from bekwaam.views.team.learning import learning_tasks
from bekwaam.views.team.maker import Maker
from bekwaam.views.team.placements import placement_tasks
from bekwaam.views.team.school_tasks import school_tasks
from bekwaam.views.team.task import Task, order


def all_tasks(context: Context) -> tuple[Task, ...]:
    """The tasks of the whole school, the earliest first."""
    tasks = list(_from_records(context))
    tasks += gap_tasks(context, tasks)
    return tuple(sorted(tasks, key=order))


def _from_records(context: Context) -> Iterator[Task]:
    for key, folder in context.project.learners.items():
        make = Maker(context, key)
        yield from placement_tasks(make, folder)
        yield from learning_tasks(make, folder)
        yield from planned_contacts(make, folder.contacts)
    school = Maker(context)
    yield from school_tasks(school)
    yield from planned_contacts(school, context.project.contacts)
