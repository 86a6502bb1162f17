"""Random schools with a canary in every field: none sings for an audience that may not hear it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bekwaam.audience import Gated, restrict
from bekwaam.audience.withheld import shown_strings, withheld
from bekwaam.mkdocs_plugin.needles import Needles, words_of
from bekwaam.model.audience import Audience
from bekwaam.model.kinds import Kind
from bekwaam.model.project import MediaFile, Project, Record
from bekwaam.records.assembly import assemble
from bekwaam.records.building import from_data
from bekwaam.records.kinds import CLASSES
from bekwaam.rendering.pictures import Pictures
from bekwaam.site.pages import pages
from bekwaam.status import compute
from bekwaam.views.build import build

DAY = dt.date(2026, 6, 30)
WIDTHS = ("private", "team", "handover", "public")
LEVELS = ("not_yet", "with_help", "independent")
SCOPES = ("description", "portfolio", "name", "images", "contact")
DOUGH = "bakery/dough"
OUTSIDE = (Audience.HANDOVER, Audience.PUBLIC)

MayHear = Callable[[Audience], bool]


def team_only(audience: Audience) -> bool:
    return audience is Audience.TEAM


def everyone(_audience: Audience) -> bool:
    return True


def nobody(_audience: Audience) -> bool:
    return False


@dataclass(repr=False)
class School:
    """Records, and for every canary in them who may hear it."""

    records: list[Record[Any]] = field(default_factory=list)
    media: dict[str, MediaFile] = field(default_factory=dict)
    canaries: dict[str, MayHear] = field(default_factory=dict)

    def canary(self, may_hear: MayHear) -> str:
        word = f"kq{len(self.canaries)}vx"
        self.canaries[word] = may_hear
        return word

    def add(self, kind: Kind, id_: str, path: str, data: dict[str, Any], learner: str | None = None) -> None:
        kept = {key: value for key, value in data.items() if value is not None}
        made = from_data(CLASSES[kind], kept)
        self.records.append(Record(id=id_, path=path, kind=kind, data=made, learner=learner))

    @property
    def project(self) -> Project:
        listed: dict[tuple[Kind, str | None], frozenset[str]] = {}
        for one in self.records:
            place = one.kind, one.learner
            listed[place] = listed.get(place, frozenset()) | {one.id}
        return assemble(self.records, listed, self.media)


def consented(consents: list[dict[str, str]], scope: str, *, minor: bool, kept: bool) -> MayHear:
    """Independent of the program: every consent here holds, given by whoever it says."""

    def may(audience: Audience) -> bool:
        if audience is Audience.TEAM:
            return True
        wide = ("public",) if audience is Audience.PUBLIC else ("handover", "public")
        by = [one["given_by"] for one in consents if one["scope"] == scope and one["audience"] in wide]
        learner = any(one in ("learner", "both") for one in by)
        guardian = not minor or any(one in ("guardian", "both") for one in by)
        return kept and learner and guardian

    return may


def both(*all_of: MayHear) -> MayHear:
    return lambda audience: all(one(audience) for one in all_of)


def either(*any_of: MayHear) -> MayHear:
    return lambda audience: any(one(audience) for one in any_of)


def up_to(width: str) -> MayHear:
    return lambda audience: WIDTHS.index(width) >= WIDTHS.index(audience.value)


def add_school(school: School) -> None:
    canary = school.canary
    school.add(
        Kind.SCHOOL,
        "school",
        "school.yml",
        {
            "name": canary(everyone),
            "languages": ["nl", "en"],
            "responsible": "greet",
            "levels": [{"code": code, "label": code} for code in LEVELS],
            "core_group": canary(team_only),
            "vision": canary(everyone),
            "resources": [{"title": canary(team_only)}],
            "practice_notes": [{"title": canary(team_only), "text": canary(team_only)}],
        },
    )
    competence = {"code": "dough", "title": canary(everyone), "criteria": [{"code": "a", "text": "meet"}]}
    framework = {"title": canary(everyone), "version": "1", "competences": [competence]}
    school.add(Kind.FRAMEWORK, "bakery", "frameworks/bakery.yml", framework)
    gist = {
        "name": canary(everyone),
        "type": "company",
        "responsible": "jan",
        "workplaces": [{"id": "oven", "name": canary(everyone)}],
    }
    school.add(Kind.ORGANISATION, "gist", "organisations/gist.yml", gist)


def add_person(draw: st.DrawFn, school: School, id_: str, role: str) -> None:
    public_name = draw(st.booleans())
    canary = school.canary
    school.add(
        Kind.PERSON,
        id_,
        f"people/{id_}.yml",
        {
            "name": canary(lambda one: public_name or one is not Audience.PUBLIC),
            "roles": [
                {"role": role, "organisation": "gist", "from": "2020-01-01", "profile": canary(team_only)}
            ],
            "emails": [f"{canary(team_only)}@x.example"],
            "training": [{"title": canary(team_only), "date": "2025-01-01"}],
            "contact": {"phone": canary(team_only), "email": f"{canary(team_only)}@x.example"},
            "public_name": public_name,
        },
    )


def add_learner(draw: st.DrawFn, school: School, number: int) -> None:
    canary = school.canary
    consents = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "scope": st.sampled_from(SCOPES),
                    "audience": st.sampled_from(("handover", "public")),
                    "given_by": st.sampled_from(("learner", "guardian", "both")),
                    "date": st.just("2026-01-01"),
                }
            ),
            max_size=10,
        )
    )
    minor, kept = draw(st.booleans()), draw(st.sampled_from((True, True, False)))
    may = {scope: consented(consents, scope, minor=minor, kept=kept) for scope in SCOPES}
    shown = either(may["portfolio"], may["description"])
    named = both(shown, may["name"])
    id_ = canary(named)
    folder = f"learners/{id_}"

    def add(kind: Kind, name: str, data: dict[str, Any]) -> None:
        school.add(kind, name.rpartition("/")[2], f"{folder}/{name}.yml", data, learner=id_)

    learner = {
        "name": canary(named),
        "pseudonym": canary(shown),
        "minor": minor,
        "programme": "bakery",
        "cohort": "2026",
        "emails": [f"{canary(both(shown, may['contact']))}@x.example"],
        "about": canary(may["portfolio"]),
        "consents": consents,
        "show_in_progress": draw(st.booleans()),
        "retention_until": None if kept else "2026-06-29",
    }
    school.add(Kind.LEARNER, id_, f"{folder}/learner.yml", learner, learner=id_)
    agreement: dict[str, Any] = dict.fromkeys(("organisation", "content", "evaluation", "travel"))
    agreement = {name: canary(team_only) for name in agreement}
    agreement |= {
        "school": "gist",
        "workplace": "gist/oven",
        "form": "dual",
        "mentor": "jan",
        "coach": "sara",
    }
    agreement |= {"start": "2025-09-01", "end": "2026-06-30", "guidance": {"text": canary(team_only)}}
    agreement["readiness"] = [{"role": "coach", "date": "2025-09-01", "note": canary(team_only)}]
    agreement["approvals"] = [{"by": canary(team_only), "date": "2025-09-01"}]
    agreement["induction"] = {"date": "2025-09-01", "items": [canary(team_only)]}
    add(Kind.AGREEMENT, "agreements/one", agreement)
    goal = {"competence": DOUGH, "target": "independent", "learned_at": ["workplace"], "due": "2026-06-01"}
    plan: dict[str, Any] = {"version": 1, "agreement": "one", "goals": [goal], "modules": [canary(team_only)]}
    plan["baseline"] = [{"competence": DOUGH, "level": "not_yet"}]
    plan["adjustments"] = [{"date": "2026-01-01", "reason": canary(team_only), "change": canary(team_only)}]
    add(Kind.PLAN, "plans/one", plan)
    pieces = []
    for piece in range(draw(st.integers(0, 3))):
        pieces.append(f"e{number}x{piece}")
        add_evidence(draw, school, add, folder, pieces[-1], may)
    add_judgements(draw, school, add, pieces)
    visit = {"date": "2026-03-01", "kind": "visit", "participants": [{"role": "coach", "person": "sara"}]}
    visit |= {"agreements": [canary(team_only)], "notes": [canary(team_only)]}
    add(Kind.CONTACT, "contacts/visit", visit)
    told = {"date": "2026-03-01", "from": "mentor", "formal": True, "about": "learner"}
    add(Kind.FEEDBACK, "feedback/one", told | {"text": canary(team_only)})
    type_ = draw(st.sampled_from(("job", "guidance")))
    wish = canary(team_only if type_ == "guidance" else shown)
    step = {"type": type_, "wish": wish, "advice": canary(team_only), "outcome": canary(team_only)}
    add(Kind.NEXT_STEP, "next-step", step | {"actions": [canary(team_only)]})


def add_evidence(
    draw: st.DrawFn,
    school: School,
    add: Callable[[Kind, str, dict[str, Any]], None],
    folder: str,
    id_: str,
    may: dict[str, MayHear],
) -> None:
    canary = school.canary
    width, own = draw(st.sampled_from(WIDTHS)), draw(st.sampled_from(WIDTHS))
    seen = both(may["portfolio"], up_to(width))
    reflected = both(seen, up_to(own))
    pictured = both(seen, may["images"])
    # A file's own name is needed to read it, so the gate keeps it; no page may tell it.
    file = canary(nobody)
    school.media[f"{folder}/media/{file}.webp"] = MediaFile(path=f"{folder}/media/{file}.webp", size=1)
    media = {"file": f"../media/{file}.webp", "alt": canary(pictured), "caption": canary(pictured)}
    data = {
        "title": canary(seen),
        "date": "2026-03-01",
        "type": "photo",
        "competences": [DOUGH],
        "context": {"place": "workplace", "situation": canary(seen)},
        "description": canary(seen),
        "media": [media | {"third_parties": "none"}],
        "reflection": {"task": canary(reflected), "result": canary(reflected), "visibility": own},
        "questions": [{"text": canary(both(team_only, up_to(width)))}],
        "verified": [{"by": "jan", "date": "2026-03-02", "note": canary(both(team_only, up_to(width)))}],
        "visibility": width,
    }
    add(Kind.EVIDENCE, f"evidence/{id_}", data)


def add_judgements(
    draw: st.DrawFn,
    school: School,
    add: Callable[[Kind, str, dict[str, Any]], None],
    pieces: list[str],
) -> None:
    for assessor in ("jan", "sara", "self"):
        rating = {
            "competence": DOUGH,
            "level": draw(st.sampled_from(LEVELS)),
            "comment": school.canary(team_only),
            "evidence": pieces,
            "criteria": {"a": "met"},
        }
        rated: dict[str, Any] = {
            "date": "2026-06-10",
            "assessor": assessor,
            "moment": "summative",
            "phase": "during",
        }
        rated |= {"results": [rating], "next_action": school.canary(team_only)}
        add(Kind.ASSESSMENT, f"assessments/{assessor}", rated)
    if draw(st.booleans()):
        result = draw(st.sampled_from(("achieved", "not_achieved")))
        ruling = {"competence": DOUGH, "result": result, "motivation": school.canary(team_only)}
        add(Kind.DECISION, "decisions/one", {"date": "2026-06-20", "by": "greet", "results": [ruling]})


@st.composite
def schools(draw: st.DrawFn) -> School:
    school = School()
    add_school(school)
    for id_, role in (("jan", "mentor"), ("sara", "coach"), ("greet", "school_responsible")):
        add_person(draw, school, id_, role)
    for number in range(draw(st.integers(1, 2))):
        add_learner(draw, school, number)
    return school


def gate(school: School, audience: Audience) -> Gated:
    project = school.project
    statuses = {key: compute(project, folder, DAY)[0] for key, folder in project.learners.items()}
    return restrict(project, statuses, audience, DAY)


def singing(school: School, audience: Audience, text: str, *, files_too: bool) -> list[str]:
    return [
        word
        for word, may_hear in school.canaries.items()
        if word in text and not may_hear(audience) and (files_too or may_hear is not nobody)
    ]


@pytest.mark.parametrize("audience", Audience)
@given(school=schools())
def test_no_canary_comes_through_the_gate(school: School, audience: Audience) -> None:
    gated = gate(school, audience)
    # On the disk a file keeps its name, and it has to be read from there; the pages below tell none.
    gated = replace(gated, project=replace(gated.project, media={}))
    assert singing(school, audience, repr(gated), files_too=False) == []


@pytest.mark.parametrize("audience", Audience)
@settings(max_examples=40)
@given(school=schools())
def test_no_canary_is_on_a_page(
    tmp_path_factory: pytest.TempPathFactory, school: School, audience: Audience
) -> None:
    nowhere = tmp_path_factory.getbasetemp()
    for language in ("nl", "en"):
        view = build(gate(school, audience), language)
        for page in pages(view, Pictures(nowhere, nowhere / "cache"), Path(nowhere)):
            told = f"{page.uri} {page.title} {page.description} {page.body}"
            # Where a picture cannot be read, as here, nothing else may take its name's place.
            assert singing(school, audience, told, files_too=True) == [], page.uri


@pytest.mark.parametrize("audience", OUTSIDE)
@given(school=schools())
def test_all_that_is_taken_out_is_searched_for(school: School, audience: Audience) -> None:
    """The search for leaks knows every canary that its audience may not hear."""
    gated = gate(school, audience)
    secrets = list(withheld(school.project, gated))
    needles = Needles(secrets, frozenset(words_of(" ".join(shown_strings(gated)))))
    unheard = {word for word, may_hear in school.canaries.items() if not may_hear(audience)}
    for secret in secrets:
        if any(word in secret.text for word in unheard):
            assert any(needles.find(words_of(f"Hier staat {secret.text} te lezen.")))
    sought, text = " ".join(one.text for one in secrets), repr(gated)
    for word in school.canaries:
        assert word in sought or word in text


@given(school=schools())
def test_the_example_has_something_to_show(school: School) -> None:
    """Canaries that everyone may hear do sing, or the tests above would hold for an empty site."""
    text = repr(gate(school, Audience.PUBLIC))
    assert all(word in text for word, may_hear in school.canaries.items() if may_hear is everyone)
