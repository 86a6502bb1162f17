"""Every field there is, also one that is new, holds a canary: who hears it is written down here.

What is not in the table is the team's alone. Somebody who wants a field to be seen by more people adds it,
and so says it on purpose.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest

from bekwaam.audience import Gated, restrict
from bekwaam.audience.withheld import shown_strings, withheld
from bekwaam.model.audience import Audience
from bekwaam.model.evidence import Visibility
from bekwaam.model.kinds import Kind
from bekwaam.model.learner import Consent, ConsentAudience, ConsentScope, GivenBy
from bekwaam.model.project import MediaFile, Project, Record
from bekwaam.model.references import Reference
from bekwaam.model.text import UNMARKED, Text
from bekwaam.records.assembly import assemble
from bekwaam.records.kinds import CLASSES
from bekwaam.rendering.pictures import Pictures
from bekwaam.site.pages import pages
from bekwaam.status import compute
from bekwaam.views.build import build

DAY = dt.date(2026, 6, 30)
BEFORE = dt.date(2026, 1, 1)

OUTSIDE = (Audience.HANDOVER, Audience.PUBLIC)

PUBLIC = {
    "Evidence.context.situation",
    "Evidence.description",
    "Evidence.media.alt",
    "Evidence.media.caption",
    "Evidence.reflection.action",
    "Evidence.reflection.reflection",
    "Evidence.reflection.result",
    "Evidence.reflection.situation",
    "Evidence.reflection.task",
    "Evidence.reflection.transfer",
    "Evidence.title",
    "Framework.competences.alignments.label",
    "Framework.competences.alignments.scheme",
    "Framework.competences.alignments.uri",
    "Framework.competences.criteria.text",
    "Framework.competences.description",
    "Framework.competences.title",
    "Framework.leads_to",
    "Framework.sector",
    "Framework.source.label",
    "Framework.source.uri",
    "Framework.title",
    "Framework.version",
    "Learner.about",
    "Learner.cohort",
    "Learner.emails",
    "Learner.languages",
    "Learner.name",
    "Learner.photo.alt",
    "Learner.pseudonym",
    "NextStep.target",
    "NextStep.wish",
    "Organisation.address",
    "Organisation.name",
    "Organisation.workplaces.activities",
    "Organisation.workplaces.adaptations",
    "Organisation.workplaces.address",
    "Organisation.workplaces.name",
    "Organisation.workplaces.safety",
    "School.accent",
    "School.address",
    "School.contact.email",
    "School.contact.phone",
    "School.levels.description",
    "School.levels.label",
    "School.logo.alt",
    "School.name",
    "School.url",
    "School.vision",
}
"""What everyone may see, given every consent there is: the class of the record and the fields on the way."""

HANDOVER = PUBLIC | {"Person.name"}
"""What whoever got it from the learner may see."""

IDS: dict[Reference, Any] = {
    Reference.COMPETENCE: "bakery/dough",
    Reference.CRITERION: "bakery/dough/a",
    Reference.WORKPLACE: "gist/oven",
    Reference.LEVEL: "independent",
    Reference.PERSON: "jan",
    Reference.ASSESSOR: "jan",
    Reference.ORGANISATION: "gist",
    Reference.FRAMEWORK: "bakery",
    Reference.EVIDENCE: "piece",
    Reference.AGREEMENT: "one",
    Reference.ASSESSMENT: "jan",
    Reference.PLAN_VERSION: 1,
    Reference.CYCLE: "2025",
    Reference.ACTION: "act",
    Reference.POINT: "43",
}
CONSENTS = tuple(
    Consent(scope=scope, audience=ConsentAudience.PUBLIC, given_by=GivenBy.BOTH, date=BEFORE)
    for scope in ConsentScope
)
FIXED: dict[str, Any] = {
    "Level.code": "independent",
    "Competence.code": "dough",
    "Criterion.code": "a",
    "Workplace.id": "oven",
    "School.languages": ("nl",),
    "Learner.consents": CONSENTS,
    "Learner.retention_until": None,
    "Learner.co_consent_until": None,
    "Learner.show_in_progress": True,
    "Person.public_name": False,
    "Evidence.visibility": Visibility.PUBLIC,
    "Reflection.visibility": Visibility.PUBLIC,
}
"""What has to be right for the rest to be shown at all."""

PLACES = {
    Kind.SCHOOL: ("school", "school.yml"),
    Kind.FRAMEWORK: ("bakery", "frameworks/bakery.yml"),
    Kind.ORGANISATION: ("gist", "organisations/gist.yml"),
    Kind.PERSON: ("jan", "people/jan.yml"),
    Kind.LEARNER: ("anna", "learners/anna/learner.yml"),
    Kind.AGREEMENT: ("one", "learners/anna/agreements/one.yml"),
    Kind.PLAN: ("plan", "learners/anna/plans/plan.yml"),
    Kind.EVIDENCE: ("piece", "learners/anna/evidence/piece.yml"),
    Kind.ASSESSMENT: ("jan", "learners/anna/assessments/jan.yml"),
    Kind.DECISION: ("ruled", "learners/anna/decisions/ruled.yml"),
    Kind.CONTACT: ("visit", "learners/anna/contacts/visit.yml"),
    Kind.FEEDBACK: ("told", "learners/anna/feedback/told.yml"),
    Kind.NEXT_STEP: ("next-step", "learners/anna/next-step.yml"),
    Kind.SELF_EVALUATION: ("rated", "quality/self-evaluations/rated.yml"),
    Kind.ACTION: ("act", "quality/actions/act.yml"),
    Kind.CYCLE: ("2025", "quality/cycles/2025.yml"),
}


def canary(name: str) -> str:
    return f"kq{name.replace('.', 'x').replace('_', '')}vx"


def made(cls: type[Any], path: str = "", /, **given: Any) -> Any:
    """A record, or a part of one at a path in it, with a canary in every text."""
    path = path or cls.__name__
    hints = get_type_hints(cls, include_extras=True)
    values = {}
    for one in dataclasses.fields(cls):
        name = f"{cls.__name__}.{one.name}"
        if one.name in given:
            values[one.name] = given[one.name]
        else:
            values[one.name] = FIXED[name] if name in FIXED else value(hints[one.name], f"{path}.{one.name}")
    return cls(**values)


def value(hint: Any, path: str) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        if arguments[1] is Reference.FILE:
            return f"media/{canary(path)}.webp"
        return IDS.get(arguments[1]) or value(arguments[0], path)
    if origin in (Union, types.UnionType):
        return value(next(one for one in arguments if one is not type(None)), path)
    if origin is tuple:
        return (value(arguments[0], path),)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"a": value(arguments[1], path)}
    if isinstance(hint, type) and issubclass(hint, Text):
        PATHS.add(path)
        return Text(((UNMARKED, canary(path)),))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return made(hint, path)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if hint is str:
        PATHS.add(path)
    return {str: canary(path), bool: True, int: 1, float: 1.0, dt.date: BEFORE}.get(hint, 1)


PATHS: set[str] = set()
"""Where there are texts, as the class of the record and the fields on the way."""


@cache
def school(consented: bool, visibility: Visibility) -> Project:
    records = []
    for kind, (id_, path) in PLACES.items():
        learner = "anna" if path.startswith("learners/") else None
        given: dict[str, Any] = {"consents": ()} if kind is Kind.LEARNER and not consented else {}
        given |= {"visibility": visibility} if kind is Kind.EVIDENCE else {}
        data = made(CLASSES[kind], **given)
        records.append(Record(id=id_, path=path, kind=kind, data=data, learner=learner))
    note = made(CLASSES[Kind.CONTACT])
    records.append(Record(id="all", path="quality/contacts/all.yml", kind=Kind.CONTACT, data=note))
    listed: dict[tuple[Kind, str | None], frozenset[str]] = {}
    for one in records:
        listed[one.kind, one.learner] = listed.get((one.kind, one.learner), frozenset()) | {one.id}
    return assemble(records, listed, dict[str, MediaFile]())


@cache
def gated(audience: Audience, *, consented: bool = True, visibility: Visibility = Visibility.PUBLIC) -> Gated:
    project = school(consented, visibility)
    statuses = {key: compute(project, folder, DAY)[0] for key, folder in project.learners.items()}
    return restrict(project, statuses, audience, DAY)


def heard(text: str) -> set[str]:
    return {one for one in PATHS if canary(one) in text}


def allowed(audience: Audience) -> set[str]:
    return HANDOVER if audience is Audience.HANDOVER else PUBLIC


@pytest.mark.parametrize("audience", OUTSIDE)
def test_outside_the_team_only_what_is_written_down_is_heard(audience: Audience) -> None:
    assert heard(repr(gated(audience))) == allowed(audience)


@pytest.mark.parametrize(
    ("audience", "more"), [(Audience.HANDOVER, {"NextStep.advice"}), (Audience.PUBLIC, set[str]())]
)
def test_a_pack_for_a_next_school_has_the_advice_besides(audience: Audience, more: set[str]) -> None:
    project = school(True, Visibility.PUBLIC)
    statuses = {key: compute(project, folder, DAY)[0] for key, folder in project.learners.items()}
    pack = restrict(project, statuses, audience, DAY, moving_on=True)
    assert heard(repr(pack)) == allowed(audience) | more


@pytest.mark.parametrize("audience", OUTSIDE)
def test_without_consent_nothing_of_a_learner_is_heard(audience: Audience) -> None:
    shown = heard(repr(gated(audience, consented=False)))
    assert {one.partition(".")[0] for one in shown} <= {"School", "Framework", "Organisation", "Person"}
    assert shown <= allowed(audience)


@pytest.mark.parametrize("audience", Audience)
def test_what_is_private_is_heard_by_nobody(audience: Audience) -> None:
    shown = heard(repr(gated(audience, visibility=Visibility.PRIVATE)))
    assert not [one for one in shown if one.startswith("Evidence.")]


@pytest.mark.parametrize("audience", OUTSIDE)
def test_what_is_taken_out_is_searched_for(audience: Audience) -> None:
    """The search for leaks knows every field without being told."""
    sought = " ".join(one.text for one in withheld(school(True, Visibility.PUBLIC), gated(audience)))
    shown = " ".join(shown_strings(gated(audience)))
    assert heard(sought) | heard(shown) >= PATHS
    assert heard(shown) <= allowed(audience)


@pytest.mark.parametrize("audience", Audience)
def test_a_page_tells_no_more_than_the_gate_lets_through(audience: Audience, tmp_path: Path) -> None:
    view = build(gated(audience), "nl")
    told = [
        f"{page.uri} {page.title} {page.description} {page.body}"
        for page in pages(view, Pictures(tmp_path, tmp_path / "cache"), tmp_path)
    ]
    shown = heard(" ".join(told))
    assert shown  # or this would hold for an empty site
    if audience is not Audience.TEAM:
        assert shown <= allowed(audience)
        assert not [one for one in shown if one.endswith(".file")]
