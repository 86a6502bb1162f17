"""The page on which a learner is followed up."""

from __future__ import annotations

from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.team.charts import draw
from bekwaam.views.team.task import Task, TaskKind
from bekwaam.views.team.view import TeamView


def follow_up(press: Press, team: TeamView, learner: str) -> Page:
    """The page `learners/<key>/follow-up/`."""
    view = team.follow_ups[learner]
    return press.page(
        "team/follow_up",
        view.uri,
        title=press.say("Follow-up of %(name)s") % {"name": view.learner.title},
        search=False,
        follow=view,
        tasks=[one for one in view.tasks if not _is_past(one)],
        past=[one for one in view.tasks if _is_past(one)],
        charts=[(one, draw(one, press.school.language)) for one in view.competences],
        names=team.names,
    )


def _is_past(task: Task) -> bool:
    return task.kind is TaskKind.LOOK_BACK
