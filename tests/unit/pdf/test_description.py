"""What stands on a competence description, and what never does."""

from dataclasses import replace

from bekwaam.model.audience import Audience
from bekwaam.model.framework import CompetenceKind
from bekwaam.model.status import Status
from bekwaam.pdf.description import describe
from bekwaam.views.learner import LearnerView
from bekwaam.views.words import Words
from tests import samples


def with_statuses(*statuses: Status) -> LearnerView:
    learner = samples.learner_view(Audience.HANDOVER)
    done = next(one for one in learner.competences if one.status is Status.ACHIEVED)
    competences = tuple(
        replace(done, title=Words(f"ding {number} doen", "nl"), status=status, kind=CompetenceKind.TECHNICAL)
        for number, status in enumerate(statuses)
    )
    return replace(learner, competences=competences)


def test_only_what_was_achieved_or_exempt() -> None:
    page = describe(with_statuses(*Status), "nl")
    assert [one.status for one in page.achieved] == [Status.ACHIEVED]
    assert [one.status for one in page.exempt] == [Status.EXEMPT]
    assert page.learning == ()


def test_in_progress_only_where_the_learner_chose_so() -> None:
    page = describe(replace(with_statuses(*Status), shows_in_progress=True), "nl")
    assert {one.status for one in page.learning} == {
        Status.IN_PROGRESS,
        Status.READY,
        Status.TO_DISCUSS,
        Status.PROPOSED,
    }


def test_sentence_names_a_few_and_counts_the_others() -> None:
    few = describe(with_statuses(*[Status.ACHIEVED] * 4), "nl")
    assert (len(few.named), few.unnamed) == (4, 0)
    many = describe(with_statuses(*[Status.ACHIEVED] * 9), "nl")
    assert (len(many.named), many.unnamed) == (3, 6)


def test_sentence_starts_with_the_craft() -> None:
    learner = with_statuses(*[Status.ACHIEVED] * 5)
    attitude = replace(learner.competences[0], title=Words("op tijd komen"), kind=CompetenceKind.ATTITUDE)
    page = describe(replace(learner, competences=(attitude, *learner.competences[1:])), "nl")
    assert "op tijd komen" not in page.named


def test_people_are_named_once() -> None:
    page = describe(with_statuses(*[Status.ACHIEVED] * 3), "nl")
    assert len(page.assessors) == len(set(page.assessors))
    assert len(page.deciders) == 1
    assert page.one_day
