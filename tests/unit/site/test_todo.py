"""What is to do for a learner, said to the team only."""

from dataclasses import replace
from pathlib import Path

import pytest

from bekwaam.model.audience import Audience
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.status import Status
from bekwaam.rendering.pictures import Pictures
from bekwaam.site.attachments import Attachments
from bekwaam.site.press import Press
from bekwaam.site.todo import todos
from bekwaam.views.learner import LearnerView
from tests import samples


@pytest.fixture
def press(records: Path, pictures: Pictures) -> Press:
    return make_press(records, pictures, Audience.TEAM)


def make_press(records: Path, pictures: Pictures, audience: Audience) -> Press:
    school = replace(samples.school_view(audience), language="en")
    return Press(school, pictures, Attachments(records, pictures))


def learner(*statuses: Status, confirmed: bool = True) -> LearnerView:
    noor = samples.learner_view()
    one, card = noor.competences[0], noor.evidence[0]
    person = noor.placements[0].mentor
    return replace(
        noor,
        competences=tuple(replace(one, status=status, needs_refresh=False) for status in statuses),
        evidence=(replace(card, verified_by=person if confirmed else None),),
    )


@pytest.mark.parametrize(
    ("status", "code"),
    [(Status.READY, "ready"), (Status.TO_DISCUSS, "to_discuss"), (Status.PROPOSED, "proposed")],
)
def test_a_status_asks_for_something(press: Press, status: Status, code: str) -> None:
    (found,) = todos(press, learner(status, status))
    assert (found.code, len(found.links)) == (code, 2)
    assert found.links[0].uri is not None and "#" in found.links[0].uri


@pytest.mark.parametrize("status", [Status.ACHIEVED, Status.IN_PROGRESS, Status.NOT_STARTED, Status.EXEMPT])
def test_other_statuses_ask_for_nothing(press: Press, status: Status) -> None:
    assert todos(press, learner(status)) == []


def test_evidence_that_nobody_confirmed_comes_first(press: Press) -> None:
    found = todos(press, learner(Status.PROPOSED, confirmed=False))
    assert [one.code for one in found] == ["confirm", "proposed"]


def test_an_achieved_competence_may_need_new_evidence(press: Press) -> None:
    noor = learner(Status.ACHIEVED)
    old = replace(noor, competences=(replace(noor.competences[0], needs_refresh=True),))
    assert [one.code for one in todos(press, old)] == ["refresh"]


def test_nothing_is_asked_for_somebody_who_stopped(press: Press) -> None:
    assert todos(press, replace(learner(Status.READY), status=LearnerStatus.STOPPED)) == []


@pytest.mark.parametrize("audience", [Audience.HANDOVER, Audience.PUBLIC])
def test_only_the_team_is_asked(records: Path, pictures: Pictures, audience: Audience) -> None:
    assert todos(make_press(records, pictures, audience), learner(Status.READY, confirmed=False)) == []
