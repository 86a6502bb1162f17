"""What the gate takes out is nowhere in what it lets through."""

from __future__ import annotations

import datetime as dt
import posixpath
from dataclasses import replace
from typing import Any

import pytest

from bekwaam.audience import Gated, restrict
from bekwaam.model.audience import Audience
from bekwaam.model.kinds import Kind
from bekwaam.model.project import MediaFile, Project
from bekwaam.model.status import Status
from bekwaam.status import compute
from tests.unit.status.builders import DOUGH, Case, record

DAY = dt.date(2026, 6, 30)
ALL_SCOPES = ("description", "portfolio", "name", "images", "contact")


def consent(scope: str, audience: str = "public") -> dict[str, Any]:
    return {"scope": scope, "audience": audience, "given_by": "learner", "date": "2026-01-01"}


def school(*scopes: str, audience: str = "public", **learner: Any) -> Case:
    """A school with a secret (``S-...``) in every field that only the team may see."""
    case = Case()
    case.records = [one for one in case.records if one.kind not in (Kind.LEARNER, Kind.AGREEMENT)]
    case.add(
        Kind.LEARNER,
        "S-anna-id",
        {
            "name": "S-Anna",
            "pseudonym": "Vos 7",
            "minor": False,
            "programme": "bakery",
            "cohort": "2026",
            "emails": ["S-anna@x.example"],
            "guardians": ["S-ouder"],
            "about": "over mij",
            "consents": [consent(scope, audience) for scope in scopes],
            **learner,
        },
    )
    case.add(
        Kind.AGREEMENT,
        "one",
        {
            "school": "school",
            "workplace": "gist/oven",
            "form": "dual",
            "start": "2025-09-01",
            "end": "2026-06-30",
            "mentor": "S-jan",
            "coach": "S-sara",
            "organisation": "S-organisation",
            "content": "S-content",
            "guidance": {"text": "S-guidance"},
            "evaluation": "S-evaluation",
            "travel": "S-travel",
            "approvals": [{"by": "S-approval", "date": "2026-01-01"}],
            "readiness": {"role": "learner", "date": "2026-01-01", "ready": True, "note": "S-ready"},
        },
    )
    for one in case.records:
        if one.learner == "anna":
            object.__setattr__(one, "learner", "S-anna-id")
            object.__setattr__(one, "path", one.path.replace("/anna/", "/S-anna-id/"))
    return case


def full(case: Case) -> Case:
    """Evidence, assessments and a decision for an achieved competence."""
    verified = {"by": "S-jan", "date": "2026-03-02", "note": "S-note"}
    for number, visibility in enumerate(("public", "handover", "team", "private")):
        case.evidence(
            f"e{number}",
            type_=("photo", "test", "log", "video")[number],
            title=f"titel-{visibility}",
            visibility=visibility,
            verified=verified,
            reflection={"task": f"S-reflection-{visibility}"},
            questions={"text": "S-question"},
        )
    criteria = {"temperature": "met", "tidy": "not_met"}
    case.assessment("m", "S-jan", "independent", criteria=criteria, evidence=["e0", "e2", "e3"])
    case.assessment("c", "S-sara", "independent")
    case.assessment("s", "self", "with_help")
    case.decision("d", "achieved", motivation="S-motivation")
    case.add(
        Kind.CONTACT,
        "visit",
        {"date": "2026-03-01", "kind": "visit", "participants": {"role": "coach"}, "notes": "S-notes"},
    )
    case.add(
        Kind.FEEDBACK,
        "f",
        {"date": "2026-03-01", "from": "mentor", "formal": True, "about": "learner", "text": "S-feedback"},
    )
    case.add(Kind.NEXT_STEP, "next-step", {"type": "job", "wish": "bakker", "advice": "S-advice"})
    person = {"roles": [{"role": "mentor", "organisation": "gist", "from": "2020-01-01"}]}
    for one in ("S-jan", "S-sara", "greet"):
        contact = {"phone": "S-0470", "email": "S-mail@x.example"}
        data = {
            "name": f"S-naam-{one}",
            "contact": contact,
            "emails": ["S-e@x.example"],
            "account": "S-account",
            **person,
        }
        case.records.append(record(Kind.PERSON, one, data))
    return case


def gate(case: Case, audience: Audience) -> Gated:
    return restricted(case, audience)[1]


def restricted(case: Case, audience: Audience) -> tuple[Project, Gated]:
    for one in case.records:
        if one.learner == "anna":
            object.__setattr__(one, "learner", "S-anna-id")
            object.__setattr__(one, "path", one.path.replace("/anna/", "/S-anna-id/"))
    project = case.project
    statuses = {key: compute(project, folder, DAY)[0] for key, folder in project.learners.items()}
    return project, restrict(project, statuses, audience, DAY)


@pytest.mark.parametrize("audience", [Audience.HANDOVER, Audience.PUBLIC])
def test_without_consent_nothing_is_left(audience: Audience) -> None:
    gated = gate(full(school("name", "images", "contact")), audience)
    assert gated.project.learners == {}
    assert gated.shown == {}
    assert gated.statuses == {}
    assert "S-" not in repr(gated.project.learners)


def test_in_public_under_a_pseudonym_no_secret_is_left() -> None:
    gated = gate(full(school("description", "portfolio")), Audience.PUBLIC)
    assert set(gated.project.learners) == {"vos-7"}
    assert gated.shown["vos-7"].name == "Vos 7"
    assert "S-" not in repr(gated)


def test_a_consented_name_comes_back_and_nothing_more() -> None:
    gated = gate(full(school("description", "portfolio", "name")), Audience.PUBLIC)
    assert set(gated.project.learners) == {"S-anna-id"}
    assert gated.shown["S-anna-id"].name == "S-Anna"
    assert "S-" not in repr(gated).replace("S-anna-id", "").replace("S-Anna", "")


def test_handover_knows_who_guides_by_name() -> None:
    text = repr(gate(full(school("portfolio", audience="handover")), Audience.HANDOVER))
    assert "S-naam-S-jan" in text
    for secret in ("S-0470", "S-mail", "S-e@", "S-note", "S-Anna", "S-motivation", "S-advice"):
        assert secret not in text


def test_evidence_by_visibility() -> None:
    case = full(school("portfolio"))
    ids = {
        audience: sorted(next(iter(gate(case, audience).project.learners.values())).evidence)
        for audience in Audience
    }
    assert ids[Audience.PUBLIC] == ["e0"]
    assert ids[Audience.HANDOVER] == ["e0", "e1"]
    assert ids[Audience.TEAM] == ["e0", "e1", "e2"]


def test_a_reflection_is_raised_only_by_its_own_visibility() -> None:
    case = school("portfolio").evidence(
        "e", visibility="public", reflection={"task": "mijn taak", "visibility": "public"}
    )
    case.evidence("f", visibility="team", reflection={"task": "S-x", "visibility": "public"})
    text = repr(gate(case, Audience.PUBLIC))
    assert "mijn taak" in text
    assert "S-x" not in text


def test_a_description_alone_brings_no_evidence() -> None:
    gated = gate(full(school("description")), Audience.PUBLIC)
    assert gated.shown["vos-7"].pages is False
    assert gated.project.learners["vos-7"].evidence == {}
    assert gated.project.learners["vos-7"].learner.data.about is None
    assert gated.statuses["vos-7"][DOUGH].status is Status.ACHIEVED


def test_what_is_under_way_stays_inside_unless_the_learner_says_so() -> None:
    case = school("description").enough().met()
    assert gate(case, Audience.PUBLIC).statuses["vos-7"] == {}
    case = school("description", show_in_progress=True).enough().met(by="S-jan")
    status = gate(case, Audience.PUBLIC).statuses["vos-7"][DOUGH]
    assert status.status is Status.IN_PROGRESS
    assert status.summatives == ()


def test_not_achieved_never_leaves_the_team() -> None:
    case = school("description", show_in_progress=True).decision("d", "not_achieved")
    assert gate(case, Audience.PUBLIC).statuses["vos-7"] == {}
    assert gate(case, Audience.TEAM).statuses["S-anna-id"][DOUGH].status is Status.NOT_ACHIEVED


def test_pictures_need_their_own_consent() -> None:
    media = [{"file": "../media/a.webp", "alt": "a", "third_parties": "none"}]
    case = school("portfolio").evidence("e", visibility="public", media=media)
    assert gate(case, Audience.PUBLIC).project.learners["vos-7"].evidence["e"].data.media == ()
    case = school("portfolio", "images").evidence("e", visibility="public", media=media)
    assert len(gate(case, Audience.PUBLIC).project.learners["vos-7"].evidence["e"].data.media) == 1


@pytest.mark.parametrize("audience", [Audience.TEAM, Audience.PUBLIC])
@pytest.mark.parametrize(
    "file", ["../../bert/media/a.webp", "../../../organisations/a.webp", "../../S-anna-id-2/media/a.webp"]
)
def test_a_file_of_somebody_else_does_not_come_along(audience: Audience, file: str) -> None:
    whole = posixpath.normpath(f"learners/S-anna-id/evidence/{file}")
    own = "learners/S-anna-id/media/a.webp"
    media = [{"file": one, "alt": "a", "third_parties": "none"} for one in (file, "../media/a.webp")]
    case = school("portfolio", "images", "name").evidence("e", visibility="public", media=media)
    project, _ = restricted(case, audience)
    # The last one is where the first would be, if it were taken for a path in the learner's folder.
    paths = (whole, own, f"learners/S-anna-id/{whole}")
    there = {path: MediaFile(path=path, size=1) for path in paths}
    statuses = {key: compute(project, folder, DAY)[0] for key, folder in project.learners.items()}
    gated = restrict(replace(project, media=there), statuses, audience, DAY)
    assert list(gated.project.media) == [own]


def test_guidance_as_next_step_stays_inside() -> None:
    case = school("description").add(Kind.NEXT_STEP, "next-step", {"type": "guidance"})
    assert gate(case, Audience.PUBLIC).project.learners["vos-7"].next_step is None


def test_where_nothing_is_private_the_team_gets_the_very_same_folder() -> None:
    def passes(case: Case) -> bool:
        project, gated = restricted(case, Audience.TEAM)
        return gated.project.learners["S-anna-id"] is project.learners["S-anna-id"]

    assert passes(school().enough().met(by="S-jan"))
    assert passes(school(featured=["a"]).evidence("a"))
    assert not passes(school().evidence("a", visibility="private"))
    assert not passes(school().evidence("a", reflection={"task": "x", "visibility": "private"}))
    assert not passes(school(featured=["gone"]))
    cited = school().evidence("a").assessment("j", "S-jan", "supervised", evidence=["a"])
    assert passes(cited)
    assert not passes(cited.assessment("k", "S-jan", "supervised", evidence=["a", "gone"]))
