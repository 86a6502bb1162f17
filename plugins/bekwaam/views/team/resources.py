"""What the school offers and how it works, with the day on which each wants to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable

from bekwaam.model.school import Resource
from bekwaam.rules.quality import REVIEW_AFTER
from bekwaam.views.context import Context
from bekwaam.views.team.view import ResourcesView, ResourceView


def resources_view(context: Context) -> ResourcesView:
    """Resources, ways of working and practice notes."""
    school = context.school
    return ResourcesView(
        resources=_reviewed(context, school.resources),
        procedures=_reviewed(context, school.procedures),
        notes=tuple(
            (context.words(one.title), context.words_or_none(one.text), one.date)
            for one in school.practice_notes
        ),
    )


def _reviewed(context: Context, resources: Iterable[Resource]) -> tuple[ResourceView, ...]:
    return tuple(
        ResourceView(
            title=context.words(one.title),
            uri=one.uri,
            reviewed=one.reviewed_on,
            due=one.reviewed_on + REVIEW_AFTER if one.reviewed_on else None,
            overdue=one.reviewed_on is not None and one.reviewed_on + REVIEW_AFTER < context.as_of,
        )
        for one in resources
    )
