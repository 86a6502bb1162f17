"""The team's queue, from a real history: each row says what to do, for whom, and where."""

from __future__ import annotations

import datetime as dt

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.model.audience import Audience
from bekwaam.views.build import build
from bekwaam.views.lazily import given
from bekwaam.views.review import ReviewView, Waiting
from tests.git.conftest import EMAILS, School

DAY = dt.date(2026, 6, 30)
JAN = "assessments/2026-06-10-jan.yml"
RYE = "evidence/2026-05-20-rye-bread.yml"


def queue(school: School, audience: Audience = Audience.TEAM) -> ReviewView | None:
    loaded = project.attributed(project.load(school.folder / "portfolios", DAY))
    gated = restrict(loaded.project, loaded.statuses, audience, DAY, remarks=loaded.remarks)
    return given(build(gated).review)


def team(school: School) -> ReviewView:
    found = queue(school)
    assert found is not None
    return found


def test_where_all_is_well_nothing_waits(school: School) -> None:
    assert team(school).groups == {}
    assert queue(school, Audience.PUBLIC) is None
    assert queue(school, Audience.HANDOVER) is None


def test_what_changed_since_and_who_brought_in_what(school: School) -> None:
    school.run("seal", f"portfolios/learners/anna/{JAN}")
    school.commit(EMAILS["jan"])
    school.edit(school.anna / RYE, "Forty", "Fifty")
    school.commit(EMAILS["anna"])
    school.edit(school.anna / "assessments/2026-06-12-marieke.yml", "independent", "with_help")
    school.commit(EMAILS["anna"])
    groups = team(school).groups
    assert {Waiting.CHANGED, Waiting.CONTRADICTED, Waiting.SEAL} <= groups.keys()
    (changed,) = groups[Waiting.CHANGED]
    assert changed.change is not None
    assert [str(link.title) for link in changed.change.changed] == ["Fifty rye breads"]
    assert changed.change.changed[0].uri == "learners/anna/evidence/2026-05-20-rye-bread/"
    assert [one.id for one in changed.who] == ["jan"]
    (against,) = groups[Waiting.CONTRADICTED]
    assert against.trust is not None
    assert against.trust.by == "Anna Peeters"
    assert against.what.uri == "learners/anna/#bakery-dough"
    assert {str(row.what.title) for row in groups[Waiting.SEAL]} == {str(against.what.title)}


def test_evidence_to_confirm_waits_for_the_mentor(school: School) -> None:
    text = (school.anna / RYE).read_text(encoding="utf-8")
    new = school.anna / "evidence/2026-06-05-new.yml"
    new.write_text(text.partition("verified:")[0], encoding="utf-8")
    (row,) = team(school).groups[Waiting.CONFIRM]
    assert [one.id for one in row.who] == ["jan"]
    assert row.what.uri == "learners/anna/evidence/2026-06-05-new/"
