"""Who hears of which finding."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from bekwaam.audience import heard, restrict
from bekwaam.diagnostics import Diagnostic, Location, say
from bekwaam.model.audience import Audience
from bekwaam.project import Loaded, load
from tests.conftest import ROOT

AS_OF = dt.date(2026, 6, 30)
PLACE = Location(line=1, column=1, end_line=1, end_column=2)
LEARNER = "learners/anna/learner.yml"
EVIDENCE = "learners/anna/evidence/2026-05-20-rye-bread.yml"
CONSENTS = """
consents:
  - {scope: portfolio, audience: public, given_by: learner, date: 2026-06-01}
"""
NAMED = CONSENTS + "  - {scope: name, audience: public, given_by: learner, date: 2026-06-01}\n"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests/cases/valid/minimal/portfolios", tmp_path / "portfolios")
    return tmp_path / "portfolios"


def loaded_with(school: Path, consents: str) -> Loaded:
    file = school / LEARNER
    file.write_text(file.read_text() + consents.lstrip("\n"))
    evidence = school / EVIDENCE
    evidence.write_text(evidence.read_text() + "visibility: public\n")
    return load(school, AS_OF)


def hears(loaded: Loaded, audience: Audience, path: str, *pointer: str | int) -> bool:
    one = Diagnostic(code="E999", path=path, message=say("no"), pointer=pointer, location=PLACE)
    gated = restrict(loaded.project, loaded.statuses, audience, AS_OF)
    return heard([one], loaded.project, gated) == (one,)


def test_what_comes_through_unchanged_is_heard_of(school: Path) -> None:
    loaded = loaded_with(school, NAMED)
    assert hears(loaded, Audience.PUBLIC, EVIDENCE, "title")
    assert not hears(loaded, Audience.PUBLIC, EVIDENCE, "media", 0)
    assert not hears(loaded, Audience.PUBLIC, LEARNER, "consents", 0, "date")
    assert not hears(loaded, Audience.PUBLIC, LEARNER)


def test_nobody_else_hears_the_id_of_a_pseudonymous_learner(school: Path) -> None:
    loaded = loaded_with(school, CONSENTS)
    assert not hears(loaded, Audience.PUBLIC, EVIDENCE, "title")
    assert hears(loaded, Audience.TEAM, EVIDENCE, "title")


def test_only_the_team_hears_of_what_cannot_be_read(school: Path) -> None:
    loaded = loaded_with(school, NAMED)
    for path, team in (("people/nobody.yml", True), ("learners/anna/evidence/broken.yml", False)):
        assert hears(loaded, Audience.TEAM, path) is team
        assert not hears(loaded, Audience.PUBLIC, path)


def test_findings_go_with_the_team_s_records_and_with_no_other(school: Path) -> None:
    loaded = loaded_with(school, NAMED)
    gap = Diagnostic(code="W642", path=EVIDENCE, message=say("no"), location=PLACE, who=("jan",))
    for audience in Audience:
        gated = restrict(loaded.project, loaded.statuses, audience, AS_OF, findings=[gap])
        assert gated.findings == ((gap,) if audience is Audience.TEAM else ())


def test_nobody_hears_of_private_evidence_by_way_of_a_seal(school: Path) -> None:
    assessment = school / "learners/anna/assessments/2026-06-10-jan.yml"
    digests = f"assessment: '{'0' * 64}', evidence: {{2026-05-20-rye-bread: '{'1' * 64}'}}"
    assessment.write_text(f"{assessment.read_text()}seal: {{format: 1, {digests}}}\n")
    loaded = load(school, AS_OF)
    [broken] = [one for one in loaded.diagnostics if one.code == "W501"]
    assert "2026-05-20-rye-bread" in broken.message.render()
    assert broken.who
    gated = restrict(loaded.project, loaded.statuses, Audience.TEAM, AS_OF, findings=loaded.diagnostics)
    assert broken in gated.findings
    evidence = school / EVIDENCE
    evidence.write_text(evidence.read_text() + "visibility: private\n")
    loaded = load(school, AS_OF)
    assert "W501" in [one.code for one in loaded.diagnostics]
    gated = restrict(loaded.project, loaded.statuses, Audience.TEAM, AS_OF, findings=loaded.diagnostics)
    assert "W501" not in [one.code for one in gated.findings]


@pytest.mark.parametrize("code", ["W401", "W511", "W648", "W701"])
def test_how_somebody_is_guided_is_the_teams(school: Path, code: str) -> None:
    loaded = loaded_with(school, NAMED)
    one = Diagnostic(code=code, path=EVIDENCE, message=say("no"), pointer=("title",), location=PLACE)
    for audience in Audience:
        gated = restrict(loaded.project, loaded.statuses, audience, AS_OF)
        assert bool(heard([one], loaded.project, gated)) == (audience is Audience.TEAM)


def test_who_can_act_and_what_is_private_is_in_no_hint(school: Path) -> None:
    other = school / "learners/anna/evidence/2026-06-03-dough-test.yml"
    other.write_text(other.read_text() + "visibility: private\n")
    loaded = loaded_with(school, NAMED)
    one = Diagnostic(
        code="E311",
        path=EVIDENCE,
        message=say("no"),
        hint=say("Did you mean `{meant}`?", meant="2026-06-03-dough-test"),
        pointer=("title",),
        location=PLACE,
        who=("jan",),
        due=AS_OF,
    )
    for audience in Audience:
        gated = restrict(loaded.project, loaded.statuses, audience, AS_OF)
        (found,) = heard([one], loaded.project, gated)
        assert found.hint is None
        assert found.who == (("jan",) if audience is Audience.TEAM else ())
