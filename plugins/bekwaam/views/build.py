"""From a gated project to the views of one language."""

from __future__ import annotations

from collections.abc import Mapping

from bekwaam.audience import Gated
from bekwaam.views.context import Context
from bekwaam.views.cycles import cycles_view
from bekwaam.views.evidence import pages
from bekwaam.views.frameworks import framework_views
from bekwaam.views.lazily import Later, Lazily
from bekwaam.views.learner import LearnerView
from bekwaam.views.learners import learner_view
from bekwaam.views.quality.build import quality_view
from bekwaam.views.report import latest_report
from bekwaam.views.review import review
from bekwaam.views.school import SchoolView
from bekwaam.views.school_documents import school_documents
from bekwaam.views.team.building import team_view
from bekwaam.views.workplaces import workplace_views


def build(gated: Gated, language: str | None = None) -> SchoolView:
    """Everything that an audience may see, in a language (the school's first by default)."""
    school = gated.project.school
    context = Context(gated, language or school.data.first_language)
    keys = _by_name(gated)
    learners: Mapping[str, LearnerView] = Lazily(keys, lambda key: learner_view(context, key))
    for_team = context.for_team and context.is_first_language
    return SchoolView(
        audience=gated.audience,
        language=context.language,
        languages=school.data.languages,
        as_of=gated.as_of,
        name=context.words(school.data.name),
        url=school.data.url,
        address=context.words_or_none(school.data.address),
        phone=school.data.contact.phone if school.data.contact else None,
        email=school.data.contact.email if school.data.contact else None,
        logo=context.photo(school.path, school.data.logo),
        accent=school.data.accent,
        vision=context.words_or_none(school.data.vision),
        levels=context.levels,
        review=Later(lambda: review(context, keys)) if for_team else None,
        learners=learners,
        evidence=Lazily(keys, lambda key: pages(context, key)),
        frameworks=Later(lambda: framework_views(context, keys)),
        workplaces=Later(lambda: workplace_views(context)),
        documents=Later(lambda: tuple(school_documents(context))),
        team=Later(lambda: team_view(context, keys)) if for_team else None,
        cycles=Later(lambda: cycles_view(context)) if for_team else None,
        report=Later(lambda: latest_report(context)) if for_team else None,
        quality=Later(lambda: quality_view(context)) if for_team else None,
    )


def _by_name(gated: Gated) -> list[str]:
    return sorted(gated.shown, key=lambda key: (gated.shown[key].name.casefold(), key))
