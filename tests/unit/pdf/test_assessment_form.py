"""What a form asks."""

from dataclasses import replace

from bekwaam.pdf.assessment_form import fill_in
from tests import samples


def test_goals_of_the_plan_come_with_their_criteria() -> None:
    learner = samples.learner_view()
    assert learner.plan
    form = fill_in(learner)
    assert form.from_plan
    assert [item.title for item in form.items] == [goal.competence.title for goal in learner.plan.goals]
    assert any(item.criteria for item in form.items)
    assert form.mentor and form.coach


def test_without_a_plan_all_competences_are_asked() -> None:
    learner = replace(samples.learner_view(), plan=None)
    form = fill_in(learner)
    assert not form.from_plan
    assert [item.title for item in form.items] == [one.title for one in learner.competences]


def test_without_competences_the_form_is_blank() -> None:
    form = fill_in(replace(samples.new_learner(), competences=()))
    assert [item.title for item in form.items] == [None, None, None]
    assert form.mentor is None
