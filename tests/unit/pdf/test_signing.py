"""Who signs a plan."""

from dataclasses import replace
from datetime import date

from bekwaam.model.roles import Role
from bekwaam.pdf.signing import signing_lines
from bekwaam.views.learner import AgreedView
from tests import samples


def test_the_three_parties_always_have_a_line() -> None:
    learner = samples.learner_view()
    assert learner.plan
    lines = signing_lines(learner, replace(learner.plan, agreed=()))
    assert [line.role for line in lines] == [Role.LEARNER, Role.MENTOR, Role.COACH]
    assert [line.date for line in lines] == [None, None, None]
    assert lines[0].name == learner.name
    assert lines[1].name == samples.JAN.name


def test_a_yes_in_the_record_is_dated_and_others_follow() -> None:
    learner = samples.learner_view()
    assert learner.plan
    agreed = (
        AgreedView(role=Role.GUARDIAN, person=None, date=date(2025, 9, 2)),
        AgreedView(role=Role.COACH, person=samples.MARIEKE, date=date(2025, 9, 1)),
    )
    lines = signing_lines(learner, replace(learner.plan, agreed=agreed))
    assert [(line.role, line.date) for line in lines] == [
        (Role.LEARNER, None),
        (Role.MENTOR, None),
        (Role.COACH, date(2025, 9, 1)),
        (Role.GUARDIAN, date(2025, 9, 2)),
    ]
